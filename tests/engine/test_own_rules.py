"""Own rules only add: whatever they contain, no report is calmer with them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span

from coach.counsel import Counsellor
from coach.engine import build, check, check_all, compile_own, compile_rules, joined
from coach.engine.patterns.compiled import Compiled
from coach.engine.patterns.serialize import dump_compiled, parse_compiled
from coach.engine.spacy_parts import flags_in, plain_words
from coach.engine.verdict.switched_off import SwitchedOff
from coach.errors import InputError
from coach.models import Catalog, Message, Off, OffKind, PrivateKind, PrivateWord, Report, Weight
from coach.redaction import Redactor
from coach.rules.own import OwnFolder, read_own_folders
from tests.own import write_hair, write_hostile
from tests.steadiness.law import flagged_examples

SEED = 22
FEW = ("unkind/looks", "unkind/self-harm", "care/hurting")
MESSAGES = [one.message for one in Random(SEED).sample(flagged_examples(), 1_000) if one.rule.category in FEW][:40]


def with_folders(base: Compiled, *folders: Path) -> Compiled:
    own = read_own_folders([OwnFolder(folder) for folder in folders], base.terms)
    return joined(base, compile_own(own, base))


@pytest.fixture(scope="module")
def tiny(catalog: Catalog) -> Compiled:
    """A few of Coach's rules: more would take seconds to compile and save."""
    few = [rule for name in FEW for rule in [one for one in catalog.rules if one.category == name and not one.file][:3]]
    return compile_rules(catalog.model_copy(update={"rules": tuple(few)}))


@pytest.fixture(scope="module")
def own(tiny: Compiled, tmp_path_factory: pytest.TempPathFactory) -> Compiled:
    return with_folders(tiny, write_hair(tmp_path_factory.mktemp("hair")))


@pytest.fixture(scope="module")
def own_nlp(own: Compiled) -> Language:
    return build(own)


def flags(nlp: Language, text: str) -> set[str]:
    return {flag.rule for flag in check(nlp, Message(text=text)).flags}


def reports(nlp: Language, messages: list[Message]) -> Iterator[Report]:
    return (report for _, report in check_all(nlp, enumerate(messages)))


def rank(report: Report) -> int:
    return report.weight.rank if report.weight else -1


def stops(report: Report) -> bool:
    return any(flag.weight is Weight.STOP for flag in report.flags)


@pytest.mark.parametrize(
    "text", ["ur hair looks like a nest", "u r a gronkhead", "ur a gronkheaddd", "ur a gr0nkhead lol"]
)
def test_own_rules_find_their_phrases_however_they_are_spelled(own_nlp: Language, text: str) -> None:
    assert flags(own_nlp, text) == {"unkind/hair/mop"}


def test_rules_that_try_to_make_coach_calmer_lower_nothing(tiny: Compiled, tmp_path: Path) -> None:
    hostile = build(with_folders(tiny, write_hostile(tmp_path / "hostile"), write_hair(tmp_path / "hair")))
    messages = [*MESSAGES, *(Message(text=text) for text in ("ur so uglt", "ur so ugly kys", "u look stupd and ugly"))]
    changed = 0
    for before, after in zip(reports(build(tiny), messages), reports(hostile, messages), strict=True):
        assert rank(after) >= rank(before), before.message
        assert stops(after) >= stops(before), before.message
        changed += after.flags != before.flags
    assert changed > 10


def test_own_rules_are_saved_with_a_pipeline(own: Compiled) -> None:
    saved = dump_compiled(own)
    again = parse_compiled(saved)
    assert dump_compiled(again) == saved
    assert flags(build(again), "ur a gronkheaddd") == {"unkind/hair/mop"}


@pytest.mark.parametrize(
    ("kind", "name", "text", "silent"),
    [
        (OffKind.CATEGORY, "unkind/looks", "ur so ugly", True),
        (OffKind.WORDS, "so ugly", "U R SO UGLYYY", True),
        (OffKind.WORDS, "ugly duck", "ur so ugly", False),
        (OffKind.WORDS, "you muppet", "you muppet", True),
        (OffKind.WORDS, "you muppet", "lol you muppet where are you", True),
        (OffKind.WORDS, "you muppet", "she is such a muppet", False),
        (OffKind.WORDS, "ok i want to die now", "ok i want to die now", False),
        (OffKind.WORDS, "kill", "i will kill you", False),
        (OffKind.CATEGORY, "unkind/threat", "i will kill you", False),
        (OffKind.CATEGORY, "care/hurting", "i want to die", False),
        (OffKind.WORDS, "die", "i want to die", False),
    ],
)
def test_what_is_off_is_silent_unless_somebody_may_be_in_danger(
    nlp: Language, monkeypatch: pytest.MonkeyPatch, *, kind: OffKind, name: str, text: str, silent: bool
) -> None:
    assert flags(nlp, text)
    monkeypatch.setattr(flags_in(nlp), "off", SwitchedOff.of([Off(kind=kind, name=name)], partial(plain_words, nlp)))
    assert (not flags(nlp, text)) is silent


def test_a_rule_that_is_off_lets_other_rules_speak(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    (first,) = flags(nlp, "nobody likes you")
    monkeypatch.setattr(flags_in(nlp), "off", SwitchedOff(frozenset({first})))
    assert first not in flags(nlp, "nobody likes you")


def test_a_private_word_is_never_off(tiny: Compiled) -> None:
    word = PrivateWord(kind=PrivateKind.SCHOOL, words="Oakfield")
    off = [Off(kind=OffKind.CATEGORY, name="oversharing/school"), Off(kind=OffKind.WORDS, name="oakfield")]
    assert flags(build(tiny, [word], off=off), "see u at oakfield")


def test_an_added_candidate_of_an_own_category_is_flagged_without_a_warning(own: Compiled) -> None:
    def add(doc: Doc) -> Doc:
        doc.spans["coach.candidates"] = [Span(doc, 0, 1, "unkind/hair/mine")]
        return doc

    nlp = build(own)
    Language.component("test_add_own", func=add)
    nlp.add_pipe("test_add_own", before="coach_aim")
    assert flags(nlp, "hello you") == {"unkind/hair/mine"}  # a warning is an error here


def test_counsel_on_an_own_category_needs_its_rules_and_says_so(own_nlp: Language, tiny: Compiled) -> None:
    report = check(own_nlp, Message(text="ur hair is a mop"))
    assert [flag.category for flag in Counsellor(own_nlp).on(report).flags] == ["unkind/hair"]
    with pytest.raises(InputError, match=r"unkind/hair: it is a category of own rules(.|\n)*rules=") as error:
        Counsellor(build(tiny)).on(report)
    assert error.value.__cause__ is None


def test_phrases_of_an_own_category_are_redacted_if_asked_for(own_nlp: Language, tiny: Compiled) -> None:
    text = "ur hair is a mop, ring 07700 900123"
    assert Redactor(also="unkind/hair", nlp=own_nlp).redact(text) == "[HAIR-1], ring [PHONE-NUMBER-1]"
    with pytest.raises(InputError, match="unknown concern or category 'unkind/hair'"):
        Redactor(also="unkind/hair", nlp=build(tiny))
