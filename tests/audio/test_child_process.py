"""Whatever becomes of the child, the program goes on, and says so once."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from stretchbreak.audio import child_process
from stretchbreak.audio.child_process import (
    NO_ANSWER,
    NO_VOICE,
    STOPPED,
    ChildProcess,
)
from stretchbreak.core.cues import TRY_VOICE, Chime, Kind, cue
from stretchbreak.core.settings import Settings
from stretchbreak.runtime.ports.sound import Timed
from tests.audio import children

SECOND = timedelta(seconds=1)
SCORE = [
    Timed(cue(SECOND, Kind.HALF, "Half time.", Chime.HALF), SECOND, 1.5 * SECOND),
]


class Parent:
    """A program with such a child."""

    def __init__(self, command: Sequence[str]) -> None:
        self.sound = ChildProcess(command)
        self.told: list[str] = []
        self.sound.on_news(self.told.append)

    @property
    def child(self) -> QProcess | None:
        return self.sound._child

    def begins(self) -> None:
        self.sound.begin(Settings())


@pytest.fixture
def parents(qapp: object) -> Iterator[list[Parent]]:
    made: list[Parent] = []
    yield made
    for parent in made:
        parent.sound.close()
        assert all(
            process.state() is QProcess.ProcessState.NotRunning
            for process in parent.sound.findChildren(QProcess)
        )
    del qapp


def begun(parents: list[Parent], command: Sequence[str]) -> Parent:
    parent = Parent(command)
    parents.append(parent)
    parent.begins()
    return parent


def test_a_child_that_is_ready_lacks_nothing(
    parents: list[Parent], qtbot: QtBot
) -> None:
    parent = begun(parents, children.ECHOES)

    qtbot.waitUntil(lambda: parent.told == [""])


def test_it_is_told_how_to_sound_and_then_the_score(
    parents: list[Parent], qtbot: QtBot
) -> None:
    parent = begun(parents, children.ECHOES)
    parent.sound.play(SCORE)
    heard = bytearray()

    def both_came() -> bool:
        assert parent.child is not None
        heard.extend(bytes(parent.child.readAllStandardError().data()))
        return heard.count(b"\n") == 2

    qtbot.waitUntil(both_came)
    how, score = heard.splitlines()
    assert b'"type":"prepare"' in how
    assert b'"volume":80' in how
    assert b'"say":"Half time."' in score


def test_what_it_lacks_is_told_and_garbage_passed_over(
    parents: list[Parent], qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    parent = begun(parents, children.GARBLES)

    qtbot.waitUntil(lambda: parent.told == ["No voice: none."])

    assert caplog.text.count("The sound said") == 3


def test_one_that_dies_is_started_once_more_and_then_told_of_once(
    parents: list[Parent], qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    parent = begun(parents, children.DIES)

    qtbot.waitUntil(lambda: parent.told != [])

    assert parent.told == [STOPPED]
    assert caplog.text.count("no audio for you") == 2
    assert parent.child is None
    parent.sound.play(SCORE)  # nobody is there to hear it; nothing happens
    parent.sound.check()
    assert parent.told == [STOPPED]


def test_killed_in_the_middle_of_a_cue_it_comes_back_with_the_score(
    parents: list[Parent], qtbot: QtBot
) -> None:
    parent = begun(parents, children.ECHOES)
    parent.sound.play(SCORE)
    qtbot.waitUntil(lambda: parent.told == [""])
    first = parent.child
    assert first is not None

    first.kill()
    qtbot.waitUntil(lambda: parent.told == ["", ""])

    second = parent.child
    assert second is not None
    assert second is not first
    heard = bytearray()

    def score_came() -> bool:
        heard.extend(bytes(second.readAllStandardError().data()))
        return b"Half time." in heard

    qtbot.waitUntil(score_came)


def test_a_score_that_kills_every_child_is_told_of_once(
    parents: list[Parent], qtbot: QtBot
) -> None:
    parent = begun(parents, children.DIES_AT_A_SCORE)
    parent.sound.play(SCORE)

    qtbot.waitUntil(lambda: STOPPED in parent.told)

    assert parent.told.count(STOPPED) == 1


def test_one_that_cannot_be_started_is_told_of(
    parents: list[Parent], qtbot: QtBot
) -> None:
    parent = begun(parents, ("/no/such/program",))

    qtbot.waitUntil(lambda: parent.told == [STOPPED])

    assert parent.child is None


def test_one_that_never_answers_is_given_up(
    parents: list[Parent], monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = begun(parents, children.NEVER_ANSWERS)
    parent.sound.check()
    assert parent.told == []

    monkeypatch.setattr(child_process, "SILENT", timedelta())
    parent.sound.check()  # the voice is given up first
    parent.sound.check()
    parent.sound.check()

    assert parent.told == [NO_ANSWER]
    assert parent.child is None


def test_one_that_waits_for_its_voice_goes_on_with_chimes(
    parents: list[Parent], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = begun(parents, children.WAITS_FOR_A_VOICE)

    monkeypatch.setattr(child_process, "SILENT", timedelta())
    parent.sound.check()

    qtbot.waitUntil(lambda: parent.told == [NO_VOICE])
    assert parent.child is not None
    parent.sound.check()
    assert parent.told == [NO_VOICE]


def test_the_next_session_tries_again(parents: list[Parent], qtbot: QtBot) -> None:
    parent = begun(parents, children.DIES)
    qtbot.waitUntil(lambda: parent.told == [STOPPED])
    parent.sound.end(at_once=False)

    parent.begins()

    qtbot.waitUntil(lambda: parent.told == [STOPPED, STOPPED])


@pytest.mark.parametrize("command", [children.ECHOES, children.NEVER_ANSWERS])
def test_at_once_is_at_once(
    parents: list[Parent], qtbot: QtBot, command: Sequence[str]
) -> None:
    parent = begun(parents, command)
    child = parent.child
    assert child is not None

    with qtbot.waitSignal(child.finished):
        parent.sound.end(at_once=True)

    assert parent.child is None
    assert STOPPED not in parent.told


# Trying out, outside a session


def test_one_cue_is_tried_by_a_child_of_its_own_that_then_ends(
    parents: list[Parent], qtbot: QtBot
) -> None:
    parent = Parent(children.SERVES)
    parents.append(parent)

    parent.sound.try_out(Settings(), TRY_VOICE)

    assert parent.child is None
    qtbot.waitUntil(lambda: parent.told == ["No chimes: false, no voice: true."])
    qtbot.waitUntil(lambda: not parent.sound.findChildren(QProcess))
    assert parent.told == ["No chimes: false, no voice: true."]


def test_what_is_tried_next_ends_what_is_tried_now(
    parents: list[Parent], qtbot: QtBot
) -> None:
    parent = Parent(children.NEVER_ANSWERS)
    parents.append(parent)

    parent.sound.try_out(Settings(), TRY_VOICE)
    parent.sound.try_out(Settings(), TRY_VOICE)

    qtbot.waitUntil(lambda: len(parent.sound.findChildren(QProcess)) == 1)
    assert parent.told == []


def test_what_cannot_be_tried_is_said(parents: list[Parent], qtbot: QtBot) -> None:
    parent = Parent(children.DIES)
    parents.append(parent)

    parent.sound.try_out(Settings(), TRY_VOICE)

    qtbot.waitUntil(lambda: parent.told == [STOPPED])


def test_a_finished_child_may_say_its_last_words(
    parents: list[Parent], qtbot: QtBot
) -> None:
    parent = begun(parents, children.SERVES)
    child = parent.child
    assert child is not None

    with qtbot.waitSignal(child.finished):
        parent.sound.end(at_once=False)

    assert STOPPED not in parent.told
