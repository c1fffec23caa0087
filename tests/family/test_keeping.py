"""Private words: kept, left, masked, advised on, and written nowhere but into the family's file."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.errors import FamilyError
from coach.family import FamilyFile, advice_on, keep_word, leave_word
from coach.models import MAX_PRIVATE_WORDS, Family, PrivateKind, PrivateWord
from coach.models.family import FAMILY_VERSION

TOWN = PrivateWord(kind=PrivateKind.TOWN, words="Thornby")
FAMILY = Family(private_words=(TOWN,))


def test_a_word_is_kept_once() -> None:
    family = keep_word(Family(), "town", "  Thornby ")
    assert family == FAMILY
    assert keep_word(family, "town", "Thornby") == FAMILY


@pytest.mark.parametrize("which", ["1", "Thornby", "THORNBY"])
def test_a_word_is_left_by_its_number_or_itself(which: str) -> None:
    assert leave_word(FAMILY, which).private_words == ()


@pytest.mark.parametrize("which", ["0", "2", "thorn", "99999999"])
def test_what_is_not_kept_cannot_be_left(which: str) -> None:
    with pytest.raises(FamilyError, match="`coach family show` lists them"):
        leave_word(FAMILY, which)


@pytest.mark.parametrize(
    ("kind", "words"), [("town", "x"), ("town", " - "), ("town", "a" * 81), ("town", "Thorn\x1b[31mby"), ("planet", "Mars")]
)  # fmt: skip
def test_what_cannot_be_kept_is_said_without_the_word(kind: str, words: str) -> None:
    with pytest.raises(FamilyError) as caught:
        keep_word(Family(), kind, words)
    assert words.strip() not in str(caught.value) or words == "x"
    assert "fix:" in str(caught.value)


def test_there_is_an_end_to_private_words() -> None:
    family = Family()
    for number in range(MAX_PRIVATE_WORDS):
        family = keep_word(family, "town", f"Thornby {number}")
    with pytest.raises(FamilyError, match="remove one first"):
        keep_word(family, "town", "Thornby")


def test_a_private_word_stands_in_no_repr() -> None:
    for shown in (repr(TOWN), str(TOWN), repr(FAMILY), str(FAMILY)):
        assert "Thornby" not in shown
    assert TOWN.masked() == "T******"


@pytest.mark.parametrize(
    ("kind", "words", "advised"),
    [
        (PrivateKind.NAME, "Ada", True),
        (PrivateKind.NAME, "Ada Quill", False),
        (PrivateKind.TEAM, "Lions", True),
        (PrivateKind.TEAM, "Thornby Lions", False),
        (PrivateKind.TOWN, "Thornby", False),
        (PrivateKind.BIRTHDAY, "12/5", False),
    ],
)
def test_everyday_words_are_advised_against(kind: PrivateKind, words: str, advised: bool) -> None:
    assert bool(advice_on(PrivateWord(kind=kind, words=words))) is advised


def test_a_file_of_the_first_version_is_read_and_written_in_the_form_of_today(tmp_path: Path) -> None:
    path = tmp_path / "family.json"
    path.write_text('{"version": 1, "progress": {}, "promises": ["strangers"]}', encoding="utf-8")
    file = FamilyFile(path)
    family = file.update(lambda family: keep_word(family, "town", "Thornby"))
    assert (family.promises, family.private_words, family.version) == (("strangers",), (TOWN,), FAMILY_VERSION)
    assert FamilyFile(path).read() == family


def test_forgetting_removes_the_file_and_what_was_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "family.json"
    path.write_text("broken", encoding="utf-8")
    FamilyFile(path).update(lambda _: FAMILY)
    removed = {each.name for each in FamilyFile(path).forget()}
    assert removed >= {"family.json", "family.broken-1.json"}
    assert FamilyFile(path).forget() == ()
    assert FamilyFile(path).read() == Family()
