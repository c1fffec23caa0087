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


@pytest.mark.parametrize(
    ("kind", "text", "is_found"),
    [
        ("finds-fault", "its because u never talk to anyone", True),
        ("finds-fault", "u probably did something", True),
        ("finds-fault", "its not ur fault", False),
        ("finds-fault", "im here because ur my friend and u deserve better", False),
        ("promises-silence", "ok i wont tell a soul", True),
        ("promises-silence", "ur secret is safe with me", True),
        ("promises-silence", "i cant promise that i wont tell anyone", False),
        ("promises-silence", "we tell miss together, i promise to stay with u", False),
        ("takes-it-back", "sorry if u got hurt", True),
        ("takes-it-back", "sorry but u started it", True),
        ("takes-it-back", "sorry that i laughed, it wasnt funny", False),
        ("laughs-it-off", "sry lol", True),
        ("laughs-it-off", "\U0001f602\U0001f602 my bad", True),
        ("laughs-it-off", "im so sorry haha", True),
        ("laughs-it-off", "sry lol i laughed at ur poem", False),
        ("laughs-it-off", "sorry", False),
        ("ranks", "its only for my closest friends", True),
        ("ranks", "u can come if somebody cancels", True),
        ("ranks", "i could only ask six, i like u a lot", False),
        ("hurts-somebody", "dare u to push the teacher", True),
        ("hurts-somebody", "kick the ball to me and hit the post", False),
        ("threatens", "whoever doesnt do it gets kicked", True),
        ("threatens", "im blocking you", False),
        ("plays-down", "its not that bad", True),
        ("plays-down", "thats so bad, poor you. dont worry, dont cry", False),
        ("hands-over-contact", "can i give u my number", True),
        ("hands-over-contact", "how can we give you the details", False),
        ("puts-it-off", "pls ask me again later", True),
        ("puts-it-off", "dont ask again", False),
        ("says-no", "nice try lol", True),
        ("says-no", "ask someone else", True),
        ("says-no", "i never give out my password", True),
        ("says-no", "nice one, try again", False),
        ("gives-nothing-away", "lol who even is this", True),
        ("gives-nothing-away", "do i know you", True),
        ("gives-nothing-away", "ok i know you from school", False),
        ("agrees", "ok ill do it", True),
        ("agrees", "ok give me the coins", True),
        ("agrees", "ok thanks but no", False),
        ("invites-home", "no thx i like to mine my own gold :)", False),
        ("invites-home", "i prefer to mine for diamonds myself", False),
        ("invites-home", "nah im going to mine gold with my brother", False),
        ("invites-home", "i dont want you to mine my gold", False),
        ("invites-home", "we play at mine", True),
        ("invites-home", "my dad can drive u to mine", True),
        ("invites-home", "u could get the bus to mine", True),
        ("invites-home", "are you going to mine after school", True),
    ],
)
def test_a_kind_finds_its_words_and_spares_good_ones(kind: str, text: str, is_found: bool) -> None:
    found = {
        one.name for one in named_phrases().read(text).found if not (one.is_negated and kinds()[kind].unless_negated)
    }
    assert (kind in found) is is_found


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
