"""The desktop session's comings and goings: lock, user switch, suspend.

All ways are used together: one desktop tells the one, another the other, and
many both.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from stretchbreak.platforms.session import logind, macos, screensaver, windows
from stretchbreak.platforms.session.news import News
from stretchbreak.platforms.ways import OtherSystemError, PassedOverError
from stretchbreak.runtime.ports.desktop import SessionListener, Tried


class _Source(Protocol):
    """One way of listening, at work.

    Attributes:
        offers: What one gets by it, in a few words.
    """

    offers: str

    def close(self) -> None: ...


_WAYS: tuple[tuple[str, Callable[[News], _Source]], ...] = (
    ("logind", logind.start),
    ("screensaver", screensaver.start),
    ("windows", windows.start),
    ("macos", macos.start),
)


class SessionWatch:
    """All that is listened to. Keep it: nothing is told without it."""

    def __init__(self, news: News, sources: Sequence[_Source]) -> None:
        self._news = news
        self._sources = tuple(sources)

    def close(self) -> None:
        """Stop listening. Nothing is told afterwards."""
        self._news.close()
        for source in self._sources:
            source.close()


def watch(listener: SessionListener) -> tuple[SessionWatch, tuple[Tried, ...]]:
    """Tell *listener* of the session from now on, through the event loop.

    If the screen is locked already, that is told first.

    Returns:
        The watch, and how each way of listening went.
    """
    news = News(listener)
    sources: list[_Source] = []
    tried: list[Tried] = []
    for name, start in _WAYS:
        try:
            source = start(news)
        except OtherSystemError:
            continue
        except PassedOverError as reason:
            tried.append(Tried(name, chosen=False, why=str(reason)))
        else:
            sources.append(source)
            tried.append(Tried(name, chosen=True, why=source.offers))
    return SessionWatch(news, sources), tuple(tried)
