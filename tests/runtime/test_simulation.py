"""A day that did not happen: its clock, its input, and what runs when."""

from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest

from stretchbreak.core import events
from stretchbreak.core.effects import Effect, PromptShown, Rested
from stretchbreak.core.settings import Settings
from stretchbreak.runtime.simulation import Happening, Scenario, Span, simulate
from tests.support.day import Day, known

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
BERLIN = ZoneInfo("Europe/Berlin")


def lived(
    *input_: Span,
    length: timedelta = 60 * MINUTE,
    start: datetime = datetime(2026, 3, 2, 9, tzinfo=BERLIN),
    happenings: tuple[Happening, ...] = (),
) -> list[tuple[datetime, Effect]]:
    """Return what happens on a day with *input_*."""
    day = Scenario(
        start=start,
        length=length,
        settings=Settings(),
        input=input_,
        happenings=happenings,
    )
    return list(simulate(day, known()))


def typing(until: str = "12:00") -> Day:
    """Return a day of typing from 09:00:00 on."""
    return Day("09:00", until).types("09:00:00", "12:00:00")


# Its clock and its input


def test_each_effect_comes_with_the_local_time() -> None:
    ((at, effect),) = lived(Span(timedelta(), 45 * MINUTE), length=46 * MINUTE)

    assert at == datetime(2026, 3, 2, 9, 45, 5, tzinfo=BERLIN)
    assert isinstance(effect, PromptShown)


def test_both_ends_of_a_span_are_input() -> None:
    (_prompt, _hidden, (_at, rest)) = lived(Span(timedelta(), 45 * MINUTE))

    assert isinstance(rest, Rested)
    assert rest.since == datetime(2026, 3, 2, 9, 45, tzinfo=BERLIN)


def test_the_last_second_belongs_to_the_day() -> None:
    span = Span(timedelta(), 45 * MINUTE)

    assert len(lived(span, length=45 * MINUTE + 5 * SECOND)) == 1
    assert lived(span, length=45 * MINUTE + 4 * SECOND) == []


def test_local_times_are_right_through_a_change_of_the_clocks() -> None:
    start = datetime(2026, 3, 29, 1, 30, tzinfo=BERLIN)

    ((at, _effect),) = lived(
        Span(timedelta(), 45 * MINUTE), start=start, length=46 * MINUTE
    )

    assert at == datetime(2026, 3, 29, 3, 15, 5, tzinfo=BERLIN)


def test_an_empty_day_has_an_empty_timeline() -> None:
    assert lived(length=timedelta()) == []
    assert lived() == []


# The order within one second


def test_input_comes_before_what_happens_and_that_before_what_falls_due() -> None:
    # The start is in time: the prompt would appear in the same second.
    day = Day("09:00", "09:50").types("09:00:00", "09:44:50")

    assert day.does("09:45:00", "start").told() == ["09:45:00 session_started short"]


def test_what_happens_in_one_second_keeps_its_order() -> None:
    day = typing("09:40").does("09:30:00", "pause").does("09:30:00", "resume")
    assert day.told() == ["09:30:00 paused None", "09:30:00 resumed"]

    day = typing("09:40").does("09:30:00", "resume").does("09:30:00", "pause")
    assert day.told() == ["09:30:00 paused None"]


def test_what_happens_in_the_first_second_is_not_missed() -> None:
    assert typing("09:40").does("09:00:00", "pause").told() == ["09:00:00 paused None"]


def test_nothing_that_happens_is_input() -> None:
    day = Day("09:00", "10:00").types("09:00:00", "09:10:00")
    for at, do in (("09:11:00", "unlock"), ("09:12:00", "wake"), ("09:13:00", "skip")):
        day.does(at, do)

    assert day.told() == ["09:15:00 rest 09:10:00"]


# What runs when


@pytest.mark.parametrize(("out", "back"), [("suspend", "wake"), ("quit", "launch")])
def test_meanwhile_nothing_of_ours_runs(out: str, back: str) -> None:
    day = typing("10:00").does("09:50:00", out).does("09:51:00", "pause")
    day.does("09:52:00", "start").does("09:53:00", back)

    assert day.told("paused", "session_started") == []


def test_what_falls_due_meanwhile_comes_with_the_wake() -> None:
    day = typing("12:00").does("09:30:00", "pause", for_="10m")
    day.does("09:35:00", "suspend").does("10:00:00", "wake")

    assert day.told("resumed") == ["10:00:00 resumed"]


