"""Days of the week, as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchbreak.core.weekdays import NAMES, parse


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("mon", {0}),
        ("mon-fri", {0, 1, 2, 3, 4}),
        ("mon,wed", {0, 2}),
        ("sat-mon", {5, 6, 0}),
        ("sun-sat", {0, 1, 2, 3, 4, 5, 6}),
        ("fri-fri", {4}),
        ("mon-tue,sat,sun-mon", {0, 1, 5, 6}),
        ("Mon-FRI", {0, 1, 2, 3, 4}),
    ],
)
def test_days_are_names_ranges_and_lists_of_both(text: str, days: set[int]) -> None:
    assert parse(text) == days


@pytest.mark.parametrize(
    "text",
    [
        *("", ",", "mon,", "mon-", "-mon", "mon--fri", "mon-tue-wed", "mon - fri"),
        *("monday", "mo", "daily", "0", "mon;tue", " mon"),
    ],
)
def test_what_is_no_day_is_refused_with_what_was_expected(text: str) -> None:
    with pytest.raises(ValueError, match="expected days such as mon-fri or mon,wed"):
        parse(text)


@given(st.text() | st.lists(st.sampled_from([*NAMES, "-", ","])).map("".join))
def test_any_text_is_some_days_or_refused(text: str) -> None:
    try:
        days = parse(text)
    except ValueError as refusal:
        assert str(refusal).startswith(repr(text))  # noqa: PT017 - some pass
        return
    assert days
    assert days <= set(range(7))


@given(st.sets(st.integers(0, 6), min_size=1))
def test_days_read_as_they_are_written(days: set[int]) -> None:
    assert parse(",".join(NAMES[day] for day in days)) == days


@given(st.integers(0, 6), st.integers(0, 6))
def test_a_range_goes_forward_past_sunday_if_need_be(first: int, count: int) -> None:
    last = (first + count) % 7

    days = parse(f"{NAMES[first]}-{NAMES[last]}")

    assert days == {(first + step) % 7 for step in range(count + 1)}
