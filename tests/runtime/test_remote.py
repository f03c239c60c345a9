import json
from collections.abc import Callable
from datetime import time, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stretchbreak.core.pause import DAY_BEGINS, For, Until, UntilResumed
from stretchbreak.core.settings import Settings
from stretchbreak.runtime import remote
from stretchbreak.runtime.engine import Engine
from stretchbreak.runtime.remote import Reply, Request, answer, said, understood
from stretchbreak.runtime.status import status
from tests.runtime.values import JSON
from tests.support.fakes import HOUR, MINUTE, Bench

Press = Callable[[Engine], object]

PRESSES: list[tuple[Request, Press]] = [
    (remote.Open(), Engine.open),
    (remote.Open(background=True), lambda _engine: None),
    (remote.Start(), Engine.start),
    (remote.Start("walk"), lambda engine: engine.start("walk")),
    (remote.Start("full", warm=True), lambda engine: engine.start("full", warm=True)),
    (remote.Status(), Engine.refresh),
    (remote.Snooze(), Engine.snooze),
    (remote.Snooze("20m"), lambda engine: engine.snooze(20 * MINUTE)),
    (remote.Skip(), Engine.skip),
    (remote.Walked(), Engine.walked),
    (remote.Pause(), lambda engine: engine.pause(UntilResumed())),
    (remote.Pause(lasting="1h"), lambda engine: engine.pause(For(HOUR))),
    (remote.Pause(until=time(14, 30)), lambda e: e.pause(Until(time(14, 30)))),
    (remote.Pause(tomorrow=True), lambda engine: engine.pause(Until(DAY_BEGINS))),
    (remote.Resume(), Engine.resume),
    (
        remote.Change({"snooze": "20m", "snooze_limit": 5, "hold_call": False}),
        lambda engine: engine.change_settings(
            Settings(snooze=20 * MINUTE, snooze_limit=5, hold_call=False)
        ),
    ),
    (remote.Erase(), Engine.erase_history),
    (remote.Quit(), Engine.quit),
]


def test_every_request_there_is_has_its_button() -> None:
    assert {type(request) for request, _press in PRESSES} == set(Request.__args__)


@pytest.mark.parametrize("asked", [False, True])
@pytest.mark.parametrize(("request_", "press"), PRESSES)
def test_a_request_does_what_the_button_does(
    request_: Request, press: Press, *, asked: bool
) -> None:
    remotely, by_hand = Bench(), Bench()
    for bench in (remotely, by_hand):
        bench.passes(47 * MINUTE if asked else 10 * MINUTE)

    reply = understood(answer(said(request_), remotely.engine))
    refused = press(by_hand.engine)

    assert reply.error == refused
    assert remotely.journal.lines == by_hand.journal.lines
    assert remotely.engine.view() == by_hand.engine.view()
    assert remotely.settings.saved == by_hand.settings.saved
    assert remotely.screen.opened == by_hand.screen.opened
    assert remotely.quits == by_hand.quits


def test_status_is_of_this_very_moment() -> None:
    bench = Bench()
    bench.passes(10 * MINUTE)
    bench.clock.pass_(7 * timedelta(seconds=1))

    reply = understood(answer(said(remote.Status()), bench.engine))

    assert reply == Reply(status=status(bench.engine.view(), "fake"))
    assert bench.engine.view().at == bench.clock.now()


REFUSED: list[tuple[Request, str]] = [
    (remote.Snooze(), "No reminder is shown, so none can be snoozed."),
    (remote.Skip(), "No reminder is shown, so none can be skipped."),
    (remote.Resume(), "Reminders are not paused."),
    (remote.Start("yoga"), "There is no routine 'yoga'. There are: after-workout, "),
    (remote.Snooze("0"), "The request was not understood: '0' is no time at all; "),
    (remote.Pause(lasting="-5m"), "The request was not understood: '-5m' is not a d"),
    (
        remote.Change({"snooze": "2h"}),
        "The request was not understood: snooze: '2h' is too much; expected a durat",
    ),
    (
        remote.Change({"sneeze": "2h"}),
        "The request was not understood: sneeze: there is no setting 'sneeze'",
    ),
]


