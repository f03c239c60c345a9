"""What becomes of journals, whole and broken."""

import json
from datetime import timedelta

import pytest

from stretchbreak.core import events
from stretchbreak.core.holds import By
from stretchbreak.core.pause import For
from stretchbreak.runtime import journal
from stretchbreak.runtime.replay import NothingToReplayError, replay
from stretchbreak.runtime.timeline import Entry, entry
from tests.support.day import known
from tests.support.fakes import HOUR, MINUTE, SECOND, Bench

PLAIN_LAUNCH = journal.line(events.Launched(Bench().clock.now()))


def an_hour(*, last: str = "skip") -> Bench:
    """Return a bench at which a prompt came and was answered."""
    bench = Bench()
    bench.passes(48 * MINUTE)
    bench.engine.snooze(5 * MINUTE)
    bench.engine.hold_began(By.DND)
    bench.passes(6 * MINUTE)
    bench.engine.hold_ended(By.DND)
    bench.passes(6 * MINUTE)
    assert getattr(bench.engine, last)() is None
    return bench


def replayed(lines: list[str]) -> tuple[list[Entry], list[str]]:
    """Return what is decided, and what is said of lines passed over."""
    said: list[str] = []
    raw = [line.encode() + b"\n" for line in lines]
    told = (entry(at, effect) for at, effect in replay(raw, known(), said.append))
    return [each for each in told if each is not None], said


def test_a_journal_gives_the_decisions_that_are_in_it() -> None:
    bench = an_hour()

    told, said = replayed(bench.journal.lines)

    assert [each["event"] for each in told] == [
        *("prompt", "prompt_hidden", "snoozed", "held", "released", "prompt"),
        *("prompt_hidden", "skipped"),
    ]
    assert told == bench.journal.decisions()
    assert said == []


def test_each_launch_begins_from_what_it_says() -> None:
    first, second = an_hour(), an_hour(last="walked")

    told, said = replayed([*first.journal.lines, *second.journal.lines])

    assert told == [*first.journal.decisions(), *second.journal.decisions()]
    assert said == []


def test_what_is_older_than_the_first_launch_is_passed_over() -> None:
    older, bench = an_hour(last="walked"), an_hour()
    middle = older.journal.lines[10:]
    happened = [line for line in middle if journal.event(line) is not None]

    told, said = replayed([*middle, *bench.journal.lines])

    assert told == bench.journal.decisions()
    (line,) = said
    assert f" {len(middle)} older lines" in line
    assert len(happened) < len(middle)


@pytest.mark.parametrize(
    "lines", [[], ["{"], [PLAIN_LAUNCH], an_hour().journal.lines[1:]]
)
def test_without_a_launch_that_says_all_there_is_nothing_to_replay(
    lines: list[str],
) -> None:
    with pytest.raises(NothingToReplayError):
        replayed(lines)


def test_a_plain_launch_goes_on_with_what_is_known() -> None:
    bench = an_hour()
    at = bench.clock.now()

    told, said = replayed([*bench.journal.lines, journal.line(events.Launched(at))])

    assert (told, said) == (bench.journal.decisions(), [])


AT = Bench().clock.now()
LOCKED = journal.line(events.Locked(AT))
ENDLESS = journal.line(events.PauseAsked(AT, For(timedelta.max)))
IMPOSSIBLE = [
    ("", "Expecting value"),
    (LOCKED[:-20], "line 4: "),
    ("\udc80", "line 4: "),
    (LOCKED.replace("Locked", "Sneezed"), "'Sneezed'"),
    (LOCKED.replace("3600000000", "1"), "not before"),
    (LOCKED.replace("3600000000", "9" * 20), "line 4: "),
    (ENDLESS, "line 4: "),
]


@pytest.mark.parametrize(("broken", "why"), IMPOSSIBLE)
def test_a_broken_line_is_named_and_passed_over(broken: str, why: str) -> None:
    bench = an_hour()
    lines = bench.journal.lines

    raw = [
        line.encode("utf-8", "surrogateescape")
        for line in [*lines[:3], broken, *lines[3:]]
    ]
    said: list[str] = []
    told = [entry(at, each) for at, each in replay(raw, known(), said.append)]

    assert told == bench.journal.decisions()
    (line,) = said
    assert line.startswith("line 4: ")
    assert why in line
    assert line.endswith("passed over")


def test_a_decision_that_was_changed_changes_nothing() -> None:
    bench = an_hour()
    changed = [
        json.dumps({"did": "?"}) if journal.event(line) is None else line
        for line in bench.journal.lines
    ]

    assert replayed(changed) == (bench.journal.decisions(), [])


def two_days() -> Bench:
    """Return a bench after a night and a rest, at which a prompt came afterwards."""
    bench = Bench(watches=2 * SECOND)
    bench.passes(20 * MINUTE)
    bench.leaves(14 * HOUR)
    bench.passes(20 * MINUTE)
    bench.leaves(20 * MINUTE)
    bench.passes(50 * MINUTE)
    assert bench.engine.snooze(5 * MINUTE) is None
    return bench


def test_without_its_launch_it_begins_from_how_everything_stood() -> None:
    lines = two_days().journal.lines
    (at,) = (i for i, line in enumerate(lines) if journal.standing(line))

    told, said = replayed(lines[at - 4 :])

    assert [each["event"] for each in told] == ["prompt", "prompt_hidden", "snoozed"]
    assert told == replayed(lines)[0][-3:]
    assert said == ["its launch is not in it; 4 older lines are passed over"]


def test_how_everything_stood_changes_nothing_in_a_journal_with_its_launch() -> None:
    bench = two_days()

    told, said = replayed(bench.journal.lines)

    assert told == bench.journal.decisions()
    assert said == []


def test_how_everything_stands_is_not_said_while_something_is_under_way() -> None:
    bench = Bench(watches=2 * SECOND)
    bench.leaves(14 * HOUR)
    bench.passes(20 * MINUTE)
    bench.engine.hold_began(By.DND)
    bench.leaves(20 * MINUTE)

    assert not any(map(journal.standing, bench.journal.lines))
