"""Whatever is pressed in whatever phase: what must hold of any session.

The long form, `pytest -m long`, goes through many thousands of them.
"""

import pytest
from hypothesis import given, settings

from tests.support.any_session import AnySession, sessions


def is_honest_and_ends(session: AnySession) -> None:
    """Check that what is recorded was held, no side is lost, and the end comes."""
    mat = session.lived()

    assert mat.view.session is None
    assert mat.records


@settings(max_examples=60, deadline=None)
@given(sessions())
def test_any_session_is_recorded_as_it_was_and_ends(session: AnySession) -> None:
    is_honest_and_ends(session)


@pytest.mark.long
@settings(max_examples=20_000, deadline=None)
@given(sessions())
def test_many_thousand_sessions_are_and_do(session: AnySession) -> None:
    is_honest_and_ends(session)
