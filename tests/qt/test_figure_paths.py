"""Tests for stretchbreak.qt.figure_paths."""

from stretchbreak.figure.shapes import Arc, Outline
from stretchbreak.qt.figure_paths import FigurePaths, Fit, path_of

FIT = Fit(100.0, 10.0, 20.0)
LARGER = Fit(200.0, 10.0, 20.0)
ROUND: Outline = (Arc(1, 2, 0.5, 0, 6.28),)
CORNERS: Outline = (Arc(0, 0, 0, 0, 0), Arc(1, 0, 0, 0, 0), Arc(0, 1, 0, 0, 0))


def test_what_did_not_move_keeps_its_path() -> None:
    paths = FigurePaths()
    first = paths.of_next(FIT)(ROUND, 1.0)

    assert paths.of_next(FIT)(ROUND, 1.0) is first


def test_what_left_the_picture_is_not_kept() -> None:
    paths = FigurePaths()
    first = paths.of_next(FIT)(ROUND, 1.0)
    paths.of_next(FIT)(CORNERS, 1.0)

    assert paths.of_next(FIT)(ROUND, 1.0) is not first


def test_another_size_takes_other_paths() -> None:
    paths = FigurePaths()
    paths.of_next(FIT)(ROUND, 1.0)

    assert paths.of_next(LARGER)(ROUND, 1.0) == path_of((ROUND,), LARGER)


def test_an_outline_on_the_floor_is_not_taken_for_an_upright_one() -> None:
    path = FigurePaths().of_next(FIT)

    upright, flat = path(ROUND, 1.0), path(ROUND, 0.3)

    assert (upright, flat) == (path_of((ROUND,), FIT), path_of((ROUND,), FIT, 0.3))


def test_it_tells_what_two_pictures_in_a_row_share() -> None:
    paths = FigurePaths()
    first = paths.of_next(FIT)(ROUND, 1.0)
    was_new = not paths.has_again(first)
    path = paths.of_next(FIT)
    still, new = path(ROUND, 1.0), path(CORNERS, 1.0)

    assert was_new
    assert paths.has_again(still)
    assert not paths.has_again(new)
