"""Effects as lines of a timeline, for `simulate` and whoever reads its output.

Names and fields are a contract: other programs rely on them.
"""

from datetime import datetime
from typing import assert_never

from stretchbreak.core import effects

Entry = dict[str, object]


def entry(at: datetime, effect: effects.Effect) -> Entry | None:
    """Return *effect* as a line of the timeline, or None if it is not in it.

    Args:
        at: When it happened; written as local time without an offset.
        effect: What happened.
    """
    fields = _fields(effect)
    return None if fields is None else {"at": _text(at), **fields}


def readable(line: Entry) -> str:
    """Return *line* as a person reads it: `09:45:05  prompt  reminder=stretch`."""
    when = str(line["at"])
    rest = "  ".join(
        f"{key}={_words(value)}"
        for key, value in line.items()
        if key not in {"at", "event"}
    )
    return f"{when.replace('T', ' ')}  {line['event']:<20}{rest}".rstrip()


def _fields(effect: effects.Effect) -> Entry | None:  # noqa: C901, PLR0911, PLR0912 - one line an effect
    match effect:
        case effects.PromptShown():
            return {
                "event": "prompt",
                **_asks(effect.reminder, effect.appointment),
                "routine": effect.routine,
                "sitting": round(effect.sitting.total_seconds()),
                "strength": effect.strength.value,
            }
        case effects.Renudged(reminder, appointment):
            return {"event": "renudge", **_asks(reminder, appointment)}
        case effects.PromptHidden(reason):
            return {"event": "prompt_hidden", "reason": reason.value}
        case effects.HeldBack(by):
            return {"event": "held", "by": [kind.value for kind in by]}
        case effects.Released():
            return {"event": "released"}
        case effects.Rested(since):
            return {"event": "rest", "from": _text(since)}
        case effects.Snoozed(until):
            return {"event": "snoozed", "until": _text(until)}
        case effects.Skipped():
            return {"event": "skipped"}
        case effects.SessionStarted(routine):
            return {"event": "session_started", "routine": routine}
        case effects.SessionEnded(session):
            return {
                "event": "session_ended",
                "result": session.result.value,
                "seconds": round(session.spent.total_seconds()),
            }
        case effects.RemindersPaused(until):
            return {"event": "paused", "until": _text(until) if until else None}
        case effects.RemindersResumed():
            return {"event": "resumed"}
        case effects.Noticed(what):
            return {"event": "notice", "what": what.value}
        case effects.AppointmentMissed(appointment):
            return {"event": "appointment_missed", "appointment": appointment}
        case (
            effects.SessionRaised()
            | effects.Refused()
            | effects.RestEnded()
            | effects.Remarked()
        ):
            return None
        case unreachable:
            assert_never(unreachable)


def _asks(reminder: str, appointment: str | None) -> Entry:
    if appointment is not None:
        return {"appointment": appointment}
    return {"reminder": reminder}


def _text(local: datetime) -> str:
    return local.replace(tzinfo=None).isoformat(timespec="seconds")


def _words(value: object) -> str:
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)
