"""Tests for stretchbreak.core.own_stretch."""

from dataclasses import replace

import pytest

from stretchbreak.core import own_stretch
from stretchbreak.core.own_stretch import Lack, instructed, lack, of_kind
from stretchbreak.core.routine import Kind, Stretch

NAMED = replace(own_stretch.new(), name="Bow")


def test_the_lines_are_what_the_session_says() -> None:
    bow = instructed(NAMED, ["Sit tall.", "Bow.", "Come back."])

    assert (bow.set_up, bow.cue) == ("Sit tall.", "Bow.")
    assert bow.cues == ("Sit tall.", "Bow.")
    assert bow.moments == (0.0, 0.5, 1.0)


def test_one_line_says_both() -> None:
    bow = instructed(NAMED, ["Bow."])

    assert (bow.set_up, bow.cue) == ("Bow.", "Bow.")


def test_other_lines_are_other_words_and_what_the_file_says_stays() -> None:
    bow = instructed(NAMED, ["Sit.", "Bow."])
    written = replace(bow, set_up="Sit as tall as you can.", cues=("One", "Two"))

    assert instructed(bow, ["Stand.", "Bend."]).set_up == "Stand."
    again = instructed(written, ["Stand.", "Bend."])
    assert (again.set_up, again.cue) == ("Sit as tall as you can.", "Bend.")
    assert again.cues == ("One", "Two")


def test_what_is_repeated_has_repetitions_and_what_is_held_has_none() -> None:
    pressed = of_kind(NAMED, Kind.REPS)

    assert pressed.reps == own_stretch.REPS
    assert of_kind(pressed, Kind.HOLD) == NAMED


@pytest.mark.parametrize(
    ("stretch", "lacks"),
    [
        (own_stretch.new(), Lack.NAME),
        (NAMED, Lack.INSTRUCTIONS),
        (replace(instructed(NAMED, ["Bow."]), cautions=()), Lack.CAUTIONS),
        (instructed(NAMED, ["Bow."]), None),
    ],
)
def test_what_it_lacks_is_named(stretch: Stretch, lacks: Lack | None) -> None:
    assert lack(stretch) is lacks
