"""Reading a TOML file that a person wrote into a typed value.

msgspec does the checking. This module puts what it finds into words that name
the key and what was expected, so that whoever wrote the file can mend it.
"""

import re
from datetime import timedelta
from enum import Enum
from importlib.resources.abc import Traversable
from pathlib import Path
from reprlib import Repr
from typing import Any, TypeVar, get_args, get_type_hints

import msgspec

from stretchbreak.core import durations

T = TypeVar("T")

NOT_BLANK = r"\S"
WEB_ADDRESS = r"^https?://\S+$"
FILE_NAME = r"^[^./\\][^/\\]*$"

_AT = re.compile(r"(?P<what>.*?)(?: - at `\$\.?(?P<key>.*)`)?", re.DOTALL)
_MISSING = re.compile(r"Object missing required field `(?P<key>.*)`", re.DOTALL)
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<key>.*)`", re.DOTALL)
_WORDS = {
    f"`str` matching regex {NOT_BLANK!r}": "text that is not blank",
    f"`str` matching regex {WEB_ADDRESS!r}": "a web address",
    f"`str` matching regex {FILE_NAME!r}": "a file name without a folder",
    "`str`": "text in quotes",
    "`int`": "a whole number",
    "`float`": "a number",
    "`bool`": "true or false",
    "`array`": "a list",
    "`object`": "a table",
    "`null`": "nothing",
}
_SHORT = Repr()
_SHORT.maxstring = _SHORT.maxother = 60


class WrongFileError(Exception):
    """A file is not what it should be; the message has key and expectation."""

    def __init__(self, expected: str, key: str = "") -> None:
        super().__init__(f"{key}: {expected}" if key else expected)


class Length(timedelta):
    """A duration that is written as people write it; see `core.durations`."""


def read(file: Path | Traversable, kind: type[T]) -> T:
    """Return what *file* says, checked to be a *kind*.

    Raises:
        WrongFileError: It cannot be read, is no TOML, or is no *kind*.
    """
    try:
        if not file.is_file():
            raise WrongFileError("expected a file")
        content = file.read_bytes()
    except OSError as error:
        raise WrongFileError(f"cannot be read: {error.strerror or error}") from error
    return decode(content, kind)


def decode(content: bytes, kind: type[T]) -> T:
    """Return what the *content* of a file says, checked to be a *kind*.

    Raises:
        WrongFileError: It is no TOML, or is no *kind*.
    """
    try:
        # Some editors begin a file with a mark; it is no part of the text.
        text = content.decode("utf-8-sig")
        return msgspec.toml.decode(text, type=kind, dec_hook=_decode)
    except UnicodeDecodeError as error:
        raise WrongFileError("expected text in UTF-8") from error
    except msgspec.ValidationError as error:
        raise _in_words(str(error), kind) from error
    except RecursionError as error:
        raise WrongFileError("expected TOML, not nested so deeply") from error
    except ValueError as error:  # not TOML, or a number with thousands of digits
        raise WrongFileError(f"expected TOML: {error}") from error


def brief(value: object) -> str:
    """Return *value* as a message can show it, however long it is."""
    return _SHORT.repr(value)


def _decode(kind: type[Any], value: object) -> Length:
    if kind is not Length:
        raise NotImplementedError
    if isinstance(value, str):
        try:
            length = durations.parse(value)
        except ValueError:
            pass
        else:
            return Length(days=length.days, seconds=length.seconds)
    # msgspec adds the key to a ValueError.
    raise ValueError(f"expected {durations.EXPECTED}, got {brief(value)}")


def _in_words(complaint: str, kind: type[Any]) -> WrongFileError:
    found = _AT.fullmatch(complaint)
    what, key = (found["what"], found["key"] or "") if found else (complaint, "")
    if missing := _MISSING.fullmatch(what):
        return WrongFileError("expected, but missing", _joined(key, missing["key"]))
    if unknown := _UNKNOWN.fullmatch(what):
        return WrongFileError("no such key was expected", _joined(key, unknown["key"]))
    if what.startswith("Invalid enum value"):
        return WrongFileError(f"expected {_choices(kind, key)}", key)
    what = what.replace(" | null", "")  # which nobody can write in TOML
    for theirs, ours in _WORDS.items():
        what = what.replace(theirs, ours)
    return WrongFileError(what[:1].lower() + what[1:], key)


def _joined(outer: str, inner: str) -> str:
    return f"{outer}.{inner}" if outer else inner


def _choices(kind: type[Any], key: str) -> str:
    hint = get_type_hints(kind).get(key)
    choices = next(
        (t for t in (hint, *get_args(hint)) if isinstance(t, type(Enum))), None
    )
    return "one of " + ", ".join(c.value for c in choices) if choices else "a choice"
