"""Starting at login by the Run key, on a registry of ours."""

import pytest

from stretchbreak.platforms.autostart.windows import RunKey
from stretchbreak.runtime.ports.failures import AdapterError

PROGRAM = (r"C:\Program Files\Python\python.exe", "-m", "stretchbreak")


class FakeKey:
    """One key of a registry, which may be locked."""

    def __init__(self, *, locked: bool = False) -> None:
        self.values: dict[str, str] = {}
        self._locked = locked

    def get(self, name: str) -> str | None:
        self._check()
        return self.values.get(name)

    def set(self, name: str, value: str) -> None:
        self._check()
        self.values[name] = value

    def delete(self, name: str) -> None:
        self._check()
        if name not in self.values:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        del self.values[name]

    def _check(self) -> None:
        if self._locked:
            raise PermissionError(5, "Access is denied")


def test_it_is_off_until_it_is_switched_on() -> None:
    way = RunKey(FakeKey(), PROGRAM)

    before = way.on()
    way.switch_on()
    between = way.on()
    way.switch_off()

    assert (before, between, way.on()) == (False, True, False)


def test_the_value_is_a_command_with_its_spaces_quoted() -> None:
    key = FakeKey()
    RunKey(key, PROGRAM).switch_on()

    assert key.values == {
        "Stretchbreak": r'"C:\Program Files\Python\python.exe" -m stretchbreak'
    }


def test_switching_off_twice_is_as_switching_off_once() -> None:
    way = RunKey(FakeKey(), PROGRAM)
    way.switch_off()
    way.switch_off()

    assert not way.on()


@pytest.mark.parametrize("deed", ["on", "switch_on", "switch_off"])
def test_a_registry_that_refuses_is_said(deed: str) -> None:
    way = RunKey(FakeKey(locked=True), PROGRAM)

    with pytest.raises(AdapterError, match="Access is denied"):
        getattr(way, deed)()
