import copy
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, timezone
from enum import Enum, auto
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchbreak.core.memory import Memory
from stretchbreak.runtime.tagged import from_plain, to_plain
from tests.runtime.values import JSON, values

BERLIN = ZoneInfo("Europe/Berlin")


class Colour(Enum):
    RED = auto()
    BLUE = auto()


@dataclass(frozen=True)
class Cup:
    size: int


@dataclass(frozen=True)
class Pot:
    size: int
    colour: Colour = Colour.RED


@dataclass(frozen=True)
class Shelf:
    holds: Cup | Pot | None
    since: datetime
    opens: time
    shut: timedelta
    colours: frozenset[Colour]
    pairs: tuple[tuple[str, Colour], ...]
    prices: Mapping[str, int]
    lent: bool


SHELF = Shelf(
    holds=Pot(3),
    since=datetime(2026, 3, 2, 9, tzinfo=BERLIN),
    opens=time(9),
    shut=timedelta(microseconds=1),
    colours=frozenset(Colour),
    pairs=(("a", Colour.RED),),
    prices={"type": 1},
    lent=False,
)
PLAIN = {
    "type": "Shelf",
    "holds": {"type": "Pot", "size": 3, "colour": "RED"},
    "since": "2026-03-02T09:00:00+01:00[Europe/Berlin]",
    "opens": "09:00:00",
    "shut": 1,
    "colours": ["BLUE", "RED"],
    "pairs": [["a", "RED"]],
    "prices": {"type": 1},
    "lent": False,
}


def test_a_value_becomes_plain_and_itself_again() -> None:
    assert to_plain(SHELF) == PLAIN
    assert from_plain(PLAIN, Shelf) == SHELF


@given(values(Memory))
def test_every_memory_comes_back_as_it_was(memory: Memory) -> None:
    plain = to_plain(memory)

    again = from_plain(plain, Memory)

    assert again == memory
    # Python finds two local times equal even if their UTC offsets differ.
    assert to_plain(again) == plain


@pytest.mark.parametrize("fold", [0, 1])
@pytest.mark.parametrize("hour", [1, 2, 3])
@pytest.mark.parametrize("day", [datetime(2026, 3, 29), datetime(2026, 10, 25)])  # noqa: DTZ001 - the zone is put in below
def test_a_local_time_keeps_zone_and_instant(
    day: datetime, hour: int, fold: int
) -> None:
    local = day.replace(hour=hour, minute=30, tzinfo=BERLIN, fold=fold)

    again = from_plain(to_plain(local), datetime)

    assert again == local
    assert again.tzinfo is BERLIN
    assert again.utcoffset() == local.utcoffset()


def test_a_time_without_a_zone_keeps_its_offset() -> None:
    for zone in (UTC, timezone(timedelta(hours=-3, minutes=-30))):
        local = datetime(2026, 3, 2, 9, tzinfo=zone)

        assert from_plain(to_plain(local), datetime).tzinfo == zone


def test_a_zone_unknown_here_leaves_the_instant() -> None:
    again = from_plain("2026-03-02T09:00:00+01:00[local]", datetime)

    assert again.isoformat() == "2026-03-02T09:00:00+01:00"


def test_a_zone_that_changed_its_rules_leaves_the_instant() -> None:
    again = from_plain("2026-03-02T09:00:00+05:00[Europe/Berlin]", datetime)

    assert again.isoformat() == "2026-03-02T05:00:00+01:00"


def test_a_missing_field_has_its_default() -> None:
    assert from_plain({"type": "Pot", "size": 1}, Pot) == Pot(1)


