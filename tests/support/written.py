"""Lists of settings as people write them, whatever the rules accept."""

from hypothesis import strategies as st

from stretchbreak.core.weekdays import NAMES

_times = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
_short_times = st.builds("{}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
_part = st.one_of(
    st.sampled_from(NAMES),
    st.builds("{}-{}".format, st.sampled_from(NAMES), st.sampled_from(NAMES)),
    st.sampled_from(("Mon-FRI", "SUN")),
)
_days = st.lists(_part, min_size=1, max_size=3).map(",".join)
_routines = st.sampled_from(("short", "morning", "my-own", "no_such_routine"))


def hours_lines() -> st.SearchStrategy[str]:
    """Return lines of reminder hours, in any way they may be written."""
    begins = _times | _short_times
    ends = _times | _short_times | st.just("24:00")
    lines = st.tuples(_days, begins, ends).filter(lambda t: _minutes(t[1], t[2]))
    return lines.map(lambda t: f"{t[0]} {t[1]}-{t[2]}")


def appointment_lines() -> st.SearchStrategy[str]:
    """Return lines of appointments, in any way they may be written."""
    parts = st.tuples(_days, _times | _short_times, _routines)
    return parts.map(" ".join)


def _minutes(begins: str, ends: str) -> bool:
    """Return whether a range from *begins* to *ends* has a length."""
    return begins.zfill(5) != ends.zfill(5)
