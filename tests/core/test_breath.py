"""Tests for stretchbreak.core.breath."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchbreak.core.breath import IN, OUT, fullness

SECOND = timedelta(seconds=1)


def test_a_breath_is_in_for_four_seconds_and_out_for_six() -> None:
    seen = [fullness(at * SECOND) for at in (0, 2, 4, 7, 10, 14)]

    assert seen == pytest.approx([0, 0.5, 1, 0.5, 0, 1])


@given(st.timedeltas(timedelta(), timedelta(days=1)))
def test_it_is_never_sudden(at: timedelta) -> None:
    step = SECOND / 12

    assert 0 <= fullness(at) <= 1
    assert abs(fullness(at + step) - fullness(at)) < 0.04
    assert fullness(at) == pytest.approx(fullness(at + IN + OUT))
