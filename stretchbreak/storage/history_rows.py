"""The history's records as rows of the database, and back again.

Whatever is wrong with a row raises ValueError, TypeError, OverflowError or
RecursionError; the database leaves that one record out.
"""

import json
from datetime import datetime, timedelta
from typing import Any, assert_never

import msgspec

from stretchbreak.core.feeling import (
    Feeling,
    Felt,
    FoundFine,
    FoundPainful,
    Remark,
    TurnedOn,
)
from stretchbreak.core.history import Session

Row = tuple[Any, ...]
Rest = tuple[datetime, datetime]


def session_row(session: Session) -> Row:
    """Return *session* as a row: the columns but for the first, in order."""
    stretches = [
        (each.stretch, each.outcome.value, *map(_microseconds, each.held))
        for each in session.stretches
    ]
    return (
        session.routine,
        _text(session.began),
        _text(session.ended),
        session.result.value,
        _microseconds(session.planned),
        _microseconds(session.spent),
        json.dumps(stretches),
    )


def session_of(row: Row) -> Session:
    """Return the session that *row* tells of."""
    routine, began, ended, result, planned, spent, stretches = row
    plain = {
        "routine": routine,
        "began": _local(began),
        "ended": _local(ended),
        "result": result,
        "planned": timedelta(microseconds=planned),
        "spent": timedelta(microseconds=spent),
        "stretches": [_stretched(*each) for each in json.loads(stretches)],
    }
    return msgspec.convert(plain, Session)


def remark_row(remark: Remark) -> Row:
    """Return *remark* as a row: when, what kind, and what of."""
    at = _text(remark.at)
    match remark:
        case Felt(feeling=feeling):
            return at, "felt", feeling.value
        case FoundPainful(stretch=stretch):
            return at, "painful", stretch
        case FoundFine(stretch=stretch):
            return at, "fine", stretch
        case TurnedOn():
            return at, "turned-on", ""
        case unreachable:
            assert_never(unreachable)


def remark_of(row: Row) -> Remark:
    """Return the remark that *row* tells of."""
    at, kind, what = row
    match kind:
        case "felt":
            return Felt(_local(at), Feeling(what))
        case "painful":
            return FoundPainful(_local(at), what)
        case "fine":
            return FoundFine(_local(at), what)
        case "turned-on":
            return TurnedOn(_local(at))
        case _:
            raise ValueError(f"expected a kind of remark, got {kind!r}")


def rest_row(began: datetime, ended: datetime) -> Row:
    """Return a rest as a row."""
    return _text(began), _text(ended)


def rest_of(row: Row) -> Rest:
    """Return the beginning and the end of the rest that *row* tells of."""
    began, ended = row
    return _local(began), _local(ended)


def _stretched(stretch: str, outcome: str, *held: int) -> dict[str, Any]:
    times = [timedelta(microseconds=each) for each in held]
    return {"stretch": stretch, "outcome": outcome, "held": times}


def _microseconds(length: timedelta) -> int:
    return length // timedelta(microseconds=1)


def _text(local: datetime) -> str:
    if local.utcoffset() is None:
        raise ValueError(f"{local} has no UTC offset")
    return local.isoformat()


def _local(text: str) -> datetime:
    local = datetime.fromisoformat(text)
    if local.utcoffset() is None:
        raise ValueError(f"{text} has no UTC offset")
    return local
