from datetime import timedelta
from typing import Never

import pytest

from stretchbreak.core import events
from stretchbreak.core.coach import Coach
from stretchbreak.core.effects import Effect
from stretchbreak.core.feeling import Feeling
from stretchbreak.core.history import History
from stretchbreak.core.holds import By
from stretchbreak.core.memory import blank
from stretchbreak.core.pause import For, UntilResumed
from stretchbreak.core.prompt import Stage
from stretchbreak.core.safety import Safety
from stretchbreak.core.settings import Settings
from stretchbreak.runtime.deeds import SAVE_EVERY
from stretchbreak.runtime.engine import Engine
from stretchbreak.runtime.replay import replay
from stretchbreak.runtime.timeline import entry
from tests.support.day import known
from tests.support.fakes import HOUR, MINUTE, SECOND, Bench, FakeClock

AT = FakeClock().now()


class HeardCoach(Coach):
    """A coach whose effects are kept for looking at."""

    def handle(self, event: events.Event) -> tuple[Effect, ...]:
        effects = super().handle(event)
        self.effects = (*getattr(self, "effects", ()), *effects)
        return effects


def test_settings_found_in_their_file_are_used_and_not_written_again() -> None:
    bench = Bench()
    bench.passes(40 * MINUTE)
    bench.engine.refresh()
    sitting, found = bench.engine.view().sitting, Settings(snooze=20 * MINUTE)

    bench.engine.settings_found(found)
    lines = len(bench.journal.lines)
    bench.engine.settings_found(found)

    assert bench.engine.settings == found
    assert bench.settings.saved == []
    assert bench.engine.view().sitting == sitting
    assert len(bench.journal.lines) == lines


def test_a_shown_prompt_stays_while_settings_are_found() -> None:
    bench = Bench(sitting_limit="5m")
    bench.idle.stop_input()
    bench.passes(6 * SECOND)
    bench.idle.return_input()
    bench.passes(8 * MINUTE)
    shown = bench.engine.view().prompt
    assert shown is not None

    bench.engine.settings_found(Settings(sitting_limit=HOUR))

    assert bench.engine.view().prompt is not None


def test_an_erased_history_is_forgotten_at_once() -> None:
    bench = Bench()
    bench.engine.start("full")
    bench.passes(8 * MINUTE)
    bench.engine.hurts()
    bench.engine.end_session()
    assert bench.engine.view().painful

    assert bench.engine.erase_history() is None

    assert bench.history.sessions == []
    assert bench.engine.view().painful == frozenset()
    assert bench.engine.view().closing is None


def test_a_history_that_cannot_be_erased_stays() -> None:
    bench = Bench()
    bench.history.fails = "history.sqlite3: the disk is read-only"

    assert bench.engine.erase_history() == bench.history.fails
    assert bench.screen.notices == [bench.history.fails]


def test_the_memory_is_saved_at_once_when_something_happens() -> None:
    bench = Bench(safety=Safety.UNANSWERED)
    bench.passes(10 * SECOND)

    bench.engine.answer_safety(Safety.CAUTION)
    assert bench.memory.saved[-1].safety is Safety.CAUTION

    bench.engine.pause(UntilResumed())
    assert bench.memory.saved[-1].pause is not None


def test_the_memory_is_saved_at_once_when_a_prompt_appears() -> None:
    bench = Bench()
    bench.passes(47 * MINUTE)

    prompts = [(m.at.steady, m.prompt) for m in bench.memory.saved if m.prompt]
    at, shown = next(each for each in prompts if each[1].stage is Stage.SHOWN)

    assert at == shown.since


def test_looking_alone_does_not_save_the_memory() -> None:
    bench = Bench()
    bench.passes(5 * MINUTE)
    saved = len(bench.memory.saved)

    for _look in range(10):
        bench.engine.refresh()

    assert len(bench.memory.saved) == saved


def test_a_program_that_is_killed_loses_at_most_a_minute() -> None:
    bench = Bench(sitting_limit="4h")
    worst = timedelta()

    for _second in range(30 * 60):
        bench.passes(SECOND)
        worst = max(worst, bench.now - bench.memory.saved[-1].at.steady)

    assert worst < SAVE_EVERY < MINUTE
    assert len(bench.memory.saved) == 1 + 30 * MINUTE // SAVE_EVERY


def test_a_killed_program_that_starts_again_knows_the_sitting_time() -> None:
    bench = Bench()
    bench.passes(30 * MINUTE)

    again = Coach(Settings(), known(), History(), bench.memory.saved[-1])
    again.handle(events.Launched(bench.clock.now().later(bench.now + SECOND)))

    assert again.view().sitting >= 29 * MINUTE


