import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from stretchbreak.core import events
from stretchbreak.core.catalogue_change import CatalogueChange
from stretchbreak.core.coach import Coach
from stretchbreak.core.effects import SessionEnded
from stretchbreak.core.events import CatalogueChanged
from stretchbreak.core.feeling import Feeling, Felt, FoundPainful
from stretchbreak.core.history import History, Result
from stretchbreak.core.holds import By
from stretchbreak.core.memory import blank
from stretchbreak.core.pause import For, UntilResumed
from stretchbreak.core.routine import Catalogue
from stretchbreak.core.safety import Safety
from stretchbreak.core.settings import Settings
from stretchbreak.runtime import journal
from stretchbreak.runtime.engine import Engine
from tests.support.day import known
from tests.support.fakes import HOUR, MINUTE, SECOND, Bench

Call = Callable[[Engine], object]


def asked() -> Bench:
    """Return a bench on which a prompt is shown."""
    bench = Bench()
    bench.passes(47 * MINUTE)
    assert bench.engine.view().prompt is not None
    return bench


def test_a_turn_says_input_then_what_happened_then_time_all_at_one_moment() -> None:
    bench = Bench()
    bench.passes(10 * MINUTE)
    before = len(bench.journal.lines)

    bench.engine.locked(certain=True)

    assert bench.journal.kinds(before) == ["InputRead", "Locked", "TimePassed"]
    assert {event.at for event in bench.journal.events(before)} == {bench.clock.now()}


def test_first_of_all_the_program_was_launched() -> None:
    assert Bench().journal.kinds() == ["Launched", "InputRead", "TimePassed"]


def test_the_launch_says_what_the_coach_begins_from() -> None:
    bench = Bench(sitting_limit="20m", safety=Safety.CAUTION)

    (launched, *_) = bench.journal.events()

    assert launched == events.Launched(
        bench.clock.now(),
        blank(bench.clock.now(), Safety.CAUTION),
        Settings(sitting_limit=20 * MINUTE),
        History(),
    )


def test_what_was_decided_is_written_after_what_happened() -> None:
    bench = Bench()
    bench.passes(10 * MINUTE)
    before = len(bench.journal.lines)

    bench.engine.start("walk")

    (_input, asked, decided, _time) = bench.journal.lines[before:]
    assert isinstance(journal.event(asked), events.StartAsked)
    assert json.loads(decided) == {
        "did": {
            "at": "2026-03-02T09:10:00",
            "event": "session_started",
            "routine": "walk",
        }
    }


def test_the_input_that_is_read_is_what_the_source_says() -> None:
    bench = Bench()
    bench.idle.stop_input(40 * SECOND)
    bench.engine.wake()

    read = [e for e in bench.journal.events() if isinstance(e, events.InputRead)]

    assert [event.idle_for for event in read] == [timedelta(), 40 * SECOND]


CHANGED = Settings(snooze=20 * MINUTE)
WISHES: list[tuple[Call, str]] = [
    (lambda engine: engine.start("walk"), "StartAsked"),
    (lambda engine: engine.snooze(), "SnoozeAsked"),
    (lambda engine: engine.skip(), "SkipAsked"),
    (lambda engine: engine.undo_skip(), "SkipUndone"),
    (lambda engine: engine.walked(), "WalkedSaid"),
    (lambda engine: engine.ask_anyway(), "AskAnywayAsked"),
    (lambda engine: engine.pause(UntilResumed()), "PauseAsked"),
    (lambda engine: engine.resume(), "ResumeAsked"),
    (lambda engine: engine.toggle_session_pause(), "SessionPauseAsked"),
    (lambda engine: engine.next_step(), "NextAsked"),
    (lambda engine: engine.previous_step(), "PreviousAsked"),
    (lambda engine: engine.end_session(), "EndAsked"),
    (lambda engine: engine.hurts(), "HurtSaid"),
    (lambda engine: engine.leave_out(), "LeaveOutAsked"),
    (lambda engine: engine.try_easier(), "EasierAsked"),
    (lambda engine: engine.toggle_mute(), "MuteAsked"),
    (lambda engine: engine.change_settings(Settings()), "SettingsChanged"),
    (lambda engine: engine.settings_found(CHANGED), "SettingsChanged"),
    (lambda engine: engine.erase_history(), "HistoryErased"),
    (lambda engine: engine.answer_safety(Safety.CAUTION), "SafetyAnswered"),
]
NEWS: list[tuple[Call, str]] = [
    (lambda engine: engine.locked(certain=True), "Locked"),
    (lambda engine: engine.unlocked(), "Unlocked"),
    (lambda engine: engine.suspended(), "Suspended"),
    (lambda engine: engine.woke(), "Woke"),
    (lambda engine: engine.hold_began(By.DND), "HoldBegan"),
    (lambda engine: engine.hold_ended(By.DND), "HoldEnded"),
]


@pytest.mark.parametrize(("call", "event"), [*WISHES, *NEWS])
def test_each_wish_and_each_piece_of_news_becomes_its_event(
    call: Call, event: str
) -> None:
    bench = Bench()
    before = len(bench.journal.lines)

    call(bench.engine)

    assert bench.journal.kinds(before) == ["InputRead", event, "TimePassed"]