@pytest.mark.parametrize(("request_", "why"), REFUSED)
def test_what_is_refused_is_refused_with_its_reason(
    request_: Request, why: str
) -> None:
    bench = Bench()
    before = bench.engine.view()

    reply = understood(answer(said(request_), bench.engine))

    assert str(reply.error).startswith(why)
    assert reply.status is None
    assert bench.engine.view() == before
    assert bench.engine.settings == Settings()


def test_settings_that_cannot_be_kept_are_no_success() -> None:
    bench = Bench()
    bench.settings.fails = "settings.toml: the disk is full"

    reply = understood(answer(said(remote.Change({"snooze": "20m"})), bench.engine))

    assert reply.error == "settings.toml: the disk is full"


def test_one_wrong_setting_leaves_all_as_they_were() -> None:
    bench = Bench()

    answer(said(remote.Change({"snooze": "20m", "warm_up": "1s"})), bench.engine)

    assert bench.engine.settings == Settings()
    assert bench.settings.saved == []


NO_REQUESTS = [
    b"",
    b"\0",
    b"\xff\xfe",
    b"null",
    b"[]",
    b'"start"',
    b'{"type":"sneeze"}',
    b'{"routine":"walk"}',
    b'{"type":"start","routine":1}',
    b'{"type":"start","warm":"yes"}',
    b'{"type":"start"',
    b'{"type":"start"}{"type":"quit"}',
    b'{"type":"pause","until":"14:30:00Z"}',
    b'{"type":"pause","until":"25:00:00"}',
    b'{"type":"change"}',
    b'{"type":"change","settings":{"snooze":1.5}}',
    b'{"type":"change","settings":{"snooze_limit":' + b"9" * 5_000 + b"}}",
    b'{"type":"change","settings":{"snooze_limit":"' + b"9" * 5_000 + b'"}}',
    b'{"type":"change","settings":{"\\ud800":1}}',
    b'{"type":"snooze","lasting":"999999999h"}',
    b'{"type":"snooze","lasting":"\\u0663m"}',
    b"[" * 60_000,
    b'{"a":' * 10_000,
]


@pytest.mark.parametrize("line", NO_REQUESTS, ids=lambda line: repr(line[:50]))
def test_what_is_no_request_is_answered_and_does_nothing(line: bytes) -> None:
    bench = Bench()
    before = len(bench.journal.lines)

    reply = understood(answer(line, bench.engine))

    assert str(reply.error).startswith("The request was not understood: ")
    assert len(bench.journal.lines) == before


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """Return a valid message with something wrong in it, perhaps."""
    line = draw(st.sampled_from([said(request) for request, _press in PRESSES]))
    for _times in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(line)))
        end = draw(st.integers(start, min(start + 4, len(line))))
        line = line[:start] + draw(st.binary(max_size=4)) + line[end:]
    return line


WORDS = st.sampled_from(["0", "5m", "999999h999999m999999s", "14:30:00", "walk", "on"])
VALUES = JSON | WORDS
NAMES = st.sampled_from([*Settings.__dataclass_fields__, "sneeze"])
FIELDS = st.fixed_dictionaries(
    {
        "type": st.sampled_from(
            [kind.__struct_config__.tag for kind in Request.__args__]
        )
    },
    optional={
        "routine": VALUES,
        "warm": VALUES,
        "lasting": VALUES,
        "until": VALUES,
        "tomorrow": VALUES,
        "settings": st.dictionaries(NAMES, VALUES, max_size=3) | VALUES,
    },
)


def as_bytes(fields: dict[str, Any]) -> bytes:
    return json.dumps(fields).encode()


@settings(max_examples=500, deadline=None)
@given(st.binary() | mutated() | FIELDS.map(as_bytes))
def test_whatever_comes_in_there_is_a_reply(line: bytes) -> None:
    bench = Bench()

    reply = understood(answer(line, bench.engine))

    assert isinstance(reply, Reply)
    assert "\n" not in answer(line, bench.engine).decode()


@given(JSON)
def test_a_reply_that_is_none_is_refused(plain: object) -> None:
    line = msgspec.json.encode({"error": plain, "status": None})
    if plain is None or isinstance(plain, str):
        assert understood(line).error == plain
    else:
        with pytest.raises(ValueError, match=r"Expected `str \| null`"):
            understood(line)
