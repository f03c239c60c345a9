"""Tests for stretchbreak.core.breath."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchbreak.core.breath import FIRST, Breath, Turn

SECOND = timedelta(seconds=1)

holds = st.timedeltas(timedelta(), timedelta(minutes=2))
breaths = st.builds(
    Breath,
    st.timedeltas(3 * SECOND, 8 * SECOND),
    st.timedeltas(3 * SECOND, 12 * SECOND),
)


def test_a_breath_is_in_for_four_seconds_and_out_for_six() -> None:
    seen = [Breath().fullness(FIRST + at * SECOND) for at in (0, 2, 4, 7, 10, 14)]

    assert seen == pytest.approx([0, 0.5, 1, 0.5, 0, 1])


def test_while_moving_in_nothing_is_breathed_in() -> None:
    assert [Breath().fullness(at * SECOND) for at in range(6)] == [0] * 6


@given(breaths, st.timedeltas(timedelta(), timedelta(days=1)))
def test_it_is_never_sudden(breath: Breath, at: timedelta) -> None:
    step = SECOND / 12

    assert 0 <= breath.fullness(at) <= 1
    assert abs(breath.fullness(at + step) - breath.fullness(at)) < 0.05
    if at >= FIRST:
        again = breath.fullness(at + breath.inward + breath.outward)
        assert breath.fullness(at) == pytest.approx(again, abs=1e-4)


@given(breaths, holds)
def test_it_turns_where_the_lungs_are_empty_or_full(
    breath: Breath, length: timedelta
) -> None:
    for at, turn in breath.turns(length):
        assert at < length
        full = 0 if turn is Turn.IN else 1
        assert breath.fullness(at) == pytest.approx(full, abs=1e-4)


@given(breaths, holds)
def test_between_two_turns_it_goes_one_way(breath: Breath, length: timedelta) -> None:
    told = [*breath.turns(length), (length, Turn.IN)]

    for (begins, turn), (end, _next) in pairwise(told):
        way = (end - begins) / 8
        seen = [breath.fullness(begins + share * way) for share in range(9)]
        assert seen == sorted(seen, reverse=turn is Turn.OUT)
