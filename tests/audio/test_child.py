"""The real child: what it does without audio, with orders that are none, at the end."""

import os
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from stretchbreak.audio import messages
from stretchbreak.audio.messages import (
    Began,
    Finish,
    News,
    Order,
    Play,
    Prepare,
    Ready,
    Sound,
    Spoke,
    Trouble,
)
from stretchbreak.core.choices import Accent, Pace
from stretchbreak.core.cues import Chime, Kind
from stretchbreak.runtime.system_clock import steady
from tests.support.programs import Program

needs_addons = pytest.mark.skipif(
    find_spec("PySide6.QtTextToSpeech") is None,
    reason="PySide6-Addons is not installed here; packaging/test.sh brings it",
)
WITHOUT_ADDONS = """
import sys
sys.modules["PySide6.QtMultimedia"] = sys.modules["PySide6.QtTextToSpeech"] = None
"""
WITHOUT_LIBRARY = """
import sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name in ("PySide6.QtMultimedia", "PySide6.QtTextToSpeech"):
            raise ImportError("libpulse.so.0: cannot open shared object file")
sys.meta_path.insert(0, Finder())
"""
RUN = """
import sys
from stretchbreak.audio.child import run
from stretchbreak.storage.places import resources
sys.exit(run(resources() / "sounds", {engine!r}))
"""


class Child:
    """A real child, in a world without a sound server and a speech service."""

    def __init__(self, folder: Path, before: str = "", engine: str = "") -> None:
        env = os.environ | {
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_SERVER": f"unix:{folder}/none",
            "SPEECHD_ADDRESS": f"unix_socket:{folder}/none",
        }
        env.pop("PIPEWIRE_REMOTE", None)
        code = before + RUN.format(engine=engine)
        self.program = Program(sys.executable, "-c", code, env=env, talks=True)

    def orders(self, *orders: Order) -> None:
        for order in orders:
            self.program.say(messages.line(order).decode().strip())

    def news(self) -> News:
        return messages.news(self.program.line().encode())

    def ready(self) -> Ready:
        news = self.news()
        assert isinstance(news, Ready)
        return news


def prepare(*, voice: bool = True, chimes: bool = True) -> Prepare:
    return Prepare(
        voice=voice, chimes=chimes, volume=50, pace=Pace.FAST, accent=Accent.SYSTEM
    )


def sound(kind: Kind, say: str, after: float = 0, chime: Chime | None = None) -> Sound:
    at = steady().total_seconds() + after
    return Sound(kind=kind, at=at, chime=chime, say=say, say_at=at)


@pytest.fixture
def children(tmp_path: Path) -> Iterator[list[Child]]:
    made: list[Child] = []
    yield made
    for child in made:
        child.program.stop()
    del tmp_path


def begun(children: list[Child], folder: Path, *made_of: str) -> Child:
    child = Child(folder, *made_of)
    children.append(child)
    return child


def test_without_qts_audio_it_says_what_would_bring_it(
    children: list[Child], tmp_path: Path
) -> None:
    child = begun(children, tmp_path, WITHOUT_ADDONS)

    child.orders(prepare())

    (why,) = child.ready().missing
    assert "PySide6-Addons is not installed" in why
    assert "packaging/run.sh" in why


def test_without_its_library_it_names_that(
    children: list[Child], tmp_path: Path
) -> None:
    child = begun(children, tmp_path, WITHOUT_LIBRARY)

    child.orders(prepare())

    (why,) = child.ready().missing
    assert "libpulse.so.0" in why
    assert "libpulse0" in why


def test_all_the_same_it_obeys_and_ends_in_good_order(
    children: list[Child], tmp_path: Path
) -> None:
    child = begun(children, tmp_path, WITHOUT_ADDONS)

    child.orders(prepare(), Play((sound(Kind.HALF, "Half time."),)), Finish())

    child.ready()
    assert child.program.wait() == 0


def test_what_is_no_order_is_complained_of_and_passed_over(
    children: list[Child], tmp_path: Path
) -> None:
    child = begun(children, tmp_path, WITHOUT_ADDONS)

    for rubbish in ("rubbish", '{"type":"burn"}', "[" * 5000):
        child.program.say(rubbish)
        assert isinstance(child.news(), Trouble)
    child.orders(prepare())

    assert child.ready().missing


def test_it_ends_with_the_program(children: list[Child], tmp_path: Path) -> None:
    child = begun(children, tmp_path, WITHOUT_ADDONS)
    child.orders(prepare())
    child.ready()

    assert child.program._process.stdin is not None
    child.program._process.stdin.close()

    assert child.program.wait() == 0


@needs_addons
def test_without_device_and_service_it_names_both(
    children: list[Child], tmp_path: Path
) -> None:
    child = begun(children, tmp_path)

    child.orders(prepare())

    ready = child.ready()
    assert (ready.voice, ready.chimes) == ("", "")
    chimes, voice = ready.missing
    assert chimes.startswith("No chimes: there is no sound device")
    assert voice.startswith("No voice: Connection to speech-dispatcher failed")
    assert "espeak-ng" in voice


@needs_addons
def test_what_nobody_wants_is_not_missing(
    children: list[Child], tmp_path: Path
) -> None:
    child = begun(children, tmp_path)

    child.orders(prepare(voice=False, chimes=False))

    assert child.ready().missing == ()


# Qt's own stand-in for a voice makes no sound, and takes the time of speaking.


@needs_addons
def test_words_begin_at_their_moment_and_their_end_is_told(
    children: list[Child], tmp_path: Path
) -> None:
    child = begun(children, tmp_path, "", "mock")
    child.orders(prepare(chimes=False))
    assert "mock" in child.ready().voice

    words = sound(Kind.HALF, "Half time.", after=0.2)
    child.orders(Play((words,)))

    began = child.news()
    assert isinstance(began, Began)
    assert (began.kind, began.what) == (Kind.HALF, "words")
    assert began.at - began.late == pytest.approx(words.say_at, abs=0.01)
    assert began.late >= 0
    assert isinstance(child.news(), Spoke)


@needs_addons
def test_what_is_long_past_is_not_said(children: list[Child], tmp_path: Path) -> None:
    child = begun(children, tmp_path, "", "mock")
    child.orders(prepare(chimes=False))
    child.ready()

    child.orders(
        Play((sound(Kind.NAME, "Long ago.", after=-60), sound(Kind.HALF, "Now.")))
    )

    began = child.news()
    assert isinstance(began, Began)
    assert began.kind is Kind.HALF


@needs_addons
def test_another_score_cuts_what_is_being_said(
    children: list[Child], tmp_path: Path
) -> None:
    child = begun(children, tmp_path, "", "mock")
    child.orders(prepare(chimes=False))
    child.ready()
    child.orders(Play((sound(Kind.NAME, "word " * 2000),)))  # takes minutes
    assert isinstance(child.news(), Began)

    child.orders(Play(()))

    assert isinstance(child.news(), Spoke)


@needs_addons
def test_finish_waits_for_the_last_words(children: list[Child], tmp_path: Path) -> None:
    child = begun(children, tmp_path, "", "mock")
    child.orders(prepare(chimes=False))
    child.ready()

    child.orders(Play((sound(Kind.DONE, "All done.", after=0.2),)), Finish())

    assert isinstance(child.news(), Began)
    assert isinstance(child.news(), Spoke)
    assert child.program.wait() == 0
