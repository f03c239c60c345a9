"""Every setting there is, and what the design says of it."""

from datetime import timedelta
from enum import Enum

import pytest

from stretchbreak.core.setting_spec import Level, Spec
from stretchbreak.core.settings import DEFAULTS, SPECS, Settings

S = timedelta(seconds=1)
M = timedelta(minutes=1)
H = timedelta(hours=1)

DEFAULT: list[tuple[str, object]] = [
    ("away_after", 3 * M),
    ("rest_after", 5 * M),
    ("watching_limit", 2 * H),
    ("sitting_limit", 45 * M),
    ("stretch_sessions_a_day", 2),
    ("typing_pause", 5 * S),
    ("typing_cap", 60 * S),
    ("renudge", 5 * M),
    ("snooze", 10 * M),
    ("snooze_limit", 3),
    ("settle", 15 * S),
    ("warm_up", 5 * M),
    ("hold_dnd", True),
    ("hold_fullscreen", True),
    ("hold_call", True),
    ("hold_inhibitor", False),
    ("lie_down", 20 * S),
    ("switch", 5 * S),
]


@pytest.mark.parametrize(("name", "default"), DEFAULT)
def test_the_defaults_are_those_of_the_design(name: str, default: object) -> None:
    assert DEFAULTS[name] == default


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [("sitting_limit", 5 * M, 4 * H), ("warm_up", M, 10 * M)],
)
def test_the_ranges_are_those_of_the_design(
    name: str, low: timedelta, high: timedelta
) -> None:
    assert (SPECS[name].low, SPECS[name].high) == (low, high)


def test_at_most_twelve_settings_are_basic() -> None:
    basic = [name for name, spec in SPECS.items() if spec.level is Level.BASIC]

    assert len(basic) <= 12


def needs_range(value: object) -> bool:
    """Return whether values like this one need a least and a greatest."""
    return not isinstance(value, bool | Enum | tuple | str)


@pytest.mark.parametrize(("name", "spec"), SPECS.items())
def test_each_setting_has_words_and_a_range_about_its_default(
    name: str, spec: Spec
) -> None:
    assert spec.label
    if needs_range(DEFAULTS[name]):
        assert spec.low <= DEFAULTS[name] <= spec.high


def test_settings_are_values() -> None:
    assert Settings() == Settings()
    assert hash(Settings()) == hash(Settings())
