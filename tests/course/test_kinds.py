"""The kinds of words that an answer may be asked to bring, or not to."""

from __future__ import annotations

import re

import pytest

from coach.course import lessons_path
from coach.course.kinds import MORE, TOPIC, kinds, named_phrases, wants_path
from coach.models import Audience

GUIDE = (lessons_path() / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", kinds())
def test_a_kind_has_phrases_and_something_to_say(name: str) -> None:
    kind = kinds()[name]
    assert kind.phrases
    assert kind.missing or kind.found
    assert len(set(kind.phrases)) == len(kind.phrases)
    assert not kind.missing or not (kind.always or kind.unsafe_for)


def test_every_phrase_is_found_by_its_own_words() -> None:
    for name, kind in kinds().items():
        for phrase in (phrase for phrase in kind.phrases if re.fullmatch(r"[a-z' ]+", phrase)):
            assert name in {found.name for found in named_phrases().read(phrase).found}, phrase


def test_nothing_unsafe_is_unsafe_among_friends() -> None:
    for kind in kinds().values():
        assert not kind.unsafe_for & {Audience.FRIEND, Audience.GROUP}


def test_the_authors_guide_lists_every_kind() -> None:
    assert set(kinds()) | {TOPIC, MORE} <= set(re.findall(r"`([a-z-]+)`", GUIDE))
    for name, kind in kinds().items():
        assert not kind.missing or f"| `{name}` | {kind.missing} |" in GUIDE


def test_no_line_of_the_file_is_too_long_to_read() -> None:
    lines = wants_path().read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if len(line) > 120 and line.count('", "')] == []
