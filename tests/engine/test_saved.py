"""A pipeline saved, loaded, pickled and shared among processes reads as before; a family's words stay at home."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from coach.engine import build
from coach.engine.patterns.compiled import Compiled
from coach.engine.patterns.nfa import Net
from coach.engine.patterns.serialize import dump_compiled, parse_compiled
from coach.engine.pipeline import PIPES
from coach.engine.reader import read_weights
from coach.engine.rules_pipe import rules_in
from coach.errors import CoachError
from coach.models import Catalog, Off, OffKind, PrivateKind, PrivateWord
from tests.shipped import few_compiled, shipped_compiled

OWN = PrivateWord(kind=PrivateKind.SCHOOL, words="Quagmoor Primary School")
TEXTS = (
    "ur so ugly nobody likes u",
    "you're not stupid",
    "zac smells like he sleeps in a bin",
    "ring me on 07700 900123",
    "i go to quagmoor primary",
)


@pytest.fixture(scope="module")
def compiled() -> Compiled:
    return few_compiled()


@pytest.fixture(scope="module")
def family_nlp() -> Language:
    return build(few_compiled(), [OWN], weights=read_weights())


@pytest.fixture
def saved(family_nlp: Language, tmp_path: Path) -> Path:
    family_nlp.to_disk(tmp_path / "saved", exclude=["vocab"])
    return tmp_path / "saved"


def found(doc: Doc) -> list[tuple[str, str, str]]:
    return [(flag.phrase, flag.rule, flag.why) for flag in doc._.coach.flags]


def test_all_compiled_rules_come_back_from_json_as_they_were() -> None:
    compiled = shipped_compiled()
    again = parse_compiled(dump_compiled(compiled))
    assert (again.lexicon, again.categories, again.terms) == (compiled.lexicon, compiled.categories, compiled.terms)
    assert all(said(again.nets[name]) == said(compiled.nets[name]) for name in compiled.nets.names)


def said(net: Net) -> tuple[object, ...]:
    """Return a net without the order of its edges, which means nothing."""
    return net.sought, [frozenset(edges) for edges in net.edges], net.accepts


def test_the_words_that_many_rules_share_are_in_memory_once() -> None:
    again = parse_compiled(dump_compiled(shipped_compiled()))
    places = [place for name in again.nets.names for edges in again.nets[name].edges for place, _ in edges if place]
    assert len({id(place) for place in places}) == len(set(places))


def test_compiled_rules_are_the_same_bytes_each_time(compiled: Compiled) -> None:
    content = dump_compiled(compiled)
    assert dump_compiled(parse_compiled(content)) == content
    assert dump_compiled(pickle.loads(pickle.dumps(parse_compiled(content)))) == content  # noqa: S301


@pytest.mark.parametrize("count", [0, 10**12, "3", None])
def test_required_words_of_another_number_of_phrases_are_an_error(compiled: Compiled, count: object) -> None:
    first, *nets = dump_compiled(compiled).split(b"\n")
    values = json.loads(first)
    values["calls"]["count"] = count
    with pytest.raises(CoachError, match=r"copy its rules\.jsonl again"):
        parse_compiled(b"\n".join([json.dumps(values).encode(), *nets]))


def test_a_broken_net_is_an_error_that_says_how_to_fix_it_when_it_is_called_for(compiled: Compiled) -> None:
    first, *nets = dump_compiled(compiled).split(b"\n")
    broken = parse_compiled(b"\n".join([first, *(net[: len(net) // 2] for net in nets)]))
    with pytest.raises(CoachError, match="fix:"):
        broken.nets["unkind/looks/ugly-or-fat"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b'{"form": 1}',
        b'{"form": 3}',
        b'{"form": 3, "phrases": {"unkind/looks": [0]}}',
        b'{"form": 3, "phrases": {}, "categories": 7}',
        b"\xff",
        b"[" * 99_999,
    ],
)
def test_broken_rules_are_an_error_that_says_how_to_fix_it(content: bytes) -> None:
    with pytest.raises(CoachError, match="fix:"):
        parse_compiled(content)


def test_a_pipeline_loaded_in_a_process_that_never_imported_coach_flags_the_same(
    saved: Path, family_nlp: Language
) -> None:
    program = (
        f"import sys, json, spacy; nlp = spacy.load({str(saved)!r}); print(nlp.max_length > 10**9); "
        f"print(json.dumps([[[f.phrase, f.rule, f.why] for f in nlp(text)._.coach.flags] for text in {TEXTS[:4]!r}]))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    any_length, flags = done.stdout.splitlines()
    expected = [[list(flag) for flag in found(family_nlp(text))] for text in TEXTS[:4]]
    assert (any_length, json.loads(flags)) == ("True", expected)
    assert sum(map(bool, expected)) == 3


def test_a_familys_words_are_in_no_file_and_no_bytes_unless_asked_for(
    saved: Path, family_nlp: Language, tmp_path: Path
) -> None:
    assert found(family_nlp("i go to quagmoor primary"))
    kept = [path.read_bytes().lower() for path in saved.rglob("*") if path.is_file()]
    assert len(kept) >= 4
    assert not any(b"quagmoor" in content for content in [*kept, family_nlp.to_bytes(exclude=["vocab"]).lower()])
    keeper = rules_in(family_nlp)
    keeper.write_private_words = True
    try:
        family_nlp.to_disk(tmp_path / "asked", exclude=["vocab"])
    finally:
        keeper.write_private_words = False
    file = tmp_path / "asked" / "coach_rules" / "private_words.json"
    assert file.stat().st_mode & 0o077 == 0
    assert found(spacy.load(tmp_path / "asked")("i go to quagmoor primary"))


def test_no_word_that_was_read_is_in_a_saved_pipeline_unless_asked_for(family_nlp: Language, tmp_path: Path) -> None:
    texts = ("i go to quagmoor primary", "dromedary, ur so ugly")
    assert all(family_nlp(text)._.coach.flags for text in texts)
    again = pickle.loads(pickle.dumps(family_nlp))  # noqa: S301
    for number, nlp in enumerate((family_nlp, again)):
        nlp.to_disk(tmp_path / str(number))
        kept = [path.read_bytes().lower() for path in (tmp_path / str(number)).rglob("*") if path.is_file()]
        kept.append(nlp.to_bytes().lower())
        assert not any(word in content for content in kept for word in (b"quagmoor", b"dromedary"))
        loaded = spacy.load(tmp_path / str(number))
        assert [found(loaded(text)) for text in TEXTS[:4]] == [found(family_nlp(text)) for text in TEXTS[:4]]
        assert found(loaded("dromedary, ur so ugly"))
        loaded.to_disk(tmp_path / "loaded", exclude=PIPES)
        assert "dromedary" not in (tmp_path / "loaded" / "vocab" / "strings.json").read_text(encoding="utf-8")
        vars(loaded.vocab)["write_words_read"] = True
        loaded.to_disk(tmp_path / "asked", exclude=PIPES)
        assert "dromedary" in (tmp_path / "asked" / "vocab" / "strings.json").read_text(encoding="utf-8")
        assert "dromedary" in spacy.load(tmp_path / "asked", exclude=PIPES).vocab.strings


def test_what_is_off_and_whose_rules_were_asked_come_back_and_words_only_if_asked_for(
    compiled: Compiled, tmp_path: Path
) -> None:
    off = (Off(kind=OffKind.CATEGORY, name="oversharing/contact"), Off(kind=OffKind.WORDS, name="ur so ugly"))
    nlp, texts = build(compiled, off=off, own_rules_only=True), ("ring me on 07700 900123", "ur so ugly", "hi")
    assert not any(found(nlp(text)) for text in texts)
    folder = tmp_path / "saved"
    nlp.to_disk(folder, exclude=["vocab"])
    again = spacy.load(folder)
    assert [bool(found(again(text))) for text in texts] == [False, True, False]
    assert again("hi")._.coach.own_rules_only
    assert not any(b"ugly" in path.read_bytes() for path in folder.rglob("*.json"))
    rules_in(nlp).write_private_words = True
    asked = build(compiled).from_bytes(nlp.to_bytes(exclude=["vocab"]))
    assert not any(found(asked(text)) for text in texts)
    nlp.to_disk(folder, exclude=["vocab"])
    assert (folder / "coach_rules" / "off_words.json").stat().st_mode & 0o077 == 0


def test_settings_belong_to_the_rules_that_are_loaded_and_own_words_stay(compiled: Compiled) -> None:
    nlp = build(compiled, off=[Off(kind=OffKind.WORDS, name="ur so ugly")], own_rules_only=True)
    nlp.from_bytes(build(compiled).to_bytes(exclude=["vocab"]))
    assert not found(nlp("ur so ugly"))
    assert not nlp("hi")._.coach.own_rules_only


def test_a_pipeline_that_an_earlier_version_saved_is_loaded(saved: Path) -> None:
    (saved / "coach_rules" / "settings.json").unlink()
    assert found(spacy.load(saved)("ur so ugly"))


def test_bytes_bring_rules_and_reader_and_leave_the_words_of_who_reads_them(family_nlp: Language) -> None:
    other = build(Catalog(categories={}, rules=(), spelling={}), [OWN], weights=read_weights())
    other.from_bytes(family_nlp.to_bytes(exclude=["vocab"]))
    assert [found(other(text)) for text in TEXTS] == [found(family_nlp(text)) for text in TEXTS]


def test_a_pickle_reads_the_same(family_nlp: Language) -> None:
    again = pickle.loads(pickle.dumps(family_nlp))  # noqa: S301
    assert [found(again(text)) for text in TEXTS] == [found(family_nlp(text)) for text in TEXTS]


def test_two_processes_give_the_docs_of_one_in_order(family_nlp: Language) -> None:
    docs = list(family_nlp.pipe(TEXTS * 3, n_process=2, batch_size=4))
    assert [found(doc) for doc in docs] == [found(family_nlp(text)) for text in TEXTS * 3]


def test_a_saved_pipeline_without_its_rules_is_named(saved: Path) -> None:
    (saved / "coach_rules" / "model.npz").write_bytes(b"no model")
    with pytest.raises(CoachError, match="fix:"):
        spacy.load(saved)
