"""`stretchbreak settings`: show and change every setting of the window."""

import argparse
import json
from collections.abc import Callable
from typing import Any

from stretchbreak.cli import kept
from stretchbreak.cli.outcome import DONE, CommandError
from stretchbreak.cli.running import asked
from stretchbreak.core.setting_values import Plain, changed, expected, write
from stretchbreak.core.settings import DEFAULTS, SPECS, Settings
from stretchbreak.runtime.ports.failures import AdapterError
from stretchbreak.runtime.remote import Change
from stretchbreak.storage.settings_file import SettingsFile


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this verb takes to *parser*."""
    deeds = parser.add_subparsers(dest="deed", required=True, metavar="DEED")
    listing = deeds.add_parser("list", help="all settings, with what they take")
    get = deeds.add_parser("get", help="one setting")
    set_ = deeds.add_parser("set", help="change a setting")
    reset = deeds.add_parser("reset", help="back to the default: one, or all")
    path = deeds.add_parser("path", help="where they are kept")
    get.add_argument("name")
    set_.add_argument("name")
    set_.add_argument("value")
    reset.add_argument("name", nargs="?")
    for each in (listing, get, path):
        each.add_argument("--json", action="store_true", help="for other programs")


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked and return the exit code."""
    file = kept.settings_file()
    name = getattr(arguments, "name", None)
    if name is not None and name not in SPECS:
        raise CommandError(
            f"There is no setting {name!r}. `stretchbreak settings list` names them."
        )
    _DEEDS[arguments.deed](file, arguments)
    return DONE


def _path(file: SettingsFile, arguments: argparse.Namespace) -> None:
    _print(str(file.path), as_json=arguments.json)


def _list(file: SettingsFile, arguments: argparse.Namespace) -> None:
    settings = kept.settings(file)
    rows = [_row(name, settings) for name in SPECS]
    if arguments.json:
        print(json.dumps(rows))
        return
    width = max(len(name) for name in SPECS)
    for row in rows:
        print(f"{row['name']:<{width}}  {_text(row['value']):<8}  {row['expected']}")


def _get(file: SettingsFile, arguments: argparse.Namespace) -> None:
    value = write(getattr(kept.settings(file), arguments.name))
    _print(value, as_json=arguments.json)


def _set(file: SettingsFile, arguments: argparse.Namespace) -> None:
    _change(file, {arguments.name: arguments.value})


def _reset(file: SettingsFile, arguments: argparse.Namespace) -> None:
    names = SPECS if arguments.name is None else [arguments.name]
    _change(file, {name: write(DEFAULTS[name]) for name in names})


_DEEDS: dict[str, Callable[[SettingsFile, argparse.Namespace], None]] = {
    "path": _path,
    "list": _list,
    "get": _get,
    "set": _set,
    "reset": _reset,
}


def _change(file: SettingsFile, plain: dict[str, Plain]) -> None:
    """Change settings in the running program, or in the file where none runs."""
    try:
        changed(Settings(), plain)
    except ValueError as error:
        raise CommandError(f"{error}; nothing is changed") from error
    reply = asked(Change(plain))
    if reply is not None:
        if reply.error is not None:
            raise CommandError(reply.error)
        return
    try:
        file.save(changed(kept.settings(file), plain))
    except AdapterError as error:
        raise CommandError(str(error)) from error


def _print(value: Plain, *, as_json: bool) -> None:
    print(json.dumps(value) if as_json else _text(value))


def _row(name: str, settings: Settings) -> dict[str, Any]:
    spec = SPECS[name]
    return {
        "name": name,
        "value": write(getattr(settings, name)),
        "default": write(DEFAULTS[name]),
        "expected": expected(name),
        "label": spec.label,
        "group": spec.group.value,
        "level": spec.level.value,
    }


def _text(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)
