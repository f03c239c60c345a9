"""What the answers to the safety page allow."""

import pytest

from stretchbreak.core import events
from stretchbreak.core.choice import offered
from stretchbreak.core.effects import Refused
from stretchbreak.core.history import History
from stretchbreak.core.safety import Safety, may_stretch
from stretchbreak.core.settings import Settings
from tests.support.day import Desk

UNFIT = [Safety.UNANSWERED, Safety.CAUTION, Safety.EMERGENCY]


@pytest.mark.parametrize("safety", Safety)
def test_only_who_ticked_nothing_is_offered_stretches(safety: Safety) -> None:
    fit = safety is Safety.CLEAR

    assert may_stretch(safety) is fit
    now = Desk().now.local
    assert offered(Settings(), safety, History(), now) == ("short" if fit else "walk")


@pytest.mark.parametrize("safety", UNFIT)
@pytest.mark.parametrize("routine", ["short", "full", "desk", "morning"])
def test_no_stretch_starts_without_a_clear_answer(safety: Safety, routine: str) -> None:
    desk = Desk().does(lambda at: events.SafetyAnswered(at, safety))

    desk.does(lambda at: events.StartAsked(at, routine))

    assert desk.view.session is None
    (refused,) = (did for _at, did in desk.effects if isinstance(did, Refused))
    assert "safety page" in refused.why


@pytest.mark.parametrize("safety", UNFIT)
@pytest.mark.parametrize("routine", ["walk", "stand", None])
def test_movement_is_open_to_everybody(safety: Safety, routine: str | None) -> None:
    desk = Desk().does(lambda at: events.SafetyAnswered(at, safety))

    desk.does(lambda at: events.StartAsked(at, routine))

    assert desk.view.session is not None
    assert desk.view.session.plan.stretches == ()


def test_a_prompt_offers_a_walk_once_a_caution_is_ticked() -> None:
    desk = Desk().types(60).does(lambda at: events.SafetyAnswered(at, Safety.CAUTION))

    desk.types(46 * 60)

    assert desk.view.prompt is not None
    assert desk.view.prompt.offer.routine == "walk"
