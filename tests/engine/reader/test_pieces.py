"""Words are spelled in pieces as BERT's tokenizer does."""

from __future__ import annotations

import pytest

from coach.engine.reader import read_weights
from coach.engine.reader.pieces import LONGEST_WORD, UNKNOWN, Pieces

NAMES = ["[UNK]", ",", "un", "##kind", "##k", "##i", "##n", "##d", "kind", "u"]


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    return Pieces(NAMES)


def spelled(pieces: Pieces, word: str | None) -> list[str]:
    return [pieces.names[at] for at in pieces.of(word)]


def test_longest_piece_comes_first(pieces: Pieces) -> None:
    assert spelled(pieces, "unkind") == ["un", "##kind"]
    assert spelled(pieces, "kind") == ["kind"]


def test_letters_that_are_not_known_are_one_piece_each(pieces: Pieces) -> None:
    assert spelled(pieces, "uxn") == ["u", "[UNK]", "##n"]


def test_break_is_a_comma_and_no_word_is_endless(pieces: Pieces) -> None:
    assert spelled(pieces, None) == [","]
    assert len(pieces.of("x" * 10_000)) == LONGEST_WORD


def test_any_word_can_be_spelled_with_the_pieces_that_are_shipped() -> None:
    pieces = read_weights().embedding.pieces
    assert pieces.number["[UNK]"] not in pieces.of("zqxjkv0123456789")


def test_pieces_are_those_of_the_makers_tokenizer() -> None:
    tokenizers = pytest.importorskip("tokenizers")
    pieces = read_weights().embedding.pieces
    makers = tokenizers.Tokenizer(tokenizers.models.WordPiece(pieces.number, unk_token=UNKNOWN))
    for word in ("nobody", "invited", "unfriendliest", "homeschooled", "spellings", "u", "11yrs"):
        assert list(pieces.of(word)) == makers.encode(word).ids
