"""Made-up views, for tests of windows and for looking at them."""

from dataclasses import replace
from datetime import timedelta

from stretchbreak.core.plan import Phase, Plan, make
from stretchbreak.core.routine import Kind, Place, Reps, Side, Step, Stretch
from stretchbreak.core.settings import Settings
from stretchbreak.core.view import PromptView, SessionView

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)


def a_stretch(
    name: str = "Single knee to chest",
    *,
    kind: Kind = Kind.HOLD,
    sided: bool = True,
    place: Place = Place.FLOOR,
) -> Stretch:
    """Return a stretch with all that is said about it."""
    identity = name.lower().replace(" ", "-")
    return Stretch(
        id=identity,
        name=name,
        kind=kind,
        place=place,
        sided=sided,
        cold=False,
        set_up="Lie on your back, knees bent. Draw this knee in with both hands.",
        cue="Pull gently until you feel a mild stretch. Head down, keep breathing.",
        cues=("Lie on your back", "Draw this knee in", "Keep breathing"),
        how_to=("Lie on your back.",),
        moments=(0.0,),
        targets=("glutes",),
        benefits=("Moves the lower back gently.",),
        mistakes=("Pulling too hard",),
        cautions=("your back pain is acute",),
        easier="Hold behind your thigh, draw the knee in only a little, "
        "and leave the other leg bent.",
        sources=(),
        pose=identity,
        reps=Reps(count=8, press=5 * SECOND, release=3 * SECOND)
        if kind is Kind.REPS
        else None,
    )


KNEE = a_stretch()
TILT = a_stretch("Pelvic tilt", kind=Kind.REPS, sided=False)
TWIST = replace(a_stretch("Lying spinal twist"), id="spinal-twist")
HAMSTRING = a_stretch("Lying hamstring stretch")
FOUR = a_stretch("Figure-four stretch")
WALK = replace(
    a_stretch("Walk", kind=Kind.MOVE, sided=False, place=Place.STANDING),
    set_up="Stand up and walk at an easy pace.",
    cue="Keep walking, arms loose. Breathe freely.",
)
MARCH = replace(WALK, id="march", name="March in place", pose="march")


def a_plan(*stretches: Stretch, warm_up: Stretch | None = WALK) -> Plan:
    """Return the plan of *stretches*, by default of the short routine."""
    steps = [(_step(stretch), stretch) for stretch in stretches or (KNEE, TILT)]
    return make("short", steps, Settings(), warm_up)


def a_walk(lasting: timedelta = 2 * MINUTE) -> Plan:
    """Return the plan of a walk without any stretch."""
    return make(
        "walk", [(Step(stretch="walk", lasting=lasting), WALK)], Settings(), None
    )


def a_prompt(
    *,
    sitting: timedelta = 45 * MINUTE,
    offer: Plan | None = None,
    repeats: int = 0,
    can_snooze: bool = True,
) -> PromptView:
    """Return a prompt that asks for the first time."""
    return PromptView(
        reminder="stretch",
        sitting=sitting,
        offer=offer or a_plan(),
        repeats=repeats,
        can_snooze=can_snooze,
        snooze=10 * MINUTE,
    )


def a_session(  # noqa: PLR0913 - one for each thing a test may care about
    phase: Phase = Phase.HOLD,
    *,
    plan: Plan | None = None,
    side: Side | None = Side.LEFT,
    step: int = 1,
    rep: int = 0,
    remaining: timedelta = 24 * SECOND,
    length: timedelta = 30 * SECOND,
    left: timedelta = 7 * MINUTE,
    running: bool | None = None,
    skipped: frozenset[int] = frozenset(),
    muted: bool = False,
) -> SessionView:
    """Return a session, by default in the middle of the first hold.

    Args:
        phase: What is being done.
        plan: All of it; by default warm-up, knee, tilt, twist and figure-four.
        side: The side of the body.
        step: The index of the step.
        rep: Which repetition.
        remaining: What is left of the phase.
        length: How long the phase is.
        left: What is left of the session.
        running: Whether time goes on; by default in all phases that move.
        skipped: The steps behind that were not done.
        muted: Whether its sound is off.
    """
    stopped = phase in {Phase.PAUSED, Phase.HURT}
    goes_on = not stopped if running is None else running
    return SessionView(
        plan=plan or a_plan(KNEE, TILT, TWIST, HAMSTRING, FOUR),
        step=step,
        phase=phase,
        side=side,
        rep=rep,
        ends_at=timedelta(hours=1) if goes_on else None,
        remaining=remaining,
        length=length,
        left=left,
        upcoming=None if phase is Phase.FINISH else Phase.REST,
        skipped=skipped,
        awake=True,
        muted=muted,
    )


def _step(stretch: Stretch) -> Step:
    return Step(stretch=stretch.id)
