"""A catalogue that changes while the program runs."""

from dataclasses import replace
from functools import partial

from stretchbreak.core import events
from stretchbreak.core.catalogue_change import CatalogueChange, changed, difference
from stretchbreak.core.effects import Refused, SessionEnded
from stretchbreak.core.routine import Catalogue, Routine, Step
from stretchbreak.core.settings import Settings
from tests.support.day import Desk, known

MINE = Routine(
    id="mine",
    name="Mine",
    about="My own.",
    warm_up=False,
    steps=(Step(stretch="single-knee-to-chest"),),
)


def with_mine(mine: Routine = MINE) -> Catalogue:
    return Catalogue(known().stretches, {**known().routines, "mine": mine})


def same(one: Catalogue, other: Catalogue) -> bool:
    return one.stretches == other.stretches and one.routines == other.routines


def test_the_difference_leads_from_one_catalogue_to_the_other_and_back() -> None:
    other = with_mine()
    there, back = difference(known(), other), difference(other, known())

    assert there == CatalogueChange(routines=(MINE,))
    assert same(changed(known(), there), other)
    assert back == CatalogueChange(gone_routines=("mine",))
    assert same(changed(other, back), known())


def becomes(before: Catalogue, after: Catalogue) -> "partial[events.CatalogueChanged]":
    return partial(events.CatalogueChanged, change=difference(before, after))


def test_a_new_routine_can_be_started_at_once_and_a_removed_one_no_longer() -> None:
    desk = Desk().does(becomes(known(), with_mine()))
    desk.does(partial(events.StartAsked, routine="mine"))
    assert desk.view.session is not None
    assert desk.view.session.plan.routine == "mine"

    gone = Desk().does(becomes(known(), with_mine()), becomes(with_mine(), known()))
    gone.does(partial(events.StartAsked, routine="mine"))
    refusals = [did.why for _at, did in gone.effects if isinstance(did, Refused)]
    assert "There is no routine 'mine'" in refusals[0]


def test_a_running_session_keeps_its_plan_and_ends_well_though_it_is_removed() -> None:
    desk = Desk().does(becomes(known(), with_mine()))
    desk.does(partial(events.StartAsked, routine="mine"))
    plan = desk.view.session.plan if desk.view.session else None

    longer = replace(MINE, steps=(*MINE.steps, Step(stretch="pelvic-tilt")))
    desk.does(becomes(with_mine(), with_mine(longer)))
    assert desk.view.session is not None
    assert desk.view.session.plan == plan
    desk.does(becomes(with_mine(longer), known())).waits(200)

    (ended,) = (
        did.session for _at, did in desk.effects if isinstance(did, SessionEnded)
    )
    assert ended.routine == "mine"
    assert desk.view.session is None


def test_an_appointment_offers_what_its_routine_is_by_now() -> None:
    desk = Desk(settings=Settings(appointments=("mon-sun 09:10 mine",)))
    desk.does(becomes(known(), with_mine())).types(15 * 60)
    assert desk.view.prompt is not None
    assert desk.view.prompt.offer.routine == "mine"

    desk.does(becomes(with_mine(), known()))

    # What it names is gone: it offers the usual break, and is not lost.
    assert desk.view.prompt is not None
    assert desk.view.prompt.offer.routine == "short"
