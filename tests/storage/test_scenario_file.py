"""A day in a file: every word of it, and every mistake one can make."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stretchbreak.core import events
from stretchbreak.core.holds import By
from stretchbreak.core.moment import Moment
from stretchbreak.core.pause import For, Until, UntilResumed
from stretchbreak.core.settings import Settings
from stretchbreak.runtime.simulation import ChangeSetting, Jump, Scenario, Span
from stretchbreak.storage.scenario_file import load
from stretchbreak.storage.toml_file import WrongFileError
from tests.support.day import known

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
NOW = Moment(HOUR, datetime(2026, 3, 2, 10, tzinfo=UTC))

HEAD = """
start = 2026-03-02T09:00:00
until = 2026-03-02T18:00:00
timezone = "Europe/Berlin"
"""
WHOLE = (
    HEAD
    + """
rest_of_input = "none"

[settings]
sitting_limit = "30m"
away_after = 4

[[input]]
from = "09:00:00"
to = "09:50:00"

[[event]]
at = "09:47:10"
do = "snooze"
minutes = 10
"""
)


def read(folder: Path, text: str) -> Scenario:
    """Return the scenario that *text* is."""
    file = folder / "day.toml"
    file.write_text(text, encoding="utf-8")
    return load(file, known())


def event(fields: str) -> str:
    """Return a day on which at 10:00 there is an event of *fields*."""
    return f'{HEAD}\n[[event]]\nat = "10:00:00"\n{fields}\n'


def typed(first: str, last: str) -> str:
    """Return a day with input from *first* to *last*, as TOML writes them."""
    return f"{HEAD}\n[[input]]\nfrom = {first}\nto = {last}\n"


def span(first: float, last: float) -> Span:
    """Return input from minute *first* to minute *last*."""
    return Span(first * MINUTE, last * MINUTE)


# What it says


def test_a_whole_day_is_read(tmp_path: Path) -> None:
    day = read(tmp_path, WHOLE)

    assert day.start.isoformat() == "2026-03-02T09:00:00+01:00"
    assert day.length == 9 * HOUR
    assert day.settings == Settings(sitting_limit=30 * MINUTE, away_after=4 * MINUTE)
    assert day.input == (span(0, 50),)
    assert [happening.at for happening in day.happenings] == [
        47 * MINUTE + timedelta(seconds=10)
    ]


def test_little_is_needed(tmp_path: Path) -> None:
    day = read(tmp_path, "start = 2026-03-02T09:00:00\nuntil = 2026-03-02T09:00:00\n")

    assert (day.start.tzname(), day.length) == ("UTC", timedelta())
    assert day.settings == Settings()


@pytest.mark.parametrize(
    "written",
    [
        '"09:30"',
        '"9:30:00"',
        "09:30:00",
        '"2026-03-02T09:30:00"',
        "2026-03-02T09:30:00",
        "2026-03-02T09:30:00+01:00",
        "2026-03-02T08:30:00Z",
        '"2026-03-02T08:30:00Z"',
    ],
)
def test_a_time_may_be_written_in_many_ways(tmp_path: Path, written: str) -> None:
    assert read(tmp_path, typed(written, '"10:00"')).input == (span(30, 60),)


def test_start_and_until_may_be_text_as_well(tmp_path: Path) -> None:
    text = 'start = "2026-03-02T09:00:00"\nuntil = "10:30"\n'

    assert read(tmp_path, text).length == 90 * MINUTE


def test_a_day_may_go_on_past_midnight(tmp_path: Path) -> None:
    text = HEAD.replace("02T18", "04T18") + typed(
        '"2026-03-03T01:00:00"', '"2026-03-03T02:00:00"'
    ).removeprefix(HEAD)

    assert read(tmp_path, text).input == (span(16 * 60, 17 * 60),)


def test_a_day_with_a_change_of_the_clocks_has_its_real_length(tmp_path: Path) -> None:
    text = HEAD.replace("-03-02", "-03-29").replace("T09", "T00")

    assert read(tmp_path, text).length == 17 * HOUR


def test_a_time_that_is_skipped_means_the_first_after_it(tmp_path: Path) -> None:
    text = typed('"02:30"', '"04:00"').replace("-03-02", "-03-29").replace("T09", "T00")

    assert read(tmp_path, text).input == (span(120, 180),)


def test_spans_of_input_are_put_in_order_and_joined(tmp_path: Path) -> None:
    spans = [("10:00", "10:30"), ("09:00", "09:10"), ("10:20", "10:40")]
    spans += [("10:05", "10:06"), ("10:40", "10:50")]
    tables = "".join(f'[[input]]\nfrom = "{a}"\nto = "{b}"\n' for a, b in spans)

    assert read(tmp_path, HEAD + tables).input == (span(0, 10), span(60, 110))


def test_events_are_put_in_order_and_keep_it_within_a_second(tmp_path: Path) -> None:
    dos = [("10:00", "lock"), ("09:30", "skip"), ("10:00", "unlock")]
    tables = "".join(f'[[event]]\nat = "{at}"\ndo = "{do}"\n' for at, do in dos)

    day = read(tmp_path, HEAD + tables)

    made = [deed for happening in day.happenings for deed in happening.deeds]
    assert made == [events.SkipAsked, events.Locked, events.Unlocked]


# Every `do`

MADE: list[tuple[str, list[events.Event]]] = [
    ('do = "lock"', [events.Locked(NOW)]),
    ('do = "unlock"', [events.Unlocked(NOW)]),
    ('do = "suspend"', [events.Suspended(NOW)]),
    ('do = "wake"', [events.Woke(NOW)]),
    ('do = "dnd_on"', [events.HoldBegan(NOW, By.DND)]),
    ('do = "dnd_off"', [events.HoldEnded(NOW, By.DND)]),
    ('do = "fullscreen_on"', [events.HoldBegan(NOW, By.FULLSCREEN)]),
    ('do = "fullscreen_off"', [events.HoldEnded(NOW, By.FULLSCREEN)]),
    ('do = "call_on"', [events.HoldBegan(NOW, By.CALL)]),
    ('do = "call_off"', [events.HoldEnded(NOW, By.CALL)]),
    ('do = "inhibit_on"', [events.HoldBegan(NOW, By.INHIBITOR)]),
    ('do = "inhibit_off"', [events.HoldEnded(NOW, By.INHIBITOR)]),
    ('do = "start"', [events.StartAsked(NOW)]),
    ('do = "start"\nroutine = "walk"', [events.StartAsked(NOW, "walk")]),
    ('do = "end_session"', [events.EndAsked(NOW)]),
    ('do = "hurts"', [events.HurtSaid(NOW), events.LeaveOutAsked(NOW)]),
    ('do = "snooze"', [events.SnoozeAsked(NOW)]),
    ('do = "snooze"\nminutes = 7', [events.SnoozeAsked(NOW, 7 * MINUTE)]),
    ('do = "skip"', [events.SkipAsked(NOW)]),
    ('do = "pause"', [events.PauseAsked(NOW, UntilResumed())]),
    ('do = "pause"\nfor = "1h30m"', [events.PauseAsked(NOW, For(90 * MINUTE))]),
    ('do = "pause"\nfor = 30', [events.PauseAsked(NOW, For(30 * MINUTE))]),
    (
        'do = "pause"\nuntil = "14:30"',
        [events.PauseAsked(NOW, Until(datetime(1, 1, 1, 14, 30, tzinfo=UTC).time()))],
    ),
    (
        'do = "pause"\nuntil = 14:30:00',
        [events.PauseAsked(NOW, Until(datetime(1, 1, 1, 14, 30, tzinfo=UTC).time()))],
    ),
    (
        'do = "pause"\nuntil = "tomorrow"',
        [events.PauseAsked(NOW, Until(datetime(1, 1, 1, 4, tzinfo=UTC).time()))],
    ),
    ('do = "resume"', [events.ResumeAsked(NOW)]),
    ('do = "quit"', [events.Quit(NOW)]),
    ('do = "launch"', [events.Launched(NOW)]),
]


@pytest.mark.parametrize(("fields", "made"), MADE)
def test_each_do_makes_its_event(
    tmp_path: Path, fields: str, made: list[events.Event]
) -> None:
    (happening,) = read(tmp_path, event(fields)).happenings

    makes = [
        deed for deed in happening.deeds if not isinstance(deed, Jump | ChangeSetting)
    ]
    assert [make(NOW) for make in makes] == made


@pytest.mark.parametrize(("by", "jump"), [("+1h", HOUR), ("-90s", -1.5 * MINUTE)])
def test_the_wall_clock_can_be_set(tmp_path: Path, by: str, jump: timedelta) -> None:
    day = read(tmp_path, event(f'do = "clock_jump"\nby = "{by}"'))

    assert day.happenings[0].deeds == (Jump(jump),)


@pytest.mark.parametrize(
    ("value", "settings"),
    [
        ('"30m"', Settings(sitting_limit=30 * MINUTE)),
        ("60", Settings(sitting_limit=HOUR)),
    ],
)
def test_a_setting_can_be_changed(
    tmp_path: Path, value: str, settings: Settings
) -> None:
    day = read(tmp_path, event(f'do = "set"\nkey = "sitting_limit"\nvalue = {value}'))

    (deed,) = day.happenings[0].deeds

    assert isinstance(deed, ChangeSetting)
    assert deed.change(Settings()) == settings


# Every mistake

WRONG: list[tuple[str, str]] = [
    ("", "start: expected, but missing"),
    ("start = 2026-03-02T09:00:00", "until: expected, but missing"),
    (HEAD.replace("18:00:00", "08:00:00"), "until: expected a time not before start"),
    (HEAD.replace("2026-03-02T09:00:00", "9"), "start: expected a local time such as"),
    (
        HEAD.replace("2026-03-02T09:00:00", '"nine"'),
        "start: expected a local time such as 2026-03-02T09:00:00, got 'nine'",
    ),
    (
        HEAD.replace("2026-03-02T09:00:00", "2026-03-02"),
        "start: expected a local time such as 2026-03-02T09:00:00",
    ),
    (HEAD.replace("2026-03-02T09", "0001-01-01T00"), "start: expected a year from"),
    (HEAD.replace("2026-03-02T18", "9999-12-31T23"), "until: expected a year from"),
    (
        HEAD.replace("Europe/Berlin", "Europe/Bielefeld"),
        "timezone: expected a time zone such as Europe/Berlin, got 'Europe/Bielefeld'",
    ),
    (HEAD.replace("Europe/Berlin", "../etc"), "timezone: expected a time zone such"),
    (HEAD.replace("Europe/Berlin", ""), "timezone: expected a time zone such as"),
    (HEAD + 'rest_of_input = "typing"', "rest_of_input: "),
    (HEAD + "inputs = []", "inputs: no such key was expected"),
    (HEAD + "input = 3", "input: expected a list"),
    (HEAD + '[settings]\nsitting = "5m"', "settings: sitting: there is no setting"),
    (
        HEAD + '[settings]\nsitting_limit = "1m"',
        "settings: sitting_limit: '1m' is too little; expected a duration from 5m",
    ),
    (HEAD + '[[input]]\nfrom = "09:00:00"', "input[0].to: expected, but missing"),
    (
        typed('"9 am"', '"10:00"'),
        "input[0].from: expected HH:MM:SS or a local time such as 2026-03-02T09:00:00",
    ),
    (typed("9", '"10:00"'), "input[0].from: expected HH:MM"),
    (typed('"25:00"', '"10:00"'), "input[0].from: expected HH:MM:SS or a local time"),
    (typed('"11:00"', '"10:00"'), "input[0].to: expected a time not before from"),
    (typed('"08:59:59"', '"10:00"'), "input[0].from: expected a time not before start"),
    (typed('"10:00"', '"9999-12-31T23:59:59"'), "input[0].to: expected a year from"),
    (typed('"0001-01-01"', '"10:00"'), "input[0].from: expected a year from"),
    (HEAD + '[[event]]\nat = "10:00"', "event[0].do: expected, but missing"),
    (HEAD + '[[event]]\ndo = "lock"', "event[0].at: expected, but missing"),
    (HEAD + '[[event]]\nat = "noon"\ndo = "lock"', "event[0].at: expected HH:MM:SS"),
    (event('do = "dance"'), "event[0].do: 'dance' is not known; expected one of"),
    (event('do = "dnd"'), "event[0].do: 'dnd' is not known"),
    (event('do = "lock"\nloud = true'), "event[0].loud: no such key was expected"),
    (event('do = "start"\nroutine = "yoga"'), "event[0].routine: expected one of"),
    (event('do = "snooze"\nminutes = 0'), "event[0].minutes: expected a whole number"),
    (event('do = "snooze"\nminutes = -5'), "event[0].minutes: expected a whole number"),
    (
        event(f'do = "snooze"\nminutes = {10**17}'),
        "event[0].minutes: expected a whole number from 1 to 1440",
    ),
    (
        event('do = "snooze"\nminutes = "5"'),
        "event[0].minutes: expected a whole number",
    ),
    (event('do = "pause"\nfor = "long"'), "event[0].for: expected a duration such as"),
    (event('do = "pause"\nfor = "0m"'), "event[0].for: expected a duration such as"),
    (event('do = "pause"\nuntil = "noon"'), "event[0].until: expected HH:MM"),
    (
        event('do = "pause"\nfor = "1h"\nuntil = "14:00"'),
        "event[0]: expected either for or until",
    ),
    (event('do = "clock_jump"'), 'event[0].by: expected a length such as "+1h"'),
    (event('do = "clock_jump"\nby = "1h"'), "event[0].by: expected a length such as"),
    (event('do = "clock_jump"\nby = "+soon"'), "event[0].by: expected a duration"),
    (event('do = "set"\nkey = "snooze"'), "event[0]: expected both key and value"),
    (event('do = "set"\nvalue = 3'), "event[0]: expected both key and value"),
    (
        event('do = "set"\nkey = "snooze"\nvalue = "2h"'),
        "event[0].value: snooze: '2h' is too much; expected a duration from 1m to 1h",
    ),
    (
        event('do = "set"\nkey = "nap"\nvalue = "2h"'),
        "event[0].value: nap: there is no setting 'nap'",
    ),
    ("start = ", "expected TOML"),
    (HEAD + HEAD, "expected TOML"),
    (HEAD + f"x = {'[' * 5000}", "expected TOML"),
    (event(f'do = "snooze"\nminutes = {"9" * 5000}'), "expected TOML"),
]


@pytest.mark.parametrize(("text", "expected"), WRONG)
def test_a_mistake_is_named_with_its_key_and_what_was_expected(
    tmp_path: Path, text: str, expected: str
) -> None:
    with pytest.raises(WrongFileError) as wrong:
        read(tmp_path, text)

    assert str(wrong.value).startswith(expected)


def test_the_events_there_are_are_named(tmp_path: Path) -> None:
    with pytest.raises(WrongFileError) as wrong:
        read(tmp_path, event('do = "dance"'))

    named = str(wrong.value).partition("one of ")[2].split(", ")
    written = {fields.split('"')[1] for fields, _made in MADE} | {"clock_jump", "set"}
    assert named == sorted(written)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(WrongFileError, match="expected a file"):
        load(tmp_path / "nowhere.toml", known())


# Any text

KEYS = ["at", "do", "minutes", "routine", "for", "until", "by", "key", "value"]
VALUES = ["0", "-1", "true", "1e9", '""', '"09:00"', "09:00:00", '"+9h"', "[]", "{}"]
VALUES += ["0001-01-01T00:00:00", "9999-12-31T23:59:59-23:59", '"1h"', "0xffffffffffff"]
DOS = sorted({fields.split('"')[1] for fields, _made in MADE} | {"clock_jump", "set"})


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Return a whole day with something else in one place."""
    start = draw(st.integers(0, len(WHOLE)))
    end = draw(st.integers(start, min(len(WHOLE), start + 30)))
    inserted = st.text(max_size=8) | st.sampled_from(VALUES)
    return WHOLE[:start] + draw(inserted) + WHOLE[end:]


