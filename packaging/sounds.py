"""Makes the chimes and breaths of resources/sounds/, from sines alone.

    .venv/bin/python packaging/sounds.py [FOLDER]

All notes are of one chord, D major, so that no chime jars with another. Each
note swells within some milliseconds and rings out like a wooden bar: the
higher a partial, the sooner it is gone. A breath comes and goes slowly instead.
"""

import math
import struct
import sys
import wave
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RATE = 22_050
"""Samples a second; there is nothing above 5 kHz in these."""
D4, FIS4, A4, D5, FIS5, A5 = 293.66, 369.99, 440.0, 587.33, 739.99, 880.0
FADE_S = 0.03
"""Every chime ends in silence, over this long."""
SOFT = ((1, 1.0), (2, 0.30), (3, 0.08))
FULL = ((1, 1.0), (2, 0.55), (3, 0.30), (4, 0.16), (5, 0.08))
"""Partials, by their multiple of the note, and how loud each is."""


@dataclass(frozen=True, slots=True)
class Note:
    """A tone that begins after a while and dies away.

    Attributes:
        hertz: How high it is.
        at: When it begins, in seconds.
        rings: After how many seconds it is down to a third.
        loud: How loud it is beside the others.
    """

    hertz: float
    at: float = 0.0
    rings: float = 0.18
    loud: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Chime:
    """A sound.

    Attributes:
        lasts: How long, in seconds.
        peak: Its greatest amplitude, of full scale; 0.7 is 3 dB below.
        swells: How long each note takes to begin, in seconds.
        fades: How long the end takes to fall silent, in seconds.
    """

    notes: tuple[Note, ...]
    lasts: float
    peak: float
    partials: tuple[tuple[int, float], ...] = SOFT
    swells: float = 0.012
    fades: float = FADE_S


CHIMES: Mapping[str, Chime] = {
    # Upward: go.
    "start": Chime(
        notes=(Note(D5), Note(A5, at=0.13, rings=0.2)), lasts=0.75, peak=0.5
    ),
    # One note: nothing changes.
    "half": Chime(notes=(Note(FIS5, rings=0.2),), lasts=0.6, peak=0.4),
    # Downward: let go.
    "switch": Chime(
        notes=(Note(A5), Note(FIS5, at=0.13), Note(D5, at=0.26, rings=0.25)),
        lasts=0.9,
        peak=0.5,
    ),
    # The whole chord, long and full, for somebody who may be in another room.
    "done": Chime(
        notes=(
            Note(D4, rings=0.8, loud=0.7),
            Note(A4, at=0.16, rings=0.8),
            Note(D5, at=0.32, rings=0.8),
            Note(FIS5, at=0.48, rings=0.9),
            Note(A5, at=0.64, rings=0.9, loud=0.8),
        ),
        lasts=2.8,
        peak=0.66,
        partials=FULL,
    ),
    # Low and twice: listen.
    "warning": Chime(
        notes=(
            Note(FIS4, rings=0.14),
            Note(D4, rings=0.14, loud=0.6),
            Note(FIS4, at=0.24, rings=0.2),
            Note(D4, at=0.24, rings=0.2, loud=0.6),
        ),
        lasts=0.8,
        peak=0.5,
        partials=FULL,
    ),
    "tick": Chime(notes=(Note(A5, rings=0.022),), lasts=0.12, peak=0.28, swells=0.005),
    # Upward, and it swells up to near its end; a release is no shorter than it.
    "breath-in": Chime(
        notes=(
            Note(D4, rings=4.0),
            Note(FIS4, at=0.4, rings=4.0, loud=0.5),
            Note(A4, at=0.8, rings=4.0),
        ),
        lasts=2.9,
        peak=0.12,
        swells=2.0,
        fades=0.9,
    ),
    # Downward, and it ebbs from near its beginning on.
    "breath-out": Chime(
        notes=(
            Note(A4, rings=1.2),
            Note(FIS4, at=0.3, rings=1.6, loud=0.5),
            Note(D4, at=0.6, rings=2.4),
        ),
        lasts=4.2,
        peak=0.12,
        swells=0.8,
        fades=2.8,
    ),
}


def main() -> None:
    """Write all chimes into a folder, by default where the program finds them."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "sounds"
    folder.mkdir(parents=True, exist_ok=True)
    for name, chime in CHIMES.items():
        write(folder / f"{name}.wav", samples(chime))


def samples(chime: Chime) -> list[int]:
    """Return *chime* as 16-bit samples."""
    wanted = [amplitude(chime, index / RATE) for index in range(_count(chime))]
    loudest = max(map(abs, wanted))
    scale = chime.peak * 32_767 / loudest
    return [round(each * scale) for each in wanted]


def amplitude(chime: Chime, second: float) -> float:
    """Return how far *chime* swings at *second*, in no particular unit."""
    swing = sum(_note(note, chime, second - note.at) for note in chime.notes)
    return swing * _eased((chime.lasts - second) / chime.fades)


def write(file: Path, values: Sequence[int]) -> None:
    """Write *values* as a WAV file with one channel."""
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(struct.pack(f"<{len(values)}h", *values))


def _count(chime: Chime) -> int:
    return round(chime.lasts * RATE)


def _note(note: Note, chime: Chime, second: float) -> float:
    if second < 0:
        return 0.0
    swing = sum(
        loud
        * math.exp(-second * multiple**0.7 / note.rings)
        * math.sin(math.tau * note.hertz * multiple * second)
        for multiple, loud in chime.partials
    )
    return note.loud * swing * _eased(second / chime.swells)


def _eased(part: float) -> float:
    """Return 0 to 1, without a corner at either end."""
    part = min(max(part, 0.0), 1.0)
    return (1 - math.cos(math.pi * part)) / 2


if __name__ == "__main__":
    main()
