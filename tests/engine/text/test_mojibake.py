"""Letters of UTF-8 that were read as another encoding are read as meant; flags stay on the characters as given."""

from __future__ import annotations

from itertools import accumulate

import ftfy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.engine import check
from coach.engine.text.mojibake import Unmixed, unmixed
from coach.models import Audience, Concern, Direction, Flag, FlagSource, Message, Weight
from tests.cli.check.test_command import answers
from tests.cli.running import coach
from tests.shipped import shipped_catalog, shipped_nlp

_WRONG = ("latin-1", "sloppy-windows-1252")
_CURLED = str.maketrans({"'": "’", '"': "“"})
CURLED = [
    (rule.concern, text.translate(_CURLED))
    for rule in shipped_catalog().rules
    for text in (*(example.text for example in rule.examples.flags), *rule.examples.silent)
    if not text.translate(_CURLED).isascii()
]
ftfy.bad_codecs.ok()


def mixed_up(text: str, encoding: str) -> tuple[str, list[int]]:
    """UTF-8 read as another encoding, and where each character of the text begins in it."""
    widths = (len(char.encode()) for char in text)
    return text.encode().decode(encoding), list(accumulate(widths, initial=0))


@pytest.mark.parametrize("encoding", _WRONG)
def test_every_example_has_the_same_flags_on_the_characters_as_given(encoding: str) -> None:
    for concern, text in CURLED[::3]:
        direction = Direction.RECEIVED if concern == "red-flag" else Direction.DRAFT
        wrong, places = mixed_up(text, encoding)
        given = Message(text=wrong, direction=direction, audience=Audience.STRANGER)
        report = check(shipped_nlp(), given)
        expected = check(shipped_nlp(), given.model_copy(update={"text": text})).flags
        assert report.message == given
        assert [(flag.rule, flag.start, flag.end) for flag in report.flags] == [
            (flag.rule, places[flag.start], places[flag.end]) for flag in expected
        ], text
        assert all(flag.phrase == wrong[flag.start : flag.end] for flag in report.flags)


FLAG = Flag(
    start=0, end=0, phrase="", concern=Concern.UNKIND, category="unkind/looks", rule="a-rule", source=FlagSource.RULE,
    weight=Weight.PAUSE, why="why", note="note", instead=(), lesson="mean-words",
)  # fmt: skip


def place_of(found: Unmixed, at: int) -> int:
    """Where a flag that begins at this letter of the repaired text begins in the original."""
    return found.moved(FLAG.model_copy(update={"start": at, "end": at})).start


@settings(max_examples=300)
@given(text=st.text(alphabet="aé’“”–…😀£ü .", max_size=30), encoding=st.sampled_from(_WRONG))
def test_what_is_repaired_keeps_its_places(text: str, encoding: str) -> None:
    wrong, places = mixed_up(text, encoding)
    found = unmixed(wrong)
    if found and found.text == text:
        assert [place_of(found, at) for at in range(len(text) + 1)] == places


@settings(max_examples=300)
@given(text=st.text(max_size=40) | st.text(alphabet="âÂÃð€™\x80\x99\x9f ab", max_size=40))
def test_any_text_keeps_its_begin_its_end_and_its_order(text: str) -> None:
    found = unmixed(text)
    if found:
        places = [place_of(found, at) for at in range(len(found.text) + 1)]
        assert (places[0], places[-1]) == (0, len(text))
        assert places == sorted(places)


@pytest.mark.parametrize("text", ["don’t", "café “x”", "Ã", "Â", "São João", "ÃÂ", "привет", "ur so ugly 😀"])
def test_what_is_no_such_text_stays(text: str) -> None:
    found = unmixed(text)
    assert found is None or found.text == text


def test_a_short_form_of_another_encoding_is_read_and_flagged() -> None:
    status, out, _ = coach("check", "--received", "--format", "jsonl", "donâ\x80\x99t tell ur mum")
    (flag,) = answers(out)[0]["flags"]
    assert (status, flag["start"], flag["phrase"]) == (1, 0, "donâ\x80\x99t tell ur mum")
