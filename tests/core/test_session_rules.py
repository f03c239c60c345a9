"""The session, rule by rule, as the person on the mat goes through it.

Each test lives through a session at a desk, by the coach alone, and looks at what
the screen and the sound would say.
"""

from datetime import timedelta
from functools import partial

import pytest

from stretchbreak.core import choice, events, player, results
from stretchbreak.core.choices import Pace
from stretchbreak.core.cues import Cue, Kind
from stretchbreak.core.effects import PromptShown, SessionEnded
from stretchbreak.core.history import Outcome, Result, Session
from stretchbreak.core.holds import By
from stretchbreak.core.plan import Phase
from stretchbreak.core.routine import Side, Step
from stretchbreak.core.score import score
from stretchbreak.core.settings import Settings
from stretchbreak.core.view import SessionView
from tests.support.day import Day, Desk, Wish, known

SECOND = timedelta(seconds=1)
WARM_UP = 300
FIRST_HOLD = WARM_UP + 20
"""When the left knee's hold begins, in "evening"; it lasts 30 s."""
SECOND_SIDE = FIRST_HOLD + 30 + 5
"""When the right knee's hold begins."""
SIXTH = WARM_UP + 20 + 5 * (5 + 3)
"""When the sixth tilt of "morning" begins; each is 5 s, and 3 s to let go."""


def on_the_mat(seconds: float, routine: str = "evening") -> Desk:
    """Return a desk whose person has been in *routine* for *seconds*."""
    return Desk().does(partial(events.StartAsked, routine=routine)).waits(seconds)


def shown(desk: Desk) -> SessionView:
    session = desk.view.session
    assert session is not None
    return session


def heard(desk: Desk) -> tuple[Cue, ...]:
    """Return what is still to be heard."""
    run = desk.coach.run
    assert run is not None
    now = desk.now.steady
    return tuple(cue for cue in score(run, Pace.NORMAL) if cue.at >= now)


def record(desk: Desk) -> Session:
    """Return the record of the one session that ended."""
    (ended,) = (did for _at, did in desk.effects if isinstance(did, SessionEnded))
    return ended.session


def paused(desk: Desk, seconds: float, *away: Wish) -> Desk:
    """Stop for *seconds*, by a key or by what is *away*, and go on by a key."""
    first, *back = away or (events.SessionPauseAsked,)
    desk.does(first).waits(seconds).does(*back)
    return desk.does(events.SessionPauseAsked)


# A pause in a hold

AWAY = pytest.mark.parametrize(
    "away",
    [
        pytest.param((), id="a key"),
        pytest.param((events.Locked, events.Unlocked), id="lock"),
        pytest.param((events.Suspended, events.Woke), id="suspend"),
    ],
)


@AWAY
@pytest.mark.parametrize("length", [5, 30])
def test_after_a_pause_up_to_30_s_three_seconds_then_the_remaining_time(
    length: int, away: tuple[Wish, ...]
) -> None:
    desk = paused(on_the_mat(FIRST_HOLD + 10), length, *away)

    assert (shown(desk).phase, shown(desk).remaining) == (Phase.RESUME, 3 * SECOND)
    assert heard(desk)[0].kind is Kind.RESUMED
    desk.waits(3)
    assert (shown(desk).phase, shown(desk).remaining) == (Phase.HOLD, 20 * SECOND)
    assert record(desk.waits(900)).stretches[0].held == (30 * SECOND, 30 * SECOND)


@AWAY
@pytest.mark.parametrize("length", [30.1, 45])
def test_after_a_longer_one_the_hold_starts_again_in_full_with_its_set_up_cue(
    length: float, away: tuple[Wish, ...]
) -> None:
    desk = paused(on_the_mat(FIRST_HOLD + 10), length, *away)

    assert (shown(desk).phase, shown(desk).remaining) == (
        Phase.GET_READY,
        20 * SECOND,
    )
    assert [cue.kind for cue in heard(desk)][:3] == [
        Kind.NAME,
        Kind.BREATHE_IN,
        Kind.START,
    ]
    desk.waits(20)
    assert (shown(desk).phase, shown(desk).remaining) == (Phase.HOLD, 30 * SECOND)
    assert record(desk.waits(900)).stretches[0].held == (40 * SECOND, 30 * SECOND)


def test_on_the_second_side_that_set_up_is_the_switch() -> None:
    desk = paused(on_the_mat(SECOND_SIDE + 10), 45)

    assert (shown(desk).phase, shown(desk).side) == (Phase.SWITCH, Side.RIGHT)
    assert heard(desk)[0].kind is Kind.SWITCH
    assert record(desk.waits(900)).stretches[0].held == (30 * SECOND, 40 * SECOND)


@AWAY
def test_lock_or_suspend_pauses_and_what_follows_does_not_resume_by_itself(
    away: tuple[Wish, ...],
) -> None:
    desk = on_the_mat(FIRST_HOLD + 10)
    first, *back = away or (events.SessionPauseAsked,)

    desk.does(first).waits(60).does(*back).types(60)

    assert (shown(desk).phase, shown(desk).ends_at) == (Phase.PAUSED, None)
    assert shown(desk).remaining == 20 * SECOND


