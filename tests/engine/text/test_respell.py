"""Disguised spelling is undone, and ordinary words stay as they are."""

from __future__ import annotations

from functools import partial

import pytest
from spacy.language import Language

from coach.engine.pipeline import make_doc
from coach.engine.text.normalize import Speller, fold
from coach.engine.text.reading import reading_of
from coach.engine.text.tokenizer import SteadyTokenizer
from coach.models import Direction, Message
from tests.benchmarks.timing import seconds

SPELLER = Speller(
    known=[
        "stupid",
        "loser",
        "ugly",
        "idiot",
        "shut",
        "up",
        "shout",
        "fuck",
        "face",
        "boo",
        "you",
        "go",
        "home",
        "book",
        "kill",
        "yourself",
    ],
    spelling={"u": "you", "shutup": "shut up", "stoopid": "stupid", "kys": "kill yourself"},
    masked=["fuck"],
)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("u", "you"),
        ("STUPID", "stupid"),
        ("stuuupid", "stupid"),
        ("stuuupiddd", "stupid"),
        ("boooo", "boo"),
        ("l0ser", "loser"),
        ("1d1ot", "idiot"),
        ("stup!d", "stupid"),
        ("st*pid", "stupid"),
        ("f***", "fuck"),
        ("f**k", "fuck"),
        ("u.g.l.y", "ugly"),
        ("u-g-l-y", "ugly"),
        ("shutup", "shut up"),
        ("kyssss", "kill yourself"),
        ("stoopid", "stupid"),
        ("*loser*", "loser"),
        ("ѕtupіd", "stupid"),
        ("ug\u200bly", "ugly"),
        ("úgly", "ugly"),
        ("ｌｏｓｅｒ", "loser"),
        ("🤡", ":clown-face:"),
        # ordinary words and numbers
        ("book", "book"),
        ("142,460", "142,460"),
        ("10", "10"),
        ("2nd", "2nd"),
        ("shirt", "shirt"),
        ("s***", "s***"),
        ("losers", "losers"),
        ("café", "cafe"),
        ("—", ""),
        ("\u200b", ""),
    ],
)
def test_plain_spelling(written: str, plain: str) -> None:
    assert SPELLER.plain(written) == plain


def words(nlp: Language, text: str) -> list[str | None]:
    return reading_of(nlp.get_pipe("coach_respell")(nlp.make_doc(text))).words


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("I'm", ["i", "am"]),
        ("im", ["i", "am"]),
        ("youre", ["you", "are"]),
        ("You’re", ["you", "are"]),
        ("dont", ["do", "not"]),
        ("can't", ["can", "not"]),
        ("he's", ["he", "is"]),
        ("mum's car", ["mum", "car"]),
        ("u g l y", ["ugly"]),
        ("u.g.l.y.", ["ugly"]),
        ("k y s", ["kill", "yourself"]),
        ("hot water", ["hot", "water"]),
        ("as she said", ["as", "she", "said"]),
        ("a b d", ["a", "b", "d"]),
        ("let me c u", ["let", "me", "see", "you"]),
        ("im a bit late", ["i", "am", "a", "bit", "late"]),
        ("one, two\nthree", ["one", None, "two", None, "three"]),
        ('he "said" it', ["he", "said", "it"]),
    ],
)
def test_words_of_a_message(nlp: Language, text: str, plain: list[str | None]) -> None:
    found = words(nlp, text)
    while found and found[-1] is None:
        found.pop()
    assert found == plain


def test_the_text_itself_is_never_changed(nlp: Language) -> None:
    for text in ("u g l y  st*pid\r\n\tl0ser 🤡🤡", "f*** u, k.y.s.", "a" * 500 + " b"):
        assert nlp(text).text == text


def test_long_runs_are_cut_and_keep_every_character(nlp: Language) -> None:
    assert isinstance(nlp.tokenizer, SteadyTokenizer)
    text = "🤡" * 3000 + "\n" + "a." * 500 + " x " + "é\u0301" * 300
    doc = nlp.make_doc(text)
    assert doc.text == text
    assert max(map(len, doc)) <= 80


def test_fold_keeps_plain_words() -> None:
    assert fold("Straße") == "strasse"
    assert fold("ŁÓDŹ").endswith("odz")


@pytest.mark.parametrize(
    "text", ["you are u g l y ok", "u g l y  u.g.l.y\n1d10t don't s t u p i d!", "a " * 9, "u g l y"]
)
def test_many_spaced_words_are_merged_like_few(nlp: Language, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    few = nlp.get_pipe("coach_respell")(nlp.make_doc(text))
    monkeypatch.setattr("coach.engine.text.spelling._MOST_MERGED", -1)
    many = nlp.get_pipe("coach_respell")(make_doc(nlp, Message(text=text, direction=Direction.RECEIVED)))
    assert many.text == text
    assert many._.coach_direction == "received"
    assert [(one.text, one.norm_, one.whitespace_) for one in many] == [
        (one.text, one.norm_, one.whitespace_) for one in few
    ]


def test_eight_times_the_spaced_words_take_nowhere_near_sixty_four_times_the_time(nlp: Language) -> None:
    respell = nlp.get_pipe("coach_respell")
    few, many = (
        min(seconds(partial(respell, nlp.make_doc("u g l y, " * count))) for _ in range(2)) for count in (1_500, 12_000)
    )
    assert many < 20 * few
