"""Tests for stretchbreak.core.breath."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchbreak.core.breath import FIRST, IN, OUT, Turn, fullness, turns

SECOND = timedelta(seconds=1)

holds = st.timedeltas(timedelta(), timedelta(minutes=2))


def test_a_breath_is_in_for_four_seconds_and_out_for_six() -> None:
    seen = [fullness(FIRST + at * SECOND) for at in (0, 2, 4, 7, 10, 14)]

    assert seen == pytest.approx([0, 0.5, 1, 0.5, 0, 1])


def test_while_moving_in_nothing_is_breathed_in() -> None:
    assert [fullness(at * SECOND) for at in range(6)] == [0] * 6


@given(st.timedeltas(timedelta(), timedelta(days=1)))
def test_it_is_never_sudden(at: timedelta) -> None:
    step = SECOND / 12

    assert 0 <= fullness(at) <= 1
    assert abs(fullness(at + step) - fullness(at)) < 0.04
    if at >= FIRST:
        assert fullness(at) == pytest.approx(fullness(at + IN + OUT))


@given(holds)
def test_it_turns_where_the_lungs_are_empty_or_full(length: timedelta) -> None:
    for at, turn in turns(length):
        assert at < length
        assert fullness(at) == pytest.approx(0 if turn is Turn.IN else 1)


@given(holds)
def test_between_two_turns_it_goes_one_way(length: timedelta) -> None:
    told = [*turns(length), (length, Turn.IN)]

    for (begins, turn), (end, _next) in pairwise(told):
        seen = [fullness(begins + (end - begins) * share / 8) for share in range(9)]
        assert seen == sorted(seen, reverse=turn is Turn.OUT)
