"""A day with an appointment, and its timeline.

Its time is 09:30 on a Monday on which somebody types from 09:00:00 on, so that
it is asked at 09:31:00 and missed at 11:30:00.
"""

from tests.support.day import Day

WALK = "mon 09:30 walk"
MISSED = f"11:30:00 appointment_missed {WALK}"


def typing(until: str = "12:00", *more: str, **settings: str | int | list[str]) -> Day:
    """Return a day of typing with the appointment, and *more* of them.

    No reminder falls due before 13:00:00, unless *settings* say so.
    """
    settings = {"appointments": [WALK, *more], "sitting_limit": "4h", **settings}
    return Day("09:00", until, **settings).types("09:00:00", "18:00:00")


def told(day: Day, *kinds: str) -> list[str]:
    """Return the timeline in short, appointments by their text."""
    lines = (line for line in day.timeline() if not kinds or line.event in kinds)
    return [
        f"{line.time} {line.event} {line.fields['appointment']}"
        if "appointment" in line.fields
        else str(line)
        for line in lines
    ]
