"""Settings as plain values: text, whole numbers, true and false.

The settings file, the command line and `simulate` all read and write settings
through here, so a value means the same in each and is refused in the same
words.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from enum import Enum
from typing import Any

from stretchbreak.core import durations
from stretchbreak.core.settings import DEFAULTS, SPECS, Settings

Plain = str | int | bool | list[str]
_TRUTH = {
    "true": True,
    "yes": True,
    "on": True,
    "false": False,
    "no": False,
    "off": False,
}


def read(name: str, plain: object) -> Any:
    """Return the value that *plain* means for the setting *name*.

    Raises:
        ValueError: There is no such setting, or *plain* is no value for it,
            or is out of range. The message says what was expected.
    """
    if name not in SPECS:
        raise ValueError(f"there is no setting {name!r}")
    default = DEFAULTS[name]
    value = _read(default, plain)
    spec = SPECS[name]
    if spec.check is not None:
        for line in value:
            spec.check(line)
    if spec.low is not None and value < spec.low:
        raise ValueError(f"{plain!r} is too little; expected {expected(name)}")
    if spec.high is not None and value > spec.high:
        raise ValueError(f"{plain!r} is too much; expected {expected(name)}")
    return value


def write(value: Any) -> Plain:
    """Return *value* as `read` reads it."""
    if isinstance(value, timedelta):
        return durations.text(value)
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, str | int):
        return value
    raise TypeError(f"{value!r} is no setting's value")


def expected(name: str) -> str:
    """Return in words what the setting *name* takes."""
    default, spec = DEFAULTS[name], SPECS[name]
    match default:
        case timedelta():
            kind = "a duration"
        case Enum():
            return "one of " + ", ".join(str(choice.value) for choice in type(default))
        case bool():
            return "true or false"
        case tuple():
            return "a list, on the command line with ; between its lines"
        case _:
            kind = "a whole number"
    return f"{kind} from {write(spec.low)} to {write(spec.high)}"


def changed(settings: Settings, plain: Mapping[str, object]) -> Settings:
    """Return *settings* with those in *plain* changed.

    Raises:
        ValueError: See `read`; the message begins with the setting's name.
    """
    values = {}
    for name, value in plain.items():
        try:
            values[name] = read(name, value)
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from error
    return replace(settings, **values)


def _read(default: object, plain: object) -> Any:
    match default:
        case timedelta():
            return _duration(plain)
        case Enum():
            return _choice(type(default), plain)
        case bool():
            return _truth(plain)
        case tuple():
            return _lines(plain)
        case int():
            return _number(plain)
        case _:
            raise TypeError(f"settings like {default!r} cannot be read")


def _duration(plain: object) -> timedelta:
    if isinstance(plain, bool) or not isinstance(plain, str | int):
        raise ValueError(f"{plain!r} is not {durations.EXPECTED}")  # noqa: TRY004 - the user's mistake
    return durations.parse(str(plain))


def _choice(kind: type[Enum], plain: object) -> Enum:
    for choice in kind:
        if choice.value == plain:
            return choice
    known = ", ".join(str(choice.value) for choice in kind)
    raise ValueError(f"{plain!r} is not one of {known}")


def _truth(plain: object) -> bool:
    if isinstance(plain, bool):
        return plain
    if isinstance(plain, str) and plain.lower() in _TRUTH:
        return _TRUTH[plain.lower()]
    raise ValueError(f"{plain!r} is neither true nor false")


def _number(plain: object) -> int:
    if isinstance(plain, int) and not isinstance(plain, bool):
        return plain
    if isinstance(plain, str) and plain.isascii() and plain.isdigit():
        return int(plain)
    raise ValueError(f"{plain!r} is not a whole number")


def _lines(plain: object) -> tuple[str, ...]:
    if isinstance(plain, str):
        plain = plain.split(";")
    if not isinstance(plain, list | tuple):
        raise ValueError(f"{plain!r} is not a list")  # noqa: TRY004 - the user's mistake
    if not all(isinstance(line, str) for line in plain):
        raise ValueError(f"{plain!r} is not a list of texts")
    return tuple(line.strip() for line in plain if line.strip())
