"""The family's own words are found however they are spelled, and stand in no report but as the phrase itself."""

from __future__ import annotations

import string

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from coach.engine import build, check
from coach.engine.details.private_words import PrivateWords, fold_map, pattern_of
from coach.engine.spacy_parts import part_in
from coach.models import Direction, FlagSource, Message, PrivateKind, PrivateWord
from tests.shipped import shipped_compiled

KEPT = {
    PrivateKind.NAME: "Ada Quill",
    PrivateKind.SCHOOL: "Oakfield Primary School",
    PrivateKind.STREET: "12 Larch Road",
    PrivateKind.TOWN: "Thornby",
    PrivateKind.TEAM: "Wold Tigers",
    PrivateKind.BIRTHDAY: "12 May 2014",
    PrivateKind.HANDLE: "@quill_ada07",
    PrivateKind.PHONE: "07700 900123",
}
FOUND = {
    PrivateKind.NAME: ["i am ada quill", "ADA QUILL was here", "adaquill lol", "a d a  q u i l l", "4da qu1ll", "Adá Quill's bag"],
    PrivateKind.SCHOOL: [
        "0akfield Pr1mary is ok",
        "OAKFIELD primaryyy",
        "oakfield-primary",
        "#oakfieldprimary",
        "o a k f i e l d primary",
        "oakfield prim skool",
        "o.a.k.f.i.e.l.d primary",
        "οakfield primary",
    ],
    PrivateKind.STREET: ["down larch rd", "larch road", "LARCH R0AD yes"],
    PrivateKind.TOWN: ["thornby", "th0rnbyyy", "t h o r n b y", "Thornby's"],
    PrivateKind.TEAM: ["go w0ld tigers", "woldtigers"],
    PrivateKind.BIRTHDAY: ["12th of may", "may 12", "on 12/5", "5/12", "12.5.2014", "2014-05-12"],
    PrivateKind.HANDLE: ["follow quill_ada07", "@Quill_Ada07", "quill ada07"],
    PrivateKind.PHONE: ["07700900123", "+44 7700 900123", "07700-900-123"],
}  # fmt: skip
SILENT = [
    "ada lovelace wrote the first program",
    "quills are feathers",
    "oak trees in the field",
    "primary colours",
    "larches are trees",
    "thornbyish",
    "12 may 2015",
    "12 june",
    "13/5",
    "quill_ada08",
    "we won 12 to 5",
]


@pytest.fixture(scope="module")
def family_nlp() -> Language:
    return build(shipped_compiled(), [PrivateWord(kind=kind, words=words) for kind, words in KEPT.items()])


def own(nlp: Language, text: str, direction: Direction = Direction.DRAFT) -> list[str]:
    report = check(nlp, Message(text=text, direction=direction))
    return [flag.category for flag in report.flags if flag.source is FlagSource.PRIVATE_WORD]


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in FOUND.items() for text in texts])
def test_a_private_word_is_found_in_any_spelling(family_nlp: Language, kind: PrivateKind, text: str) -> None:
    flags = check(family_nlp, Message(text=text)).flags
    assert kind.category in {flag.category for flag in flags}


@pytest.mark.parametrize("text", SILENT)
def test_words_that_only_look_alike_are_silent(family_nlp: Language, text: str) -> None:
    assert own(family_nlp, text) == []


def test_how_it_is_said_does_not_matter_but_the_direction_does(family_nlp: Language) -> None:
    assert own(family_nlp, 'never say "thornby", i do not live in thornby') == ["oversharing/address"] * 2
    assert own(family_nlp, "do you live in thornby", Direction.RECEIVED) == []


def test_without_private_words_nothing_of_it_is_flagged(nlp: Language) -> None:
    assert own(nlp, "thornby, oakfield primary, ada quill") == []


def test_neither_rule_nor_reason_tell_the_word(family_nlp: Language) -> None:
    (flag,) = check(family_nlp, Message(text="see you in thornby")).flags
    told = flag.model_dump_json(exclude={"phrase"})
    assert flag.phrase == "thornby"
    assert "thornby" not in told.lower()


def test_new_words_are_looked_for_at_once() -> None:
    nlp = build(shipped_compiled())
    pipe = part_in(nlp, PrivateWords)
    pipe.set_words([PrivateWord(kind=PrivateKind.TOWN, words="Thornby")])
    assert own(nlp, "thornby") == ["oversharing/address"]
    pipe.set_words([])
    assert own(nlp, "thornby") == []


spellable = st.text(string.ascii_letters + string.digits + " '-&.éß漢", min_size=2, max_size=80).filter(
    lambda words: sum(char.isalnum() for char in words) > 1
)


@example(words="00000000000", kind=PrivateKind.NAME)
@given(words=spellable, kind=st.sampled_from(PrivateKind))
@settings(max_examples=100)
def test_whatever_is_kept_is_found_as_it_was_typed_and_never_shown(words: str, kind: PrivateKind) -> None:
    word = PrivateWord(kind=kind, words=words)
    assert repr(word) == f"PrivateWord(kind='{kind}')"
    assert pattern_of(word).search(fold_map(word.words)[0])
