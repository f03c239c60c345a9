"""The chimes are soft, small, unlike one another, and made by our own script."""

import importlib.util
import math
import struct
import wave
from itertools import combinations, pairwise
from pathlib import Path
from types import ModuleType

import pytest

from stretchbreak.core.cues import LONG_LEAD, Chime, lead
from stretchbreak.storage.places import resources

SCRIPT = Path(__file__).parents[2] / "packaging" / "sounds.py"
THREE_DB_BELOW = 0.708
RELEASE, PRESS = 3, 5
"""Of the pelvic tilt, in seconds."""
NOTES = (293.66, 369.99, 440.0, 587.33, 739.99, 880.0)

BREATHS = (Chime.BREATH_IN, Chime.BREATH_OUT)
MARKS = tuple(chime for chime in Chime if chime not in BREATHS)
"""The chimes that mark a change."""

every_sound = pytest.mark.parametrize("chime", Chime, ids=lambda chime: chime.value)
every_mark = pytest.mark.parametrize("chime", MARKS, ids=lambda chime: chime.value)


def read(chime: Chime) -> tuple[list[float], int]:
    """Return the samples, from -1 to 1, and how many there are a second."""
    with wave.open(str(resources() / "sounds" / f"{chime.value}.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        data, rate = file.readframes(file.getnframes()), file.getframerate()
    return [v / 32_768 for v in struct.unpack(f"<{len(data) // 2}h", data)], rate


def lasts(chime: Chime) -> float:
    samples, rate = read(chime)
    return len(samples) / rate


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("sounds", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tune(chime: Chime) -> tuple[int, ...]:
    """Return the loudest note of each tenth of a second, as a sketch of the tune."""
    samples, rate = read(chime)
    step = rate // 10
    parts = [samples[i : i + step] for i in range(0, min(len(samples), 6 * step), step)]
    return tuple(
        max(range(len(NOTES)), key=lambda n: loudness(part, rate, NOTES[n]))
        for part in parts
    )


def loudness(samples: list[float], rate: int, hertz: float) -> float:
    turn = math.tau * hertz / rate
    real = sum(v * math.cos(turn * i) for i, v in enumerate(samples))
    imaginary = sum(v * math.sin(turn * i) for i, v in enumerate(samples))
    return math.hypot(real, imaginary)


def test_there_is_a_file_for_each_chime_and_none_besides() -> None:
    names = {file.name for file in (resources() / "sounds").iterdir()}

    assert names == {f"{chime.value}.wav" for chime in Chime}


@every_mark
def test_it_is_well_below_full_scale_and_no_heavier_than_need_be(chime: Chime) -> None:
    samples, rate = read(chime)

    assert 0.2 < max(map(abs, samples)) < THREE_DB_BELOW
    assert rate in {22_050, 44_100}
    assert lasts(chime) <= 3


@every_sound
def test_it_begins_and_ends_in_silence_and_never_clicks(chime: Chime) -> None:
    samples, rate = read(chime)
    edge = rate // 500  # 2 ms

    assert max(map(abs, samples[:edge])) < 0.1
    assert max(map(abs, samples[-edge:])) < 0.003
    # The steepest a tone of 3 kHz at its own peak can be; a click is steeper.
    steepest = max(map(abs, samples)) * math.tau * 3000 / rate
    assert max(abs(b - a) for a, b in pairwise(samples)) < steepest


def test_a_breath_is_far_softer_than_any_chime_and_none_is_too_long_for_it() -> None:
    softest = min(max(map(abs, read(chime)[0])) for chime in MARKS)

    for breath, room in zip(BREATHS, (RELEASE, PRESS), strict=True):
        assert 0.1 < max(map(abs, read(breath)[0])) < softest / 2
        assert lasts(breath) <= room


def test_a_breath_in_swells_and_a_breath_out_ebbs() -> None:
    middles = []
    for chime in BREATHS:
        samples, _rate = read(chime)
        loud = [v * v for v in samples]
        middle = sum(i * v for i, v in enumerate(loud)) / sum(loud)
        middles.append(middle / len(samples))

    assert middles[0] > 0.6
    assert middles[1] < 0.4


def test_no_two_are_the_same_tune() -> None:
    heard = {chime: (tune(chime), round(lasts(chime), 1)) for chime in Chime}

    for one, other in combinations(Chime, 2):
        assert heard[one] != heard[other]


def test_the_end_is_the_longest_by_far_and_full_of_middle_tones() -> None:
    others = [lasts(chime) for chime in MARKS if chime is not Chime.DONE]
    samples, rate = read(Chime.DONE)
    second = samples[rate : 2 * rate]

    assert lasts(Chime.DONE) > 2 * max(others)
    assert max(map(abs, second)) > 0.1
    middle = [loudness(second, rate, hertz) for hertz in NOTES[2:]]
    assert min(middle) > 0.1 * max(middle)


@every_mark
def test_words_come_after_most_of_it(chime: Chime) -> None:
    samples, rate = read(chime)
    begins = round(lead(chime).total_seconds() * rate)

    early = max(map(abs, samples[:begins]))
    assert lead(chime) <= LONG_LEAD
    if chime is not Chime.DONE:
        assert max(map(abs, samples[begins:]), default=0) < early / 2


@every_sound
def test_the_file_is_what_the_script_makes(chime: Chime) -> None:
    module = script()
    made = module.samples(module.CHIMES[chime.value])
    samples, _rate = read(chime)

    # Sines may differ in the last digit between machines.
    assert len(made) == len(samples)
    assert all(
        abs(a / 32_768 - b) < 2 / 32_768 for a, b in zip(made, samples, strict=True)
    )
