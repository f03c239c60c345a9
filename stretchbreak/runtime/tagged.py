"""The core's values as plain ones, for files and messages, and back again.

    dataclass           object with its fields, and its class's name as "type"
    int, float, str     as they are
    tuple, frozenset    list
    mapping             object
    enum                its member's name
    timedelta           whole microseconds
    datetime            2026-03-02T09:00:00+01:00[Europe/Berlin], as in RFC 9557
    time                09:00:00

What a value must be is read off the dataclasses' own annotations. A field that
has a default may be missing, so that what an older version wrote can be read;
anything else that is not as it should be is refused, and so are times so far
off that a sum of them would leave the calendar.
"""

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import datetime, time, timedelta
from enum import Enum
from functools import cache
from reprlib import repr as brief
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

Plain = None | bool | int | float | str | list[Any] | dict[str, Any]

TYPE = "type"
LONGEST = timedelta(days=500 * 365)
YEARS = range(1900, 3000)
_MICROSECOND = timedelta(microseconds=1)
_WRITTEN = re.compile(r"(?P<time>[^\[\]]+)(?:\[(?P<zone>[^\[\]]+)\])?")


def to_plain(value: object) -> Plain:  # noqa: PLR0911 - one for each kind
    """Return *value* as `from_plain` reads it.

    Raises:
        ValueError: A datetime in it has no UTC offset, or a time has one.
        TypeError: There is a value in it of a kind that is not provided for.
    """
    match value:
        case Enum():
            return value.name
        case None | bool() | int() | float() | str():
            return value
        case timedelta():
            return value // _MICROSECOND
        case datetime():
            return _datetime_text(value)
        case time():
            return _naive(value).isoformat()
        case tuple():
            return [to_plain(item) for item in value]
        case frozenset():
            return sorted((to_plain(item) for item in value), key=str)
        case Mapping():
            return {_text(key, ""): to_plain(item) for key, item in value.items()}
        case _ if is_dataclass(value) and not isinstance(value, type):
            held = {each.name: getattr(value, each.name) for each in fields(value)}
            return {
                TYPE: type(value).__name__,
                **{name: to_plain(item) for name, item in held.items()},
            }
        case _:
            raise TypeError(f"{value!r} has no plain form")


def from_plain(plain: object, kind: Any) -> Any:
    """Return the *kind* of value that *plain* stands for.

    Args:
        plain: What `to_plain` returned, perhaps by way of a file.
        kind: A type as an annotation names it; may be a union.

    Raises:
        ValueError: It stands for none. The message names the place in it.
    """
    return _read(plain, kind, "")


def _read(plain: object, kind: Any, path: str) -> Any:  # noqa: PLR0911 - as above
    origin, inner = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        return _read(plain, _member(plain, inner, path), path)
    if origin is tuple:
        return tuple(_items(plain, inner, path))
    if origin is frozenset:
        return frozenset(_items(plain, (*inner, ...), path))
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(plain, inner[1], path)
    if is_dataclass(kind):
        return _dataclass(plain, kind, path)
    if issubclass(kind, Enum):
        return _choice(plain, kind, path)
    if kind not in _SIMPLE:
        raise TypeError(f"{kind!r} has no plain form")
    return _SIMPLE[kind](plain, path)


def _member(plain: object, members: tuple[Any, ...], path: str) -> Any:
    """Return which of a union's *members* the value *plain* is to be read as."""
    if plain is None and NoneType in members:
        return NoneType
    tag = plain.get(TYPE) if isinstance(plain, dict) else None
    others = []
    for member in members:
        if not is_dataclass(member):
            others += [member] if member is not NoneType else []
        elif tag == _name(member):
            return member
    if tag is None and len(others) == 1:
        return others[0]
    raise _wrong("one of " + ", ".join(map(_name, members)), tag or plain, path)


def _dataclass(plain: object, kind: Any, path: str) -> Any:
    given = _object(plain, path)
    if given.pop(TYPE, None) != kind.__name__:
        raise _wrong(f"a {kind.__name__}", plain, path)
    hints, values = _hints(kind), {}
    for each in fields(kind):
        within = f"{path}.{each.name}" if path else each.name
        if each.name in given:
            values[each.name] = _read(given.pop(each.name), hints[each.name], within)
        elif each.default is MISSING and each.default_factory is MISSING:
            raise ValueError(f"{within}: expected, but missing")
    if given:
        raise _wrong(f"the fields of a {kind.__name__}", next(iter(given)), path)
    return kind(**values)