@st.composite
def any_event(draw: st.DrawFn) -> str:
    """Return a day with an event that has any keys."""
    keys = draw(st.sets(st.sampled_from(KEYS[2:])))
    fields = [f"{key} = {draw(st.sampled_from(VALUES))}" for key in sorted(keys)]
    return event("\n".join([f'do = "{draw(st.sampled_from(DOS))}"', *fields]))


@st.composite
def any_times(draw: st.DrawFn) -> str:
    """Return a day whose times are any values."""
    start, until, first, last = (draw(st.sampled_from(VALUES)) for _ in range(4))
    zone = draw(st.sampled_from(["UTC", "Asia/Tokyo", "America/New_York"]))
    head = f'start = {start}\nuntil = {until}\ntimezone = "{zone}"\n'
    return f"{head}[[input]]\nfrom = {first}\nto = {last}\n"


def mistake(folder: Path, text: str) -> str:
    """Return what is wrong with *text*; nothing if it is a day."""
    try:
        read(folder, text)
    except WrongFileError as wrong:
        return str(wrong)
    return ""


@settings(deadline=None)  # the disk may be slow
@given(st.text() | damaged() | any_event() | any_times())
def test_any_text_is_a_day_or_a_mistake(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folder = tmp_path_factory.getbasetemp()

    assert mistake(folder, text).isprintable()
