"""Settings as people write them: read, checked, refused and written."""

from dataclasses import fields
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchbreak.core.choices import Strength
from stretchbreak.core.setting_values import changed, expected, read, write
from stretchbreak.core.settings import DEFAULTS, SPECS, Settings

MINUTE = timedelta(minutes=1)
RANGED = [name for name, spec in SPECS.items() if spec.low is not None]

MEANT: list[tuple[str, object, object]] = [
    ("sitting_limit", "1h30m", 90 * MINUTE),
    ("sitting_limit", "45", 45 * MINUTE),
    ("sitting_limit", 45, 45 * MINUTE),
    ("snooze_limit", 0, 0),
    ("snooze_limit", "7", 7),
    ("strength", "firm", Strength.FIRM),
    ("hold_dnd", False, False),
    ("hold_dnd", "off", False),
    ("hold_dnd", "Yes", True),
    ("hours", [], ()),
    ("hours", "", ()),
    (
        "hours",
        "mon 09:00-12:00; tue 9:00-10:00;",
        ("mon 09:00-12:00", "tue 9:00-10:00"),
    ),
    ("hours", [" mon 09:00-12:00 ", ""], ("mon 09:00-12:00",)),
    ("appointments", ["mon-fri 07:30 morning"], ("mon-fri 07:30 morning",)),
    ("hold_programs", "Teams;obs", ("Teams", "obs")),
]
REFUSED: list[tuple[str, object, str]] = [
    ("sitting_limit", "soon", "'soon' is not a duration such as 90s, 45m, 1h30m or 2h"),
    ("sitting_limit", "0", "'0' is no time at all; expected a duration such as"),
    ("sitting_limit", -5, "'-5' is not a duration"),
    ("sitting_limit", True, "True is not a duration"),
    ("sitting_limit", 4.5, "4.5 is not a duration"),
    (
        "sitting_limit",
        "4m59s",
        "'4m59s' is too little; expected a duration from 5m to 4h",
    ),
    ("sitting_limit", "4h1s", "'4h1s' is too much; expected a duration from 5m to 4h"),
    ("snooze_limit", -1, "-1 is too little; expected a whole number from 0 to 20"),
    ("snooze_limit", 21, "21 is too much; expected a whole number from 0 to 20"),
    ("snooze_limit", "many", "'many' is not a whole number"),
    ("snooze_limit", True, "True is not a whole number"),
    ("snooze_limit", "٣", "'٣' is not a whole number"),
    ("strength", "loud", "'loud' is not one of gentle, standard, firm"),
    ("strength", 1, "1 is not one of gentle, standard, firm"),
    ("hold_dnd", "perhaps", "'perhaps' is neither true nor false"),
    ("hold_dnd", 1, "1 is neither true nor false"),
    ("hours", "always", "'always' are not hours such as mon-fri 09:00-12:00"),
    ("hours", ["mon 09:00-12:00", "mon 9"], "'mon 9' are not hours such as"),
    ("hours", ["mon 09:00-12:00", 9], "['mon 09:00-12:00', 9] is not a list of texts"),
    ("hours", 9, "9 is not a list"),
    ("hours", {"mon": 9}, "{'mon': 9} is not a list"),
    ("appointments", "mon 07:30", "'mon 07:30' is not an appointment such as"),
    ("hold_programs", True, "True is not a list"),
    ("sitting", "45m", "there is no setting 'sitting'"),
]


@pytest.mark.parametrize(("name", "plain", "meant"), MEANT)
def test_a_value_is_read_as_people_write_it(
    name: str, plain: object, meant: object
) -> None:
    assert read(name, plain) == meant


@pytest.mark.parametrize(("name", "plain", "why"), REFUSED)
def test_what_is_no_value_is_refused_with_what_was_expected(
    name: str, plain: object, why: str
) -> None:
    with pytest.raises(ValueError, match=r"is|are|there") as refusal:
        read(name, plain)

    assert str(refusal.value).startswith(why)


@pytest.mark.parametrize("name", RANGED)
def test_the_ends_of_a_range_belong_to_it(name: str) -> None:
    spec = SPECS[name]

    for end in (spec.low, spec.high):
        assert read(name, write(end)) == end


@pytest.mark.parametrize("name", SPECS)
def test_every_default_reads_as_it_is_written(name: str) -> None:
    assert read(name, write(DEFAULTS[name])) == DEFAULTS[name]


@pytest.mark.parametrize("name", SPECS)
def test_every_setting_says_in_words_what_it_takes(name: str) -> None:
    assert expected(name).split()[0] in {"a", "one", "true"}


def test_several_settings_are_changed_at_once() -> None:
    settings = changed(Settings(), {"sitting_limit": "30m", "snooze_limit": 1})

    assert settings == Settings(sitting_limit=30 * MINUTE, snooze_limit=1)


def test_a_refusal_begins_with_the_settings_name() -> None:
    with pytest.raises(ValueError, match="sitting_limit: 'soon' is not"):
        changed(Settings(), {"snooze_limit": 1, "sitting_limit": "soon"})


def test_what_is_no_settings_value_is_not_written() -> None:
    with pytest.raises(TypeError, match="is no setting's value"):
        write(3.5)


def anything() -> st.SearchStrategy[object]:
    return st.text() | st.integers() | st.booleans() | st.lists(st.text(), max_size=3)


@given(st.sampled_from(sorted(SPECS)), anything())
def test_any_value_is_in_range_or_refused(name: str, plain: object) -> None:
    spec = SPECS[name]
    try:
        value = read(name, plain)
    except ValueError:
        return
    assert spec.low is None or spec.low <= value <= spec.high
    assert read(name, write(value)) == value


def test_all_settings_can_be_read() -> None:
    assert set(SPECS) == {field.name for field in fields(Settings)}