WRONG: list[tuple[str, Any, str]] = [
    ("holds", {"type": "Jug"}, "holds: expected one of Cup, Pot, NoneType, got 'Jug'"),
    ("holds", {"size": 1}, "holds: expected one of Cup, Pot, NoneType, got {'size': 1"),
    ("holds", 1, "holds: expected one of Cup, Pot, NoneType, got 1"),
    ("holds", {"type": "Cup"}, "holds.size: expected, but missing"),
    ("holds", {"type": "Cup", "size": True}, "holds.size: expected a whole number"),
    ("holds", {"type": "Cup", "size": 1.0}, "holds.size: expected a whole number"),
    ("holds", {"type": "Cup", "size": 1, "lid": 1}, "holds: expected the fields of a "),
    ("since", "2026-03-02T09:00:00", "since: expected a date and time with its UTC"),
    ("since", "2026-03-02T09:00:00+01:00[", "since: expected a date and time"),
    ("since", "2026-03-02T09:00:00+01:00[../x]", "since: expected a date and time"),
    ("since", "9999-12-31T23:00:00-10:00[UTC]", "since: expected a date and time"),
    ("since", "", "since: expected a date and time"),
    ("since", 1, "since: expected text, got 1"),
    ("opens", "25:00", "opens: expected a time of day, got '25:00'"),
    ("opens", "09:00+01:00", "opens: expected a time of day"),
    ("shut", 0.5, "shut: expected a whole number, got 0.5"),
    ("since", "1899-12-31T09:00:00+00:00", "since: expected a year from 1900 to 2999"),
    ("since", "3000-01-01T09:00:00+00:00", "since: expected a year from 1900 to 2999"),
    ("shut", 10**30, "shut: expected a duration of at most 15768000000000000 micros"),
    ("shut", -(10**17), "shut: expected a duration of at most 15768000000000000 mic"),
    ("colours", "RED", "colours: expected a list, got 'RED'"),
    ("colours", ["RED", "PINK"], "colours[1]: expected one of RED, BLUE, got 'PINK'"),
    ("colours", [["RED"]], "colours[0]: expected one of RED, BLUE, got ['RED']"),
    ("pairs", [["a"]], "pairs[0]: expected a list of 2, got ['a']"),
    ("pairs", [[1, "RED"]], "pairs[0][0]: expected text, got 1"),
    ("prices", [], "prices: expected an object, got []"),
    ("prices", {"tea": "1"}, "prices['tea']: expected a whole number, got '1'"),
    ("prices", {1: 1}, "prices: expected text, got 1"),
    ("lent", 0, "lent: expected true or false, got 0"),
    ("type", "Cup", "expected a Shelf, got {"),
]


@pytest.mark.parametrize(("field", "plain", "message"), WRONG)
def test_what_is_wrong_is_refused_with_its_place(
    field: str, plain: object, message: str
) -> None:
    with pytest.raises(ValueError) as refusal:  # noqa: PT011 - looked at below
        from_plain({**PLAIN, field: plain}, Shelf)

    assert str(refusal.value).startswith(message)


@given(JSON)
def test_whatever_is_read_is_a_value_or_refused(plain: object) -> None:
    with pytest.raises(ValueError, match="expected"):
        from_plain(plain, Memory)


@given(values(Memory).map(to_plain), st.data(), JSON)
def test_one_wrong_part_is_refused_or_a_value(
    plain: Any, data: st.DataObject, wrong: object
) -> None:
    _put_somewhere(plain := copy.deepcopy(plain), data, wrong)
    try:
        again = from_plain(plain, Memory)
    except ValueError as error:
        assert "expected" in str(error)  # noqa: PT017 - either is right
    else:
        assert isinstance(again, Memory)


def _put_somewhere(plain: Any, data: st.DataObject, wrong: object) -> None:
    keys = list(plain) if isinstance(plain, dict) else list(range(len(plain)))
    key = data.draw(st.sampled_from(keys))
    if isinstance(plain[key], dict | list) and plain[key] and data.draw(st.booleans()):
        _put_somewhere(plain[key], data, wrong)
    else:
        plain[key] = wrong


NO_ZONE = [datetime(2026, 3, 2, 9), time(9, tzinfo=UTC)]  # noqa: DTZ001 - that is the point


@pytest.mark.parametrize("value", NO_ZONE)
def test_a_time_that_would_lose_its_meaning_is_a_bug(value: object) -> None:
    with pytest.raises(ValueError, match="UTC offset"):
        to_plain(value)


def test_a_kind_not_provided_for_is_a_bug() -> None:
    with pytest.raises(TypeError):
        to_plain(1j)
    with pytest.raises(TypeError):
        from_plain(1, complex)
