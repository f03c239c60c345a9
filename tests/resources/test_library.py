"""The topics that come with the program say what may be said."""

import re

import pytest

from stretchbreak.core.library import Topic
from stretchbreak.figure import body_map
from stretchbreak.storage import library_files, routine_files
from stretchbreak.storage.places import resources
from tests.resources.test_stretches import PROMISES, SOURCE

TOPICS, FAULTS = library_files.load(resources() / "library")
IN_ORDER = ["why-legs", "principles", "when", "care", "wider", "questions"]
MUSCLES_ON_BODY = set(body_map.MUSCLES)
MUSCLES = {"hamstrings", "glutes", "piriformis", "hip flexors"}
NO_TARGET_OF_OURS = {"hip flexors"}

every_topic = pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)


def told(topic: Topic) -> list[str]:
    """Return all that the user reads in *topic*, but for its sources."""
    lines = [topic.title, topic.about]
    for part in topic.parts:
        lines += filter(None, [part.heading, *part.text, *part.points])
    return lines


def test_everything_loads() -> None:
    assert FAULTS == ()
    assert [topic.id for topic in TOPICS] == IN_ORDER


@every_topic
def test_each_is_after_the_source_and_promises_nothing(topic: Topic) -> None:
    assert SOURCE in {source.title for source in topic.sources}
    assert not [line for line in told(topic) if PROMISES.search(line)]
    assert all(line.strip() == line for line in told(topic))


def test_the_six_rules_and_that_form_comes_before_depth_are_there() -> None:
    (rules,) = (topic for topic in TOPICS if topic.id == "principles")

    assert [part.heading for part in rules.parts] == [
        "Warm up first",
        "Gently, little by little",
        "Hold still",
        "Breathe",
        "Mind your position",
        "Listen to your body",
        "Form before depth",
    ]


def test_the_muscles_explained_are_those_the_stretches_name() -> None:
    explained = {part.muscle for topic in TOPICS for part in topic.parts} - {""}
    stretches = routine_files.load(resources()).stretches.values()
    targets = {muscle for stretch in stretches for muscle in stretch.targets}

    assert explained == MUSCLES
    assert explained - targets == NO_TARGET_OF_OURS


def test_every_target_has_its_place_on_the_body() -> None:
    stretches = routine_files.load(resources()).stretches.values()

    assert {name for each in stretches for name in each.targets} <= MUSCLES_ON_BODY


@every_topic
def test_sentences_end(topic: Topic) -> None:
    texts = [line for part in topic.parts for line in (*part.text, *part.points)]
    assert all(re.search(r"[.?]$", line) for line in [topic.about, *texts])