# A pause that is forgotten

HALF_AN_HOUR = 30 * 60


@pytest.mark.parametrize("stop", [events.SessionPauseAsked, events.HurtSaid])
def test_stopped_for_half_an_hour_it_ends_by_itself_and_reminders_go_on(
    stop: Wish,
) -> None:
    desk = on_the_mat(FIRST_HOLD + 10).does(stop)
    stopped = desk.now.local
    desk.types(HALF_AN_HOUR - 1)
    assert not shown(desk).awake

    desk.types(2)

    assert desk.view.session is None
    kept = record(desk)
    assert (kept.ended, kept.spent) == (stopped, (FIRST_HOLD + 10) * SECOND)
    assert kept.stretches[0].held == (10 * SECOND, timedelta())
    desk.types(46 * 60)
    assert [did for _at, did in desk.effects if isinstance(did, PromptShown)]


@pytest.mark.parametrize(
    "away", [(events.Locked, events.Unlocked), (events.Suspended, events.Woke)]
)
def test_who_was_away_for_longer_finds_it_waiting(away: tuple[Wish, Wish]) -> None:
    desk = on_the_mat(FIRST_HOLD + 10)
    stopped = desk.now.local
    desk.does(away[0]).waits(10 * HALF_AN_HOUR)

    desk.does(away[1]).types(HALF_AN_HOUR - 1)

    assert shown(desk).phase is Phase.PAUSED
    assert record(desk.types(2)).ended == stopped


def test_in_a_simulated_day_it_goes_on_however_long_the_lock() -> None:
    day = Day("09:00", "12:00").types("09:00:00", "09:01:00")
    day.does("09:01:00", "start", routine="walk")
    day.does("09:01:30", "lock").does("10:30:00", "unlock")

    assert day.told("session_ended") == ["10:31:30 session_ended done"]


# A pause among repetitions


def repetitions(desk: Desk) -> list[int]:
    """Return the repetitions that are pressed from now on, in order."""
    pressed = []
    while shown(desk).phase is not Phase.REST:
        if shown(desk).phase is Phase.PRESS:
            pressed.append(shown(desk).rep)
        desk.waits(shown(desk).remaining / SECOND)
    return pressed


@pytest.mark.parametrize(
    ("length", "ready", "held"),
    [
        pytest.param(5, 3, 40, id="5 s"),
        pytest.param(45, 20, 42, id="45 s"),
    ],
)
def test_eight_tilts_with_a_pause_in_the_sixth_are_eight_tilts(
    length: int, ready: int, held: int
) -> None:
    desk = paused(on_the_mat(SIXTH + 2, "morning"), length)
    run = desk.coach.run
    assert run is not None
    ends = player.ends_at(run)

    assert shown(desk).remaining == ready * SECOND
    assert repetitions(desk) == [6, 7, 8]
    tilts = record(desk.waits(900)).stretches[0]
    assert (tilts.outcome, tilts.held) == (Outcome.DONE, (held * SECOND,))
    assert desk.effects[-1][0] == ends


@pytest.mark.parametrize(("rep", "after"), [(6, [7, 8]), (8, [])])
def test_a_long_pause_while_letting_go_repeats_no_tilt(
    rep: int, after: list[int]
) -> None:
    let_go = WARM_UP + 20 + rep * (5 + 3) - 2

    desk = paused(on_the_mat(let_go, "morning"), 45)

    assert shown(desk).phase is (Phase.GET_READY if after else Phase.RESUME)
    assert repetitions(desk) == after
    assert record(desk.waits(900)).stretches[0].outcome is Outcome.DONE


def test_two_long_pauses_in_the_sixth_forget_no_tilt_either() -> None:
    desk = paused(on_the_mat(SIXTH + 2, "morning"), 45).waits(5)

    assert repetitions(paused(desk, 45)) == [6, 7, 8]


@pytest.mark.parametrize(
    ("key", "pressed"),
    [
        pytest.param(events.PreviousAsked, [1, 2, 3, 4, 5, 6, 7, 8], id="again"),
        pytest.param(events.NextAsked, [], id="on"),
    ],
)
def test_a_key_in_the_set_up_done_again_goes_where_it_always_goes(
    key: Wish, pressed: list[int]
) -> None:
    desk = paused(on_the_mat(SIXTH + 2, "morning"), 45).waits(5).does(key)

    assert repetitions(desk) == pressed
    knee = record(desk.waits(900)).stretches[1]
    assert (knee.outcome, knee.held) == (Outcome.DONE, (30 * SECOND, 30 * SECOND))


def test_what_is_heard_after_a_long_pause_goes_on_with_that_tilt() -> None:
    desk = paused(on_the_mat(SIXTH + 2, "morning"), 45)
    to_come, ends = heard(desk), desk.now.steady + shown(desk).left

    assert [cue.kind for cue in to_come].count(Kind.RELEASE) == 3
    assert to_come[-1].at == ends


