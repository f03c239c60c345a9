"""Tests for stretchbreak.storage.library_files."""

from pathlib import Path

import pytest

from stretchbreak.core.library import Part, Topic
from stretchbreak.core.routine import Source
from stretchbreak.storage.library_files import load

TOPIC = """
order = 2
title = "Rules"
about = "Few."
sources = [{ title = "How to bow", publisher = "Bowers" }]
"""
PARTS = """
[[parts]]
text = ["Be gentle."]
[[parts]]
heading = "Muscles"
muscle = "glutes"
points = ["Large", "Small"]
"""


def load_these(folder: Path, **files: str) -> tuple[tuple[Topic, ...], tuple[str, ...]]:
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return load(folder)


def test_a_topic_is_read_with_its_name_as_id(tmp_path: Path) -> None:
    topics, faults = load_these(tmp_path, rules=TOPIC + PARTS)

    assert faults == ()
    assert topics == (
        Topic(
            id="rules",
            title="Rules",
            about="Few.",
            parts=(
                Part(text=("Be gentle.",)),
                Part(heading="Muscles", muscle="glutes", points=("Large", "Small")),
            ),
            sources=(Source(title="How to bow", publisher="Bowers"),),
        ),
    )


def test_topics_come_in_their_order_not_in_that_of_their_names(tmp_path: Path) -> None:
    first = TOPIC.replace("order = 2", "order = 1") + PARTS

    topics, _faults = load_these(tmp_path, a=TOPIC + PARTS, b=first)

    assert [topic.id for topic in topics] == ["b", "a"]


def test_a_folder_that_is_missing_holds_no_topics(tmp_path: Path) -> None:
    assert load(tmp_path / "nowhere") == ((), ())


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (TOPIC, "parts: expected, but missing"),
        (TOPIC + "parts = []", "parts: "),
        (TOPIC + "[[parts]]\nheading = 'Empty'", "parts[0]: expected text or points"),
        (TOPIC + "[[parts]]\ntext = [' ']", "text that is not blank"),
        (TOPIC + PARTS + "colour = 'red'", "parts[1].colour: no such key"),
        (TOPIC.replace('"Few."', "3") + PARTS, "about: expected text in quotes"),
        (TOPIC.replace("order = 2", "order = 'x'") + PARTS, "order: expected a whole"),
        (
            TOPIC.replace("publisher", "printer") + PARTS,
            "sources[0].printer: no such key",
        ),
        ("title =", "expected TOML"),
    ],
)
def test_a_wrong_file_is_refused_with_its_name_key_and_expectation(
    tmp_path: Path, text: str, complaint: str
) -> None:
    topics, (fault,) = load_these(tmp_path, good=TOPIC + PARTS, wrong=text)

    assert [topic.id for topic in topics] == ["good"]
    assert fault.startswith(str(tmp_path / "wrong.toml"))
    assert complaint in fault
    assert fault.endswith("it is left out")