def test_an_empty_desk_is_not_written_down_each_minute() -> None:
    bench = Bench(watches=2 * SECOND)
    bench.passes(20 * MINUTE)
    bench.leaves(10 * MINUTE)
    bench.idle.stop_input()
    bench.passes(10 * MINUTE)
    saved = len(bench.memory.saved)

    bench.passes(10 * HOUR)

    assert len(bench.memory.saved) == saved


def test_a_session_that_cannot_be_kept_is_told_and_the_program_goes_on() -> None:
    bench = Bench()
    bench.history.fails = "history.sqlite3: the disk is full"

    bench.engine.start("walk")
    bench.passes(3 * MINUTE)

    assert bench.screen.notices == ["history.sqlite3: the disk is full"]
    assert bench.engine.view().session is None
    assert bench.engine.start("walk") is None


def test_a_rest_that_cannot_be_kept_is_told() -> None:
    bench = Bench()
    bench.history.fails = "history.sqlite3: the disk is full"
    bench.passes(20 * MINUTE)

    bench.leaves(10 * MINUTE)
    bench.passes(20 * SECOND)

    assert bench.screen.notices == ["history.sqlite3: the disk is full"]
    assert bench.engine.view().sitting < MINUTE


def test_settings_that_cannot_be_kept_are_told_and_used() -> None:
    bench = Bench()
    bench.settings.fails = "settings.toml: the disk is full"
    new = Settings(snooze=20 * MINUTE)

    assert bench.engine.change_settings(new) == "settings.toml: the disk is full"
    assert bench.screen.notices == ["settings.toml: the disk is full"]
    assert bench.engine.settings == new


def test_a_memory_that_cannot_be_kept_is_told_once_and_tried_again() -> None:
    bench = Bench()
    bench.memory.fails = "state.json: the disk is full"
    bench.passes(20 * MINUTE)
    assert bench.screen.notices == ["state.json: the disk is full"]

    bench.memory.fails = None
    bench.passes(MINUTE)
    assert bench.memory.saved[-1].at.steady > bench.now - MINUTE

    bench.memory.fails = "state.json: the disk is full"
    bench.passes(20 * MINUTE)
    assert bench.screen.notices == ["state.json: the disk is full"] * 2


def test_what_fails_before_there_is_a_screen_stops_nothing() -> None:
    bench = Bench()
    engine = Engine(bench.coach, bench.engine._ports, lambda: None)
    bench.settings.fails = bench.memory.fails = "the disk is full"

    assert engine.change_settings(Settings()) == "the disk is full"


def fail(why: str) -> Never:
    pytest.fail(why)


def a_morning(bench: Bench) -> None:
    """Let all sorts of things happen."""
    engine = bench.engine
    bench.passes(50 * MINUTE)
    engine.snooze(5 * MINUTE)
    bench.passes(6 * MINUTE)
    engine.hold_began(By.CALL)
    bench.clock.set_wall(HOUR)
    bench.passes(20 * MINUTE)
    engine.ask_anyway()
    engine.start("full")
    bench.passes(7 * MINUTE)
    engine.locked(certain=True)
    bench.passes(MINUTE)
    engine.unlocked()
    engine.toggle_session_pause()
    engine.hurts()
    engine.leave_out()
    engine.toggle_mute()
    bench.passes(10 * MINUTE)
    engine.look_back(Feeling.WORSE, ("pelvic-tilt", "figure-four"))
    engine.find_fine("figure-four")
    bench.idle.lost = True
    engine.change_settings(Settings(sitting_limit=10 * MINUTE))
    engine.suspended()
    bench.clock.pass_(20 * MINUTE)
    engine.woke()
    bench.passes(12 * MINUTE)
    engine.skip()
    engine.undo_skip()
    engine.answer_safety(Safety.CAUTION)
    engine.answer_safety(Safety.CLEAR)
    engine.look_back(None, ())
    engine.pause(For(HOUR))
    bench.passes(2 * HOUR)


def test_the_journal_replayed_gives_the_same_effects_and_view() -> None:
    bench = Bench(make=HeardCoach)
    a_morning(bench)
    (launched, *later) = bench.journal.events()
    assert isinstance(launched, events.Launched)

    again = HeardCoach(Settings(), known(), History(), launched.memory or blank(AT))
    for event in (launched, *later):
        again.handle(event)

    assert isinstance(bench.coach, HeardCoach)
    assert len({type(effect) for effect in again.effects}) > 10
    assert again.effects == bench.coach.effects
    assert again.view() == bench.engine.view()
    assert again.memory() == bench.coach.memory()


def test_the_journal_replayed_gives_the_decisions_that_are_in_it() -> None:
    bench = Bench()
    a_morning(bench)
    journal = [line.encode() for line in bench.journal.lines]

    told = [entry(at, effect) for at, effect in replay(journal, known(), fail)]

    assert len(bench.journal.decisions()) > 10
    assert [each for each in told if each is not None] == bench.journal.decisions()
