"""`stretchbreak status`: what is going on."""

import argparse
import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from stretchbreak.cli.outcome import DONE
from stretchbreak.cli.running import told
from stretchbreak.core.durations import text
from stretchbreak.runtime.remote import Status


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this verb takes to *parser*."""
    parser.add_argument("--json", action="store_true", help="one object")


def run(arguments: argparse.Namespace) -> int:
    """Print what is going on and return the exit code."""
    status = told(Status()).status or {}
    if arguments.json:
        print(json.dumps(status))
    else:
        print("\n".join(_lines(status)))
    return DONE


def _lines(status: dict[str, Any]) -> Iterator[str]:
    yield f"Sitting for {_length(status['sitting_s'])}"
    yield _next(status)
    for hold in status["held"]:
        yield f"Held since {_clock(hold['since'])}: {hold['by']}"
    session = status["session"]
    if session is not None:
        side = f", {session['side']}" if session["side"] else ""
        left = _length(session["remaining_s"])
        where = f"{session['step']}{side}, {session['phase']}, {left} left"
        yield f"In session: {session['routine']}, {where}"
    yield f"Idle source: {status['idle_source']}"


def _next(status: dict[str, Any]) -> str:
    if status["paused"]:
        until = status["paused_until"]
        return f"Paused until {_clock(until) if until else 'you resume'}"
    if status["due"]:
        return "A break is due"
    if status["next_prompt_s"] is None:
        return "No reminder to come"
    return f"Next reminder in {_length(status['next_prompt_s'])}"


def _length(seconds: int) -> str:
    return text(timedelta(seconds=seconds))


def _clock(iso: str) -> str:
    return f"{datetime.fromisoformat(iso):%H:%M}"