def _items(plain: object, kinds: tuple[Any, ...], path: str) -> list[Any]:
    if not isinstance(plain, list):
        raise _wrong("a list", plain, path)
    if kinds[-1] is ...:
        kinds = (kinds[0],) * len(plain)
    if len(kinds) != len(plain):
        raise _wrong(f"a list of {len(kinds)}", plain, path)
    pairs = enumerate(zip(plain, kinds, strict=True))
    return [_read(item, kind, f"{path}[{place}]") for place, (item, kind) in pairs]


def _mapping(plain: object, kind: Any, path: str) -> dict[str, Any]:
    given = _object(plain, path).items()
    return {key: _read(item, kind, f"{path}[{key!r}]") for key, item in given}


def _object(plain: object, path: str) -> dict[str, Any]:
    if not isinstance(plain, dict):
        raise _wrong("an object", plain, path)
    return {_text(key, path): item for key, item in plain.items()}


def _choice(plain: object, kind: type[Enum], path: str) -> Enum:
    if not isinstance(plain, str) or plain not in kind.__members__:
        raise _wrong("one of " + ", ".join(kind.__members__), plain, path)
    return kind[plain]


def _text(plain: object, path: str) -> str:
    if not isinstance(plain, str):
        raise _wrong("text", plain, path)
    return plain


def _whole(plain: object, path: str) -> int:
    if isinstance(plain, bool) or not isinstance(plain, int):
        raise _wrong("a whole number", plain, path)
    return plain


def _number(plain: object, path: str) -> float:
    if isinstance(plain, bool) or not isinstance(plain, int | float):
        raise _wrong("a number", plain, path)
    if not -sys.float_info.max <= plain <= sys.float_info.max:
        raise _wrong("a number that is not so large", plain, path)
    return float(plain)


def _truth(plain: object, path: str) -> bool:
    if not isinstance(plain, bool):
        raise _wrong("true or false", plain, path)
    return plain


def _nothing(plain: object, path: str) -> None:
    if plain is not None:
        raise _wrong("nothing", plain, path)


def _duration(plain: object, path: str) -> timedelta:
    longest = LONGEST // _MICROSECOND
    if abs(whole := _whole(plain, path)) > longest:
        raise _wrong(f"a duration of at most {longest} microseconds", plain, path)
    return whole * _MICROSECOND


def _time(plain: object, path: str) -> time:
    try:
        return _naive(time.fromisoformat(_text(plain, path)))
    except ValueError as error:
        raise _wrong("a time of day", plain, path) from error


def _datetime(plain: object, path: str) -> datetime:
    text = _text(plain, path)
    try:
        written = _WRITTEN.fullmatch(text)
        instant = _aware(datetime.fromisoformat(written["time"] if written else text))
        zone = written["zone"] if written else None
        local = _in_zone(instant, zone) if zone else instant
    except (ValueError, OSError, OverflowError) as error:
        raise _wrong("a date and time with its UTC offset", plain, path) from error
    if local.year not in YEARS:
        raise _wrong(f"a year from {YEARS[0]} to {YEARS[-1]}", plain, path)
    return local


def _in_zone(instant: datetime, key: str) -> datetime:
    """Return *instant* as the zone's local time; as it is if there is no such zone."""
    try:
        zone = ZoneInfo(key)
    except ZoneInfoNotFoundError:
        return instant  # some systems name their zone "local", and none other
    for fold in (0, 1):
        local = instant.replace(tzinfo=zone, fold=fold)
        if local.utcoffset() == instant.utcoffset():
            return local
    return instant.astimezone(zone)  # the zone's rules have changed since


def _datetime_text(local: datetime) -> str:
    zone = local.tzinfo.key if isinstance(local.tzinfo, ZoneInfo) else None
    return _aware(local).isoformat() + (f"[{zone}]" if zone else "")


def _aware(local: datetime) -> datetime:
    if local.utcoffset() is None:
        raise ValueError(f"{local} has no UTC offset")
    return local


def _naive(clock: time) -> time:
    if clock.tzinfo is not None:
        raise ValueError(f"{clock} has a UTC offset")
    return clock


def _name(kind: Any) -> str:
    return str(getattr(kind, "__name__", kind))


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _wrong(expected: str, got: object, path: str) -> ValueError:
    where = f"{path}: " if path else ""
    return ValueError(f"{where}expected {expected}, got {brief(got)}")


_SIMPLE: Mapping[Any, Callable[[object, str], Any]] = {
    NoneType: _nothing,
    bool: _truth,
    int: _whole,
    float: _number,
    str: _text,
    timedelta: _duration,
    time: _time,
    datetime: _datetime,
}
