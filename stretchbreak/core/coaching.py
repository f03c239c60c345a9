"""Leading through a session: what becomes of the one that is under way.

`core.session` says how one begins and what it means once it is over, `core.player`
where it stands; here the one of the world goes from event to event.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from stretchbreak.core import asking, closing, events, player, session
from stretchbreak.core.effects import Effects, Refused, SessionEnded, SessionRaised
from stretchbreak.core.history import Session, remember
from stretchbreak.core.offering import offer_anew
from stretchbreak.core.player import Player
from stretchbreak.core.state import State
from stretchbreak.core.world import World


def start(state: State, world: World, routine: str | None, *, warm: bool) -> Effects:
    """Begin *routine*, or what is offered; one that runs comes to the front."""
    if world.underway is not None:
        return (SessionRaised(),)
    why = session.refusal(state, world.catalogue, routine)
    if why is not None:
        return (Refused(why),)
    chosen = session.wanted(state, world, routine, warm=warm)
    world.underway, effects = session.begin(state, world, chosen)
    world.closing = None
    return (*asking.back(state, world), *effects)


def obey(state: State, world: World, wish: events.SessionEvent) -> Effects:
    """Do what the user wishes of the session."""
    if world.underway is None:
        return (Refused("No session is running."),)
    now = world.now.steady
    return _go_on(state, world, session.obeyed(world.underway.player, wish, now))


def catch_up(state: State, world: World) -> Effects:
    """Let the phases end that ended before this moment."""
    if world.underway is None:
        return ()
    before = world.now.steady - timedelta.resolution
    return _go_on(state, world, player.advance(world.underway.player, before))


def advance(state: State, world: World) -> Effects:
    """Let it go on up to now; one that nobody comes back to ends."""
    if world.underway is None:
        return ()
    run = player.advance(world.underway.player, world.now.steady)
    return _go_on(state, world, run) + _forget(state, world)


def stop(state: State, world: World) -> Effects:
    """Stop it, for nobody can see it any more."""
    if world.underway is None:
        return ()
    run = player.stop(world.underway.player, world.now.steady)
    return _go_on(state, world, run)


def back(world: World) -> None:
    """Take in that it can be seen again; it does not go on by itself."""
    if world.underway is not None:
        world.underway = replace(world.underway, back=world.now.steady)


def forget_answered(world: World) -> None:
    """What it answered is withdrawn: that will not come back."""
    if world.underway is not None:
        world.underway = replace(world.underway, answered=None)


def end(state: State, world: World, how: session.End = session.end) -> Effects:
    """End it, if one runs, and look back at it."""
    if world.underway is None:
        return ()
    underway, world.underway = world.underway, None
    record = how(state, world, underway)
    world.closing = closing.look_back(record, underway.player.plan)
    return recorded(state, world, record)


def recorded(state: State, world: World, record: Session) -> Effects:
    """Remember *record*; it is to be kept."""
    world.history = remember(world.history, record)
    # What comes back after a session cut short must not offer what hurt in it.
    offer_anew(state, world)
    return (SessionEnded(record),)


def wakes(state: State, world: World, *, seen: bool) -> Iterator[timedelta | None]:
    """Yield each time at which it next changes by itself, if there is one.

    Args:
        state: What is remembered.
        world: As it is.
        seen: Whether somebody looks at it meanwhile; else only its end matters.
    """
    if world.underway is None:
        return
    run = world.underway.player
    yield session.forgotten_at(state, world.underway)
    yield player.next_wake(run, world.now.steady) if seen else player.ends_at(run)


def _go_on(state: State, world: World, run: Player) -> Effects:
    """Let it stand as *run* says, which may be its end."""
    if world.underway is None or run is world.underway.player:
        return ()
    world.underway = replace(world.underway, player=run)
    return end(state, world) if run.over else ()


def _forget(state: State, world: World) -> Effects:
    """End it if it was stopped so long ago that nobody comes back to it."""
    if world.underway is None:
        return ()
    ends = session.forgotten_at(state, world.underway)
    if ends is None or world.now.steady < ends:
        return ()
    return end(state, world, session.end_forgotten)