@pytest.mark.parametrize(("out", "back"), [("suspend", "wake"), ("quit", "launch")])
def test_what_began_or_ended_to_hold_meanwhile_is_noticed(out: str, back: str) -> None:
    day = typing("10:30").does("09:30:00", "dnd_on").does("09:40:00", out)
    day.does("09:41:00", "dnd_off").does("09:41:00", "call_on").does("09:42:00", back)

    assert day.told("held") == ["09:47:01 held call"]


@pytest.mark.parametrize(("out", "back"), [("suspend", "wake"), ("quit", "launch")])
def test_a_setting_changed_meanwhile_holds_afterwards(out: str, back: str) -> None:
    day = typing("11:00").does("09:10:00", out)
    day.does("09:10:10", "set", key="sitting_limit", value="30m")

    assert day.does("09:10:20", back).told("prompt") == ["09:31:21 prompt stretch"]


def test_a_machine_locked_in_its_sleep_wakes_up_locked() -> None:
    day = typing("09:40").does("09:10:00", "suspend").does("09:11:00", "lock")

    assert day.does("09:12:00", "wake").told() == ["09:15:00 rest 09:10:00"]


def test_a_sleep_that_no_wake_follows_ends_with_a_launch() -> None:
    day = typing("11:00").does("09:10:00", "suspend").does("09:11:00", "launch")

    assert day.told("prompt") == ["09:47:01 prompt stretch"]


def test_it_remembers_over_a_restart_what_was_done() -> None:
    day = typing("12:00").does("09:05:00", "start").does("09:30:00", "start")
    day.does("09:50:00", "quit").does("09:50:10", "launch")

    (prompt, *_) = (line for line in day.timeline() if line.event == "prompt")

    assert prompt.fields["routine"] == "walk"


# Sessions


def test_a_started_session_runs_to_its_planned_end() -> None:
    day = Day("09:00", "10:00").does("09:05:00", "start", routine="full")

    assert day.told() == [
        "09:05:00 session_started full",
        "09:17:44 session_ended done",
    ]


def test_input_during_a_session_does_not_matter() -> None:
    assert (
        typing("09:30").does("09:05:00", "start", routine="full").told()
        == Day("09:00", "09:30").does("09:05:00", "start", routine="full").told()
    )


@pytest.mark.parametrize(("out", "back"), [("lock", "unlock"), ("suspend", "wake")])
def test_lock_and_sleep_move_the_end_of_a_session_as_much(out: str, back: str) -> None:
    day = Day("09:00", "10:00").does("09:05:00", "start", routine="full")
    day.does("09:11:00", out).does("09:12:40", back)

    (ended,) = (line for line in day.timeline() if line.event == "session_ended")

    assert ended.time == "09:19:24"
    assert ended.fields == {"result": "done", "seconds": 764}


def test_asleep_and_locked_a_session_goes_on_only_after_both() -> None:
    day = Day("09:00", "10:00").does("09:05:00", "start", routine="walk")
    day.does("09:05:30", "lock").does("09:05:40", "suspend")
    day.does("09:06:40", "wake").does("09:07:30", "unlock")

    assert day.told("session_ended") == ["09:09:00 session_ended done"]


def test_what_hurts_leaves_the_stretch_out() -> None:
    day = Day("09:00", "10:00").does("09:05:00", "start", routine="evening")

    assert day.told("session_ended") == ["09:13:45 session_ended done"]
    # 30 s into the first of three stretches; 55 s of it are left out.
    day.does("09:10:30", "hurts")
    assert day.told("session_ended") == ["09:12:45 session_ended done"]


# The wall clock


def test_a_jump_of_the_wall_clock_alone_moves_nothing() -> None:
    assert typing("11:00").does("09:10:00", "clock_jump", by="+5h").told() == (
        typing("11:00").told()
    )


def test_after_a_jump_times_are_still_told_on_the_old_clock() -> None:
    day = typing("11:00").does("09:10:00", "clock_jump", by="-1h")
    day.does("09:20:00", "pause", until="09:00").does("10:30:00", "resume")

    # On the new clock it is 08:20, so 40 min are left.
    assert day.told("resumed") == ["10:00:00 resumed"]


def test_a_jump_counts_while_the_program_does_not_run() -> None:
    day = typing("11:00").does("09:05:00", "pause", until="10:30")
    day.does("09:10:00", "quit").does("09:20:00", "clock_jump", by="+1h")

    assert day.does("09:30:00", "launch").told("resumed") == ["09:30:00 resumed"]


def test_happenings_may_be_any_event() -> None:
    wish = partial(events.StartAsked, routine="walk", warm=True)

    told = lived(happenings=(Happening(MINUTE, (wish,)),))

    assert [at.minute for at, _effect in told] == [1, 3]
