"""Deeds are done in order, not before their moment, and can be taken back."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from stretchbreak.audio.schedule import Deed, Schedule
from stretchbreak.runtime.system_clock import steady

SOON = timedelta(milliseconds=30)
LATER = timedelta(hours=1)


class Deeds:
    """Notes what was done, when, and how late."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.late: list[timedelta] = []
        self.at: list[timedelta] = []

    def deed(self, name: str) -> Deed:
        def done(late: timedelta) -> None:
            self.done.append(name)
            self.late.append(late)
            self.at.append(steady())

        return done


@pytest.fixture
def schedule(qapp: object) -> Iterator[Schedule]:
    schedule = Schedule()
    yield schedule
    schedule.put([])
    del qapp


def test_deeds_are_done_in_order_and_never_early(
    schedule: Schedule, qtbot: QtBot
) -> None:
    deeds, now = Deeds(), steady()
    wanted = {"a": now + SOON, "b": now + 2 * SOON, "c": now + 3 * SOON}

    schedule.put((wanted[name], deeds.deed(name)) for name in "cab")
    qtbot.waitUntil(lambda: len(deeds.done) == 3)

    assert deeds.done == ["a", "b", "c"]
    assert all(at >= wanted[name] for name, at in zip("abc", deeds.at, strict=True))
    assert len(schedule) == 0


def test_what_is_past_is_done_at_once_and_told_how_late(schedule: Schedule) -> None:
    deeds = Deeds()

    schedule.put([(steady() - timedelta(seconds=9), deeds.deed("late"))])

    assert deeds.done == ["late"]
    assert deeds.late[0] >= timedelta(seconds=9)


def test_a_new_list_takes_the_place_of_the_old(
    schedule: Schedule, qtbot: QtBot
) -> None:
    deeds, now = Deeds(), steady()
    schedule.put([(now + SOON, deeds.deed("old")), (now + LATER, deeds.deed("far"))])

    schedule.put([(now + SOON, deeds.deed("new"))])
    qtbot.waitUntil(lambda: deeds.done != [])

    assert deeds.done == ["new"]


def test_a_deed_may_add_another(schedule: Schedule, qtbot: QtBot) -> None:
    deeds = Deeds()
    again = deeds.deed("again")

    schedule.put([(steady(), lambda _late: schedule.add(steady() + SOON, again))])
    assert len(schedule) == 1
    qtbot.waitUntil(lambda: deeds.done == ["again"])
