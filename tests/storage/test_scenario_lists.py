"""Settings that are lists, in the file of a day."""

from pathlib import Path

import pytest

from stretchbreak.core.settings import Settings
from stretchbreak.runtime.simulation import ChangeSetting, Scenario
from stretchbreak.storage.scenario_file import load
from stretchbreak.storage.toml_file import WrongFileError
from tests.support.day import known

HEAD = "start = 2026-03-02T09:00:00\nuntil = 2026-03-02T18:00:00\n"


def read(folder: Path, text: str) -> Scenario:
    """Return the scenario that *text* is."""
    file = folder / "day.toml"
    file.write_text(text, encoding="utf-8")
    return load(file, known())


def event(fields: str) -> str:
    """Return a day on which at 10:00 there is an event of *fields*."""
    return f'{HEAD}\n[[event]]\nat = "10:00:00"\n{fields}\n'


def test_a_setting_may_be_a_list(tmp_path: Path) -> None:
    hours = ["mon-fri 09:00-12:00", "fri 22:00-06:00"]
    head = f'{HEAD}[settings]\nhours = {hours}\nappointments = "sun 21:00 evening"\n'

    day = read(tmp_path, head)

    assert day.settings.hours == tuple(hours)
    assert day.settings.appointments == ("sun 21:00 evening",)


def test_a_list_can_be_set(tmp_path: Path) -> None:
    text = event('do = "set"\nkey = "appointments"\nvalue = ["sun 21:00 evening"]')

    (deed,) = read(tmp_path, text).happenings[0].deeds

    assert isinstance(deed, ChangeSetting)
    assert deed.change(Settings()).appointments == ("sun 21:00 evening",)


WRONG = [
    (
        HEAD + '[settings]\nhours = ["mon 9-12"]',
        "settings: hours: '9' is not a time such as 09:00",
    ),
    (
        HEAD + '[settings]\nappointments = ["mon 09:00"]',
        "settings: appointments: 'mon 09:00' is not an appointment such as",
    ),
    (
        event('do = "set"\nkey = "hours"\nvalue = ["mo 09:00-12:00"]'),
        "event[0].value: hours: 'mo' are no days; expected days such as",
    ),
]


@pytest.mark.parametrize(("text", "expected"), WRONG)
def test_a_mistake_is_named_with_its_key_and_what_was_expected(
    tmp_path: Path, text: str, expected: str
) -> None:
    with pytest.raises(WrongFileError) as wrong:
        read(tmp_path, text)

    assert str(wrong.value).startswith(expected)
