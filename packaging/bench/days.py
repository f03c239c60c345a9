"""How many office days a second the real coach can be led through.

    .venv/bin/python packaging/bench/days.py [DAYS]

Beside it, in the same run and on the same days: a loop that knows no rule and
does nothing but look each second whether the person types, which is the least
that a one-second tick costs; and the coach looked at each second, as such a
design would have to.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from random import Random
from zoneinfo import ZoneInfo

from PySide6.QtCore import QElapsedTimer

from stretchbreak.core import events
from stretchbreak.core.settings import Settings
from stretchbreak.runtime.simulation import Deed, Happening, Scenario, Span, simulate
from stretchbreak.storage import routine_files
from stretchbreak.storage.places import resources

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
START = datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Europe/Berlin"))
LENGTH = 8 * HOUR
LUNCH = 3 * HOUR
AWAY_AFTER_S = 180
ROUNDS = 5
PAUSES_S = (
    *((5, 20),) * 6,  # reading a line
    *((20, 150),) * 3,  # thinking, or on the telephone
    (200, 900),  # fetching coffee, or in a meeting
)
"""Gaps between bursts of input, in seconds; each is as likely as the next."""


def office_day(random: Random) -> Scenario:
    """Return eight hours of work with a lunch break, prompts answered at times."""
    return Scenario(
        start=START,
        length=LENGTH,
        settings=Settings(),
        input=tuple(office_input(random)),
        happenings=tuple(office_answers(random)),
    )


def office_input(random: Random) -> list[Span]:
    """Return about sixty bursts of input, none over lunch."""
    spans, at = [], timedelta()
    while at < LENGTH:
        last = at + random.randint(60, 900) * SECOND
        if last <= LUNCH or at >= LUNCH + 45 * MINUTE:
            spans.append(Span(at, last))
        at = last + random.randint(*random.choice(PAUSES_S)) * SECOND
    return spans


def office_answers(random: Random) -> list[Happening]:
    """Return answers at any time; one that nothing is shown for is refused."""
    walk = partial(events.StartAsked, routine="walk")
    answers: list[Deed] = [
        events.SnoozeAsked,
        events.SkipAsked,
        walk,
        events.StartAsked,
    ]
    minutes = sorted(random.sample(range(30, 480), 8))
    return [Happening(at * MINUTE, (random.choice(answers),)) for at in minutes]


def tick(day: Scenario) -> int:
    """Look each second whether the person types, and count how long they sit."""
    spans = [(span.first // SECOND, span.last // SECOND) for span in day.input]
    sitting = index = 0
    last = -AWAY_AFTER_S
    for second in range(day.length // SECOND):
        while index < len(spans) and second > spans[index][1]:
            index += 1
        if index < len(spans) and second >= spans[index][0]:
            last = second
        if second - last < AWAY_AFTER_S:
            sitting += 1
    return sitting


def each_second(day: Scenario) -> Scenario:
    """Return *day* with a look at each of its seconds."""
    looks = [Happening(s * SECOND, ()) for s in range(day.length // SECOND)]
    happenings = sorted((*day.happenings, *looks), key=lambda each: each.at)
    return replace(day, happenings=happenings)


def measured(days: Sequence[Scenario], live: Callable[[Scenario], object]) -> float:
    """Return how many days a second *live* does."""
    timer = QElapsedTimer()
    timer.start()
    for day in days:
        live(day)
    return len(days) / (timer.nsecsElapsed() / 1e9)


def main() -> int:
    """Measure them in turns, and print the best of each and the ratios."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    random = Random(1)  # noqa: S311 - the same days each time
    days = [office_day(random) for _day in range(count)]
    known = routine_files.load(resources())

    def coached(day: Scenario) -> None:
        for _effect in simulate(day, known):
            pass

    rounds = [(measured(days, coached), measured(days, tick)) for _ in range(ROUNDS)]
    core, bare = (max(each) for each in zip(*rounds, strict=True))
    spans = sum(len(day.input) for day in days) / count
    print(f"{count} days of {LENGTH / HOUR:g} h, {spans:.0f} bursts of input each")
    ticked = measured([each_second(day) for day in days[:2]], coached)
    print(f"the coach                {core:8.1f} days/s")
    print(f"a bare tick each second  {bare:8.1f} days/s, {core / bare:.2f} to 1")
    print(f"the coach each second    {ticked:8.1f} days/s, {core / ticked:.0f} to 1")
    return 0


if __name__ == "__main__":
    sys.exit(main())
