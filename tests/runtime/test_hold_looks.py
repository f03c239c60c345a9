"""What must be looked for is looked for when a prompt depends on it."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from stretchbreak.core.effects import Notice
from stretchbreak.core.holds import By
from stretchbreak.core.setting_values import Plain, changed
from stretchbreak.runtime.hold_looks import ASK_EVERY
from tests.support.fakes import MINUTE, SECOND, Bench

TYPING = 60 * SECOND  # who types all the time is waited for so long
SETTLE = 15 * SECOND


def due(settings: Mapping[str, Plain] | None = None) -> Bench:
    """Return a bench on which a prompt is due, and waits for a pause in typing."""
    bench = Bench(sitting_limit="5m")
    bench.engine.change_settings(changed(bench.engine.settings, settings or {}))
    bench.passes(5 * MINUTE + TYPING / 2)
    assert bench.engine.view().due
    assert not shown(bench)
    return bench


def shown(bench: Bench) -> bool:
    return bench.engine.view().prompt is not None


def held(bench: Bench) -> list[By]:
    return [hold.by for hold in bench.engine.view().held]


def test_nothing_is_looked_for_before_a_prompt_is_about_to_appear() -> None:
    bench = due()

    assert bench.holds.asked == 0
    bench.passes(TYPING)
    assert bench.holds.asked == 1
    assert shown(bench)


@pytest.mark.parametrize("by", [By.DND, By.FULLSCREEN, By.CALL, By.PROGRAM])
def test_what_is_found_holds_the_prompt_before_anybody_sees_it(by: By) -> None:
    bench = due()
    bench.holds.on = {by}

    bench.passes(TYPING)

    assert held(bench) == [by]
    assert [view for view in bench.screen.views if view.prompt is not None] == []


def test_the_prompt_comes_once_when_it_is_found_to_be_over() -> None:
    bench = due()
    bench.holds.on = {By.CALL}
    bench.passes(20 * MINUTE)

    bench.holds.on = set()
    bench.passes(ASK_EVERY + SETTLE + TYPING)

    assert shown(bench)
    prompts = [d for d in bench.journal.decisions() if d["event"] == "prompt"]
    assert len(prompts) == 1


def test_while_held_it_is_asked_slowly() -> None:
    bench = due()
    bench.holds.on = {By.CALL}
    bench.passes(TYPING)
    before = bench.holds.asked

    bench.passes(10 * MINUTE)

    assert bench.holds.asked - before == 10 * MINUTE // ASK_EVERY


def test_a_call_that_begins_while_the_prompt_is_shown_hides_it() -> None:
    bench = due()
    bench.passes(TYPING)
    assert shown(bench)

    bench.holds.on = {By.CALL}
    bench.passes(ASK_EVERY)

    assert not shown(bench)
    assert held(bench) == [By.CALL]


def test_held_since_is_when_it_was_found_for_this_prompt() -> None:
    bench = due()
    bench.holds.on = {By.CALL}
    bench.passes(10 * MINUTE)
    bench.engine.walked()  # this call is of no interest any more
    bench.holds.on = set()
    bench.passes(4 * MINUTE)

    bench.holds.on = {By.CALL}
    bench.passes(5 * MINUTE)

    (hold,) = bench.engine.view().held
    assert bench.clock.now().local - hold.since < 5 * MINUTE


def test_a_kind_that_is_switched_off_does_not_hold() -> None:
    bench = due({"hold_call": False})
    bench.holds.on = {By.CALL}

    bench.passes(TYPING)

    assert shown(bench)


def test_switching_a_kind_off_frees_the_prompt() -> None:
    bench = due()
    bench.holds.on = {By.CALL}
    bench.passes(5 * MINUTE)
    assert held(bench) == [By.CALL]

    bench.engine.change_settings(replace(bench.engine.settings, hold_call=False))
    bench.passes(SETTLE + TYPING)

    assert shown(bench)


def test_remind_me_anyway_shows_it_whatever_was_found() -> None:
    bench = due()
    bench.holds.on = {By.CALL}
    bench.passes(5 * MINUTE)

    bench.engine.ask_anyway()
    bench.passes(2 * ASK_EVERY)

    assert shown(bench)


def test_what_is_told_and_what_is_found_end_in_any_order() -> None:
    for first, second in ((By.DND, By.CALL), (By.CALL, By.DND)):
        bench = due()
        bench.engine.hold_began(By.DND)
        bench.passes(3 * MINUTE)
        bench.engine.hold_ended(By.DND)
        bench.holds.on = {By.CALL}
        bench.passes(SETTLE + TYPING)  # about to show, it is found
        bench.engine.hold_began(By.DND)
        for over in (first, second):
            assert not shown(bench)
            if over is By.DND:
                bench.engine.hold_ended(By.DND)
            bench.holds.on -= {over}
            bench.passes(ASK_EVERY)
        bench.passes(SETTLE + TYPING)
        assert shown(bench)


def test_nothing_is_looked_for_while_nobody_is_there() -> None:
    bench = due()
    bench.passes(TYPING)
    bench.idle.stop_input()
    bench.passes(4 * MINUTE)
    before = bench.holds.asked

    bench.passes(MINUTE / 2)

    assert bench.holds.asked == before


def test_who_is_held_for_long_is_told_and_not_looked_for_after_an_answer() -> None:
    bench = due({"hold_limit": "10m"})
    bench.holds.on = {By.FULLSCREEN}
    bench.passes(11 * MINUTE)
    assert bench.screen.notices == [Notice.HELD_LONG.value]

    bench.engine.walked()
    before = bench.holds.asked
    bench.passes(4 * MINUTE)

    assert bench.holds.asked == before


def test_the_journal_tells_what_was_found() -> None:
    bench = due()
    bench.holds.on = {By.CALL}
    bench.passes(5 * MINUTE)
    bench.holds.on = set()
    bench.passes(2 * MINUTE)

    assert {"HoldBegan", "HoldEnded"} <= set(bench.journal.kinds())
