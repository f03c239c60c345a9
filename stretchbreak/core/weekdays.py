"""Days of the week as people write them: `mon-fri`, `mon,wed`, `sat-mon`."""

from collections.abc import Collection

NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
EXPECTED = "days such as mon-fri or mon,wed"


def parse(text: str) -> frozenset[int]:
    """Return the days that *text* names, Monday being 0.

    Raises:
        ValueError: It names none. The message says what was expected.
    """
    days: set[int] = set()
    for part in text.lower().split(","):
        first, dash, last = part.partition("-")
        if first not in NAMES or (dash and last not in NAMES):
            raise ValueError(f"{text!r} are no days; expected {EXPECTED}")
        start = NAMES.index(first)
        count = (NAMES.index(last) - start) % 7 if dash else 0
        days |= {(start + step) % 7 for step in range(count + 1)}
    return frozenset(days)


def text(days: Collection[int]) -> str:
    """Return *days*, Monday being 0, as `parse` reads them: `mon-fri`, `mon,wed`.

    Raises:
        ValueError: There are none.
    """
    if not days:
        raise ValueError(f"no days; expected {EXPECTED}")
    return ",".join(
        NAMES[first] + ("" if first == last else f"-{NAMES[last]}")
        for first, last in spans(days)
    )


def spans(days: Collection[int]) -> list[tuple[int, int]]:
    """Return the first and the last day of each run of *days* within a week."""
    firsts = [day for day in sorted(days) if day - 1 not in days]
    lasts = [day for day in sorted(days) if day + 1 not in days]
    return list(zip(firsts, lasts, strict=True))
