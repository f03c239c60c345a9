"""Any value of a kind, read off the annotations; for property tests."""

from dataclasses import fields
from datetime import datetime, time, timedelta, timezone
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from stretchbreak.runtime.tagged import LONGEST

ZONES = st.timezones() | st.integers(-839, 839).map(
    lambda minutes: timezone(timedelta(minutes=minutes))
)
MOMENTS = st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1), timezones=ZONES)  # noqa: DTZ001 - hypothesis wants them so
_SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    NoneType: st.none(),
    bool: st.booleans(),
    int: st.integers(),
    float: st.floats(allow_nan=False, allow_infinity=False),
    str: st.text(),
    timedelta: st.timedeltas(-LONGEST, LONGEST),
    datetime: MOMENTS,
    time: st.times(),
}
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.just("type"), inner),
    max_leaves=8,
)


def values(kind: Any) -> st.SearchStrategy[Any]:  # noqa: PLR0911 - one for each
    """Return the strategy of all values of *kind*."""
    inner = get_args(kind)
    match get_origin(kind):
        case origin if origin is UnionType:
            return st.one_of(*map(values, inner))
        case origin if origin is frozenset:
            return st.frozensets(values(inner[0]), max_size=3)
        case origin if origin is tuple and inner[-1] is ...:
            return st.lists(values(inner[0]), max_size=3).map(tuple)
        case origin if origin is tuple:
            return st.tuples(*map(values, inner))
        case None if kind in _SIMPLE:
            return _SIMPLE[kind]
        case None if issubclass(kind, Enum):
            return st.sampled_from(kind)
        case None:
            hints = get_type_hints(kind)
            held = {each.name: values(hints[each.name]) for each in fields(kind)}
            return st.builds(kind, **held)
        case _:
            return st.dictionaries(st.text(), values(inner[1]), max_size=3)