def test_what_a_wish_says_is_in_its_event() -> None:
    bench = Bench()
    new = Settings(snooze=20 * MINUTE)

    bench.engine.start("walk", warm=True)
    bench.engine.snooze(7 * MINUTE)
    bench.engine.pause(For(HOUR))
    bench.engine.change_settings(new)
    bench.engine.answer_safety(Safety.EMERGENCY)
    bench.engine.hold_began(By.CALL)

    now = bench.clock.now()
    wishes = {type(event): event for event in bench.journal.events()}
    assert wishes[events.StartAsked] == events.StartAsked(now, "walk", warm=True)
    assert wishes[events.SnoozeAsked] == events.SnoozeAsked(now, 7 * MINUTE)
    assert wishes[events.PauseAsked] == events.PauseAsked(now, For(HOUR))
    assert wishes[events.SettingsChanged] == events.SettingsChanged(now, new)
    assert wishes[events.HoldBegan] == events.HoldBegan(now, By.CALL)
    assert wishes[events.SafetyAnswered] == events.SafetyAnswered(now, Safety.EMERGENCY)


def test_a_wish_made_during_a_turn_waits_for_the_next() -> None:
    bench = Bench()
    before = len(bench.journal.lines)
    answers: list[str | None] = []
    bench.screen.during = lambda: answers.append(bench.engine.end_session())

    bench.engine.start("walk")

    assert bench.journal.kinds(before) == [
        *("InputRead", "StartAsked", "TimePassed"),
        *("InputRead", "EndAsked", "TimePassed"),
    ]
    assert answers == [None]
    assert bench.engine.view().session is None


def test_a_wish_refused_after_the_turn_does_not_refuse_the_one_before() -> None:
    bench = Bench()
    bench.screen.during = bench.engine.skip

    assert bench.engine.start("walk") is None


def test_waking_during_a_turn_does_nothing() -> None:
    bench = Bench()
    before = len(bench.journal.lines)
    bench.screen.during = bench.engine.wake

    bench.engine.refresh()

    assert bench.journal.kinds(before) == ["InputRead", "TimePassed"]


def test_a_session_is_kept_when_it_ends() -> None:
    bench = Bench()

    bench.engine.start("walk")
    bench.passes(3 * MINUTE)

    (session,) = bench.history.sessions
    assert (session.routine, session.result) == ("walk", Result.DONE)
    assert session.spent == 2 * MINUTE


def test_a_rest_is_kept_with_its_whole_length_when_the_user_is_back() -> None:
    bench = Bench()
    bench.passes(20 * MINUTE)
    left = bench.clock.now().local

    bench.leaves(10 * MINUTE)
    before = list(bench.history.rests)
    bench.passes(20 * SECOND)

    assert before == []
    assert bench.history.rests == [(left, left + 10 * MINUTE)]


def test_what_is_said_of_a_session_is_kept() -> None:
    bench = Bench()
    bench.engine.start("evening")
    bench.passes(15 * MINUTE)

    bench.engine.look_back(Feeling.BETTER, ("figure-four",))

    assert bench.screen.views[-1].closing is None
    assert bench.history.remarks == [
        FoundPainful(bench.clock.now().local, "figure-four"),
        Felt(bench.clock.now().local, Feeling.BETTER),
    ]


def test_the_screen_is_kept_awake_while_a_session_runs() -> None:
    bench = Bench()
    bench.engine.start("evening")
    bench.passes(MINUTE)
    bench.engine.toggle_session_pause()
    bench.passes(299 * SECOND)
    before = list(bench.awake.kept)
    bench.passes(SECOND)
    bench.engine.toggle_session_pause()
    bench.passes(20 * MINUTE)

    assert before == [True]
    assert bench.awake.kept == [True, False, True, False]


def test_quitting_lets_the_screen_sleep() -> None:
    bench = Bench()
    bench.engine.start("evening")

    bench.engine.quit()

    assert bench.awake.kept == [True, False]


def test_a_killed_program_leaves_an_honest_record_of_its_session() -> None:
    bench = Bench()
    bench.engine.start("evening")
    bench.passes(2 * MINUTE)
    killed = bench.memory.saved[-1]

    again = Coach(Settings(), known(), History(), killed)
    (ended,) = again.handle(events.Launched(bench.clock.now()))

    assert isinstance(ended, SessionEnded)
    assert ended.session.result is Result.PARTIAL
    assert ended.session.ended == killed.at.local
    assert again.memory().unfinished is None


def test_a_second_start_brings_the_session_to_the_front() -> None:
    bench = Bench()
    bench.engine.start("walk")

    assert bench.engine.start("full") is None
    assert bench.screen.raised == 1


def test_the_end_of_a_pause_is_told() -> None:
    bench = Bench()

    bench.engine.pause(For(HOUR))
    bench.passes(HOUR)

    assert bench.screen.notices == ["pause_over"]


