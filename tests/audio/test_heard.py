"""What the real child plays is heard: recorded from a sound server of our own."""

import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from importlib.util import find_spec

import pytest
from pytestqt.qtbot import QtBot

from stretchbreak.audio.child_process import COMMAND, ChildProcess
from stretchbreak.audio.messages import Began, News, Ready
from stretchbreak.core.cues import TRY_CHIME, TRY_VOICE, Chime, Cue, Kind, count, cue
from stretchbreak.core.settings import Settings
from stretchbreak.runtime.ports.sound import Timed
from stretchbreak.runtime.system_clock import steady
from tests.support.ear import LACKING, SOFT, Ear

pytestmark = [
    pytest.mark.desktop,
    pytest.mark.skipif(
        bool(LACKING), reason=f"no {', '.join(LACKING)} here; see packaging/test.sh"
    ),
    pytest.mark.skipif(
        find_spec("PySide6.QtMultimedia") is None,
        reason="PySide6-Addons is not installed here; packaging/test.sh brings it",
    ),
]
MOST_LATE_S = 0.3
PATIENCE_MS = 60_000
"""A speech service that must be started first takes seconds."""


def s(seconds: float) -> timedelta:
    return timedelta(seconds=seconds)


SCORE = [
    cue(s(0.5), Kind.NAME, "Single knee to chest, left side."),
    cue(s(3.5), Kind.START, "Breathe out slowly.", Chime.START),
    cue(s(6), Kind.HALF, "", Chime.HALF),
    count(s(7), "Three"),
    count(s(8), "Two"),
    count(s(9), "One"),
    cue(s(10), Kind.SWITCH, "Let go slowly. Now the right side.", Chime.SWITCH),
    cue(s(14), Kind.SAFETY, "", Chime.WARNING),
    cue(s(15), Kind.DONE, "All done.", Chime.DONE),
]


class Listener:
    """A child that is heard, and what it says of itself."""

    def __init__(self, ear: Ear, qtbot: QtBot) -> None:
        self.ear = ear
        self.sound = ChildProcess(COMMAND)
        self.told: list[str] = []
        self.news: list[News] = []
        self._qtbot = qtbot
        self.sound.on_news(self.told.append)
        self.sound.begin(Settings())
        self.listen()
        self.until(lambda: any(isinstance(n, Ready) for n in self.news))
        assert self.told == [""], "everything is there to be heard"

    @property
    def began(self) -> list[Began]:
        return [n for n in self.news if isinstance(n, Began)]

    def listen(self) -> None:
        assert self.sound._child is not None
        self.sound._child.said.connect(self.news.append)

    def plays(self, cues: list[Cue]) -> float:
        """Play *cues*; return the moment that theirs are counted from."""
        now = steady().total_seconds()
        self.sound.play([Timed(c, c.at, c.say_at) for c in cues])
        return now

    def until(self, come_true: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(come_true, timeout=PATIENCE_MS)


@pytest.fixture
def listener(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Listener]:
    with Ear() as ear:
        for name in os.environ.keys() - ear.env.keys():
            monkeypatch.delenv(name)
        for name, value in ear.env.items():
            monkeypatch.setenv(name, value)
        listener = Listener(ear, qtbot)
        yield listener
        listener.sound.close()


def test_every_cue_is_heard_at_its_moment(listener: Listener) -> None:
    ear = listener.ear
    begins = listener.plays(SCORE)
    wanted = sorted(
        [(c.at.total_seconds(), c.kind, "chime") for c in SCORE if c.chime]
        + [(c.say_at.total_seconds(), c.kind, "words") for c in SCORE if c.say],
        key=lambda each: (each[0], each[2]),
    )

    listener.until(lambda: len(listener.began) == len(wanted))
    last = listener.began[-1].at + 1
    listener.until(lambda: ear.heard_until(last))

    began = sorted(listener.began, key=lambda b: (round(b.at - b.late, 2), b.what))
    assert ear.loudness(begins, begins + 0.4) < SOFT, "it is silent before"
    for (at, kind, what), told in zip(wanted, began, strict=True):
        assert (told.kind, told.what) == (kind, what)
        assert abs(told.at - (begins + at)) < MOST_LATE_S
        onset = ear.onset(told.at - 0.02, told.at + 0.9)
        assert onset is not None, f"no {what} of {kind.value} is heard"
        print(f"{kind.value:8} {what} at {at:5.2f} s: {told.late * 1000:4.0f} ms late,")  # noqa: T201 - to be read with -s
        print(f"         heard {(onset - begins - at) * 1000:4.0f} ms after")  # noqa: T201


def test_a_breath_is_heard_but_never_begins_under_the_voice(listener: Listener) -> None:
    ear = listener.ear
    begins = listener.plays(
        [
            cue(s(0), Kind.START, "Breathe out slowly. Pull gently, head down."),
            cue(s(1), Kind.BREATH, chime=Chime.BREATH_IN),
            cue(s(6), Kind.BREATH, chime=Chime.BREATH_OUT),
        ]
    )

    listener.until(lambda: any(b.kind is Kind.BREATH for b in listener.began))
    listener.until(lambda: ear.heard_until(begins + 8))

    words, breath = listener.began
    assert (words.kind, breath.kind) == (Kind.START, Kind.BREATH)
    assert abs(breath.at - (begins + 6)) < MOST_LATE_S
    softly = ear.loudness(breath.at + 0.5, breath.at + 2)
    assert SOFT < softly < ear.loudness(words.at, words.at + 2)


def test_silence_is_silence_at_once(listener: Listener) -> None:
    ear = listener.ear
    listener.plays([cue(s(0), Kind.NAME, "Knees together, arms out, palms up. " * 4)])
    listener.until(lambda: len(listener.began) == 1)
    spoken = listener.began[0].at + 1.5
    listener.until(lambda: ear.heard_until(spoken))
    assert ear.loudness(spoken - 1, spoken) > SOFT

    silent = listener.plays([])  # as after "that hurts", and when muted

    listener.until(lambda: ear.heard_until(silent + 2))
    assert ear.loudness(silent + 0.5, silent + 2) < SOFT


def test_killed_in_the_middle_of_a_word_it_is_heard_again(listener: Listener) -> None:
    ear = listener.ear
    begins = listener.plays(
        [
            cue(s(0), Kind.NAME, "Knees together, arms out, palms up."),
            cue(s(8), Kind.SWITCH, "Now the right side.", Chime.SWITCH),
        ]
    )
    listener.until(lambda: len(listener.began) == 1)

    assert listener.sound._child is not None
    listener.sound._child.kill()
    listener.until(lambda: len(listener.told) == 2)
    listener.listen()
    listener.until(lambda: any(b.kind is Kind.SWITCH for b in listener.began))

    listener.until(lambda: ear.heard_until(begins + 9))
    assert ear.loudness(begins + 8, begins + 9) > SOFT
    assert listener.told == ["", ""]


@pytest.mark.parametrize("tried", [TRY_VOICE, TRY_CHIME], ids=["voice", "chime"])
def test_what_is_tried_out_is_heard(listener: Listener, tried: Cue) -> None:
    ear = listener.ear
    begins = steady().total_seconds()

    listener.sound.try_out(Settings(), tried)

    def heard() -> bool:
        until = steady().total_seconds() - 0.2
        return ear.heard_until(until) and ear.onset(begins, until) is not None

    listener.until(heard)