# Sides


@pytest.mark.parametrize(
    "sides",
    [
        pytest.param((Side.LEFT, Side.RIGHT), id="left first"),
        pytest.param((Side.RIGHT, Side.LEFT), id="right first"),
    ],
)
def test_skipping_one_side_offers_the_other_and_shows_as_skipped(
    sides: tuple[Side, Side],
) -> None:
    step = Step(stretch="single-knee-to-chest", sides=sides)
    offer = choice.Offer(routine="evening", steps=(step,), warm=True)
    run = player.begin(choice.planned(offer, known(), Settings()), timedelta())
    assert run.segment.side is sides[0]

    run = player.skip_ahead(run, 5 * SECOND)
    assert (run.segment.phase, run.segment.side) == (Phase.SWITCH, sides[1])

    run = player.advance(run, 60 * SECOND)
    (knee,) = results.outcomes(run, 60 * SECOND)
    assert knee.outcome is Outcome.SKIPPED
    assert set(knee.held) == {timedelta(), 30 * SECOND}


# Pain

PHASES = [
    (10, Phase.WARM_UP),
    (310, Phase.GET_READY),
    (330, Phase.PRESS),
    (327, Phase.RELEASE),
    (386, Phase.REST),
    (410, Phase.HOLD),
    (432, Phase.SWITCH),
]


@pytest.mark.parametrize(("second", "phase"), PHASES)
def test_that_hurts_silences_within_the_same_event_in_each_phase(
    second: int, phase: Phase
) -> None:
    desk = on_the_mat(second, "morning")
    assert shown(desk).phase is phase

    desk.coach.handle(events.HurtSaid(desk.now))

    assert (shown(desk).phase, heard(desk)) == (Phase.HURT, ())
    assert desk.coach.next_wake() == desk.now.steady + player.AWAKE_IN_PAUSE


@pytest.mark.parametrize("before", ["paused", "resuming", "getting up"])
def test_that_hurts_silences_while_nothing_is_stretched_too(before: str) -> None:
    desk = on_the_mat(FIRST_HOLD + 10)
    if before == "getting up":
        desk.waits(shown(desk).left / SECOND - 5)
        assert shown(desk).phase is Phase.FINISH
    else:
        desk.does(events.SessionPauseAsked).waits(2)
    if before == "resuming":
        desk.does(events.SessionPauseAsked).waits(1)
        assert shown(desk).phase is Phase.RESUME

    desk.coach.handle(events.HurtSaid(desk.now))

    assert (shown(desk).phase, heard(desk)) == (Phase.HURT, ())


def test_after_pain_time_alone_brings_no_sound_back() -> None:
    desk = on_the_mat(FIRST_HOLD + 10).does(events.HurtSaid).waits(1200)

    assert heard(desk.does(events.Locked, events.Unlocked)) == ()


# Records


def test_records_are_honest_done_skipped_and_stopped_for_pain() -> None:
    desk = on_the_mat(SECOND_SIDE + 10).does(events.NextAsked)
    desk.waits(5 + 10 + 12).does(events.HurtSaid).waits(20)
    desk.does(events.LeaveOutAsked).waits(900)

    assert [
        (told.outcome, [held / SECOND for held in told.held])
        for told in record(desk).stretches
    ] == [
        (Outcome.SKIPPED, [30, 10]),
        (Outcome.HURT, [12]),
        (Outcome.DONE, [30, 30]),
    ]


@pytest.mark.parametrize(
    ("left", "result"),
    [
        pytest.param(262, Result.DONE, id="half of the time is over"),
        pytest.param(263, Result.PARTIAL, id="a second more to go"),
    ],
)
def test_a_window_closed_half_way_leaves_what_was_done(
    left: int, result: Result
) -> None:
    desk = on_the_mat(0)
    desk.waits(shown(desk).left / SECOND - left).does(events.EndAsked)

    assert desk.view.session is None
    assert record(desk).result is result
    assert {each.outcome for each in record(desk).stretches} == {Outcome.SKIPPED}


# A reminder that falls due meanwhile


def test_a_due_reminder_during_the_session_shows_nothing_and_is_not_lost() -> None:
    day = Day("09:00", "09:40", appointments=["mon 09:10 walk"])
    day.types("09:00:00", "09:40:00").does("09:05:00", "start", routine="full")

    assert day.told("prompt", "session_started", "session_ended") == [
        "09:05:00 session_started full",
        "09:17:44 session_ended done",
        "09:19:00 prompt walk",
    ]


def test_a_prompt_held_back_before_the_session_is_answered_by_it() -> None:
    desk = Desk().does(partial(events.HoldBegan, by=By.DND)).types(46 * 60)
    desk.does(partial(events.StartAsked, routine="evening"))
    desk.does(partial(events.HoldEnded, by=By.DND)).waits(900).types(60)

    assert not [did for _at, did in desk.effects if isinstance(did, PromptShown)]
    assert not desk.view.due