def test_settings_are_kept_and_in_force() -> None:
    bench = Bench()
    new = Settings(snooze=20 * MINUTE)

    assert bench.engine.change_settings(new) is None
    assert bench.settings.saved == [new]
    assert bench.engine.settings == new


def test_opening_looks_first_and_then_brings_the_program_to_the_front() -> None:
    bench = Bench()
    bench.clock.pass_(MINUTE)

    bench.engine.open()

    assert bench.screen.opened == 1
    assert bench.screen.views[-1].at == bench.clock.now()


REFUSED: list[tuple[Call, str]] = [
    (lambda engine: engine.start("yoga"), "There is no routine 'yoga'. There are: "),
    (lambda engine: engine.snooze(), "No reminder is shown, so none can be snoozed."),
    (lambda engine: engine.skip(), "No reminder is shown, so none can be skipped."),
    (lambda engine: engine.undo_skip(), "There is no skip to take back."),
    (lambda engine: engine.ask_anyway(), "No reminder is held."),
    (lambda engine: engine.resume(), "Reminders are not paused."),
    (lambda engine: engine.toggle_session_pause(), "No session is running."),
    (lambda engine: engine.next_step(), "No session is running."),
    (lambda engine: engine.previous_step(), "No session is running."),
    (lambda engine: engine.end_session(), "No session is running."),
    (lambda engine: engine.hurts(), "No session is running."),
    (lambda engine: engine.leave_out(), "No session is running."),
    (lambda engine: engine.try_easier(), "No session is running."),
]


@pytest.mark.parametrize(("call", "why"), REFUSED)
def test_a_wish_that_cannot_be_met_returns_why(call: Call, why: str) -> None:
    bench = Bench()
    before = bench.engine.view()

    refused = call(bench.engine)

    assert str(refused).startswith(why)
    assert bench.engine.view() == before


def test_a_wish_that_is_met_returns_nothing() -> None:
    assert asked().engine.snooze() is None
    assert asked().engine.skip() is None
    assert asked().engine.walked() is None
    assert asked().engine.start() is None


def test_quitting_ends_the_session_keeps_all_and_lets_go() -> None:
    bench = Bench()
    bench.engine.start("walk")
    bench.passes(MINUTE)

    bench.engine.quit()

    assert bench.journal.kinds()[-1] == "Quit"
    assert len(bench.history.sessions) == 1
    assert bench.memory.saved[-1].at == bench.clock.now()
    assert bench.idle.closed == 1
    assert bench.waker.delay is None
    assert bench.quits == 1


@pytest.mark.parametrize("call", [call for call, _event in [*WISHES, *NEWS]])
def test_nothing_happens_after_the_end(call: Call) -> None:
    bench = Bench()
    bench.engine.quit()
    lines, views = len(bench.journal.lines), len(bench.screen.views)

    call(bench.engine)
    bench.engine.wake()
    bench.engine.refresh()
    bench.engine.open()
    bench.engine.quit()
    bench.idle.return_input()

    assert len(bench.journal.lines) == lines
    assert len(bench.screen.views) == views
    assert (bench.screen.opened, bench.quits) == (0, 1)
    assert bench.waker.delay is None


def test_a_wish_after_the_end_is_refused() -> None:
    bench = Bench()
    bench.engine.quit()

    assert bench.engine.start() == "Stretchbreak is about to end."


def test_quitting_during_a_turn_still_keeps_all() -> None:
    bench = Bench()
    bench.screen.during = bench.engine.quit

    bench.engine.start("walk")

    assert bench.journal.kinds()[-1] == "Quit"
    assert len(bench.history.sessions) == 1
    assert bench.quits == 1


def test_what_is_wished_during_the_last_turn_is_too_late() -> None:
    bench = Bench()
    answers: list[str | None] = []
    bench.screen.during = lambda: answers.append(bench.engine.start("walk"))

    bench.engine.quit()

    assert bench.journal.kinds()[-1] == "Quit"
    assert answers == ["Stretchbreak is about to end."]


def test_painting_that_fails_does_not_keep_the_program_from_ending() -> None:
    bench = Bench()

    def fail() -> None:
        raise ZeroDivisionError

    bench.screen.during = fail
    with pytest.raises(ZeroDivisionError):
        bench.engine.quit()

    assert bench.quits == 1


def test_a_turn_that_fails_does_not_stop_the_next() -> None:
    bench = Bench()

    def fail() -> None:
        raise ZeroDivisionError

    bench.screen.during = fail
    with pytest.raises(ZeroDivisionError):
        bench.engine.refresh()

    assert bench.engine.start("walk") is None


def test_a_routine_that_was_changed_can_be_started_and_is_in_the_journal() -> None:
    bench = Bench()
    mine = replace(known().routines["evening"], id="mine", name="Mine")
    routines = {**known().routines, "mine": mine}

    bench.engine.change_catalogue(Catalogue(known().stretches, routines))

    assert bench.engine.start("mine") is None
    (said,) = (e for e in bench.journal.events() if isinstance(e, CatalogueChanged))
    assert said.change == CatalogueChange(routines=(mine,))
