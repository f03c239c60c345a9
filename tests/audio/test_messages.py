"""Orders and news survive the pipe; what is neither is refused."""

import pytest

from stretchbreak.audio import messages
from stretchbreak.audio.messages import (
    Began,
    Finish,
    News,
    Order,
    Play,
    Prepare,
    Ready,
    Sound,
    Spoke,
    Trouble,
)
from stretchbreak.core.choices import Accent, Pace
from stretchbreak.core.cues import Chime, Kind

ORDERS: list[Order] = [
    Prepare(voice=True, chimes=False, volume=80, pace=Pace.FAST, accent=Accent.BRITISH),
    Play(
        (Sound(kind=Kind.HALF, at=1.5, chime=Chime.HALF, say="Half time.", say_at=2),)
    ),
    Play(()),
    Finish(),
]
NEWS: list[News] = [
    Ready(voice="V", chimes="", missing=("No chimes: none.",)),
    Began(kind=Kind.COUNT, what="chime", at=7.25, late=0.01),
    Spoke(8.5),
    Trouble("something"),
]


@pytest.mark.parametrize("order", ORDERS, ids=lambda each: type(each).__name__)
def test_an_order_is_one_line_and_is_read_as_it_was(order: Order) -> None:
    line = messages.line(order)

    assert line.count(b"\n") == 1
    assert messages.order(line) == order


@pytest.mark.parametrize("news", NEWS, ids=lambda each: type(each).__name__)
def test_so_is_news(news: News) -> None:
    assert messages.news(messages.line(news)) == news


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"rubbish",
        b"\xff\xfe",
        b"[]",
        b'{"type":"burn"}',
        b'{"type":"play"}',
        b'{"type":"play","sounds":[{"kind":"half"}]}',
        b"[" * 100_000,
    ],
    ids=lambda line: repr(line[:30]),
)
def test_what_is_none_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever the reason
        messages.order(line)
    with pytest.raises(ValueError):  # noqa: PT011 - as above
        messages.news(line)
