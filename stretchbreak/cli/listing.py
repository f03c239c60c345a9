"""Listing stretches or routines, and showing one of them."""

import argparse
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import fields
from datetime import timedelta
from typing import Any, TypeVar

import msgspec

from stretchbreak.cli.outcome import DONE, CommandError
from stretchbreak.core import durations
from stretchbreak.core.routine import Routine, Step
from stretchbreak.storage.places import places, resources
from stretchbreak.storage.routine_files import Library, load

T = TypeVar("T")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what both verbs take to *parser*."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="all about one")
    parser.add_argument("--json", action="store_true", help="for other programs")


def library() -> Library:
    """Return what there is: ours, and the user's own; tell of files left out."""
    known = load(resources(), places(os.environ).data)
    for fault in known.faults:
        print(f"stretchbreak: {fault}", file=sys.stderr)
    return known


def show(arguments: argparse.Namespace, kind: str, known: Mapping[str, Any]) -> int:
    """Print *known*, or the one asked for, and return the exit code.

    Raises:
        CommandError: There is none of that name.
    """
    if arguments.name is None:
        plain = {name: _plain(each) for name, each in known.items()}
        _list(plain, as_json=arguments.json)
        return DONE
    one = _plain(one_of(known, kind, arguments.name))
    print(_json(one) if arguments.json else "\n".join(_details(one)))
    return DONE


def one_of(known: Mapping[str, T], kind: str, name: str) -> T:
    """Return the one of *known* that is called *name*.

    Raises:
        CommandError: There is none of that name.
    """
    if name not in known:
        names = ", ".join(sorted(known))
        raise CommandError(f"There is no {kind} {name!r}. There are: {names}")
    return known[name]


def _plain(each: object) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(each, builtin_types=[timedelta])
    if isinstance(each, Routine):
        plain["steps"] = tuple(map(_told, each.steps))
    return plain


def _told(step: Step) -> dict[str, Any]:
    """Return what *step* says itself; what it leaves out is as usual."""
    usual = {field.name: field.default for field in fields(step)}
    plain = msgspec.to_builtins(step, builtin_types=[timedelta])
    return {key: plain[key] for key in plain if getattr(step, key) != usual[key]}


def _json(plain: object) -> str:
    return json.dumps(plain, default=durations.text)


def _list(plain: Mapping[str, Any], *, as_json: bool) -> None:
    if as_json:
        print(_json(list(plain.values())))
        return
    width = max(map(len, plain), default=0)
    for name, each in plain.items():
        print(f"{name:<{width}}  {each['name']}")


def _details(one: Mapping[str, Any]) -> list[str]:
    lines = []
    for key, value in one.items():
        if value is None or (isinstance(value, str | tuple) and not value):
            continue
        title = key.replace("_", " ").capitalize()
        if isinstance(value, tuple) and isinstance(value[0], float):
            lines.append(f"{title}: {', '.join(f'{number:g}' for number in value)}")
        elif isinstance(value, tuple):
            lines += [f"{title}:", *(f"  - {_text(item)}" for item in value)]
        else:
            lines.append(f"{title}: {_text(value)}")
    return lines


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, timedelta):
        return durations.text(value)
    if isinstance(value, tuple):
        return " and ".join(map(_text, value))
    if isinstance(value, dict):
        return ", ".join(
            part if isinstance(part, str) else f"{key} {_text(part)}"
            for key, part in value.items()
            if part not in {None, ""}
        )
    return str(value)
