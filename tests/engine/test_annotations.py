"""What Coach writes on a Doc goes along when Docs are merged, cut and saved, and no warning of spaCy's prints it."""

from __future__ import annotations

import json
import pickle
import warnings

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

import coach
from coach.engine.annotations import flags_of

PHRASES = ("ur so ugly", "07700 900123", "u l o s e r")
TEXTS = ("hi there", "ur so ugly", "", "ring me on 07700 900123 u l o s e r")


@pytest.fixture(scope="module", params=["the pipeline of Coach", "the component"])
def reader(request: pytest.FixtureRequest, nlp: Language) -> Language:
    if request.param == "the component":
        nlp = spacy.blank("en")
        nlp.add_pipe("coach", config={"second_reader": False})
    return nlp


def found(doc: Doc) -> list[str]:
    """The phrases, each where it stands in the text."""
    assert all(doc.text[flag.start : flag.end] == flag.phrase for flag in doc._.coach.flags)
    return [flag.phrase for flag in doc._.coach.flags]


def cut(doc: Doc, words: str) -> Doc:
    """The part of a Doc that reads so."""
    start = doc.text.index(words)
    span = doc.char_span(start, start + len(words))
    assert span
    return span.as_doc(copy_user_data=True)


def test_merged_docs_keep_their_report_and_nothing_is_printed(reader: Language) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        merged = Doc.from_docs([reader(text) for text in TEXTS])
    assert caught == []
    assert found(merged) == list(PHRASES)
    assert [span.text for span in merged.spans["coach"]] == list(PHRASES)


def test_merged_docs_are_read_as_the_first_and_each_part_as_it_was(reader: Language) -> None:
    docs = [reader.make_doc(text) for text in ("dont tell ur mum", "ur so ugly")]
    docs[0]._.coach_direction, docs[1]._.coach_audience = "received", "public"
    merged = Doc.from_docs([reader(doc) for doc in docs])
    assert (merged._.coach_direction, merged._.coach_audience) == ("received", "group")
    part = cut(merged, "so ugly")
    assert (part.text, part._.coach_direction, part._.coach_audience) == ("so ugly", "draft", "public")


def test_a_part_of_a_doc_has_the_flags_that_are_whole_in_it(reader: Language) -> None:
    doc = reader("hi all, ur so ugly, ring me on 07700 900123")
    assert found(cut(doc, "ur so ugly")) == ["ur so ugly"]
    assert found(cut(doc, "so ugly, ring me on 07700 900123")) == ["07700 900123"]


def test_a_doc_that_is_read_twice_or_saved_has_its_flags_once(reader: Language) -> None:
    doc = reader(reader("ur so ugly"))
    again = Doc(reader.vocab).from_bytes(doc.to_bytes())
    binned = next(DocBin(docs=[doc], store_user_data=True).get_docs(reader.vocab))
    for each in (doc, again, binned, pickle.loads(pickle.dumps(doc))):  # noqa: S301
        assert found(each) == ["ur so ugly"]


def test_working_notes_are_not_printed_either(nlp: Language) -> None:
    with nlp.select_pipes(disable="coach_flags"), warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        merged = Doc.from_docs([nlp("hi there"), nlp("ur so ugly")])
    assert caught
    assert not any("ugly" in str(warning.message) for warning in caught)
    assert flags_of(merged) == []


def merge_all(doc: Doc) -> Doc:
    with doc.retokenize() as retokenizer:
        retokenizer.merge(doc[0 : len(doc)])
    return doc


def test_spans_are_found_again_after_tokens_were_merged_or_a_part_was_cut(reader: Language) -> None:
    doc = merge_all(reader("hi all, ur so ugly"))
    assert [(span.text, span.label_) for span in doc._.coach_spans] == [("hi all, ur so ugly", "unkind/looks")]
    part = cut(reader("hi all, ur so ugly"), "ur so ugly")
    assert [span.text for span in part._.coach_spans] == ["ur so ugly"]
    renewed = reader.create_pipe("coach_spans")(doc)
    assert [span.text for span in renewed.spans["coach"]] == ["hi all, ur so ugly"]
    assert renewed.to_json()["spans"]["coach"]


def test_a_doc_that_was_not_read_has_no_report_and_a_read_one_does(reader: Language) -> None:
    assert reader.make_doc("kys")._.coach is None
    assert reader.make_doc("kys")._.coach_spans == []
    assert reader("")._.coach.flags == ()
    assert reader("hi there")._.coach.flags == ()
    assert cut(reader("hi there, all of you"), "all of")._.coach.flags == ()


def test_json_brings_the_report_back(reader: Language) -> None:
    doc = reader.make_doc("ring me on 07700 900123")
    doc._.coach_audience = "public"
    written = json.loads(json.dumps(reader(doc).to_json(underscore=["coach"]), default=lambda one: one.model_dump()))
    again = Doc(reader.vocab).from_json(written)
    assert again._.coach == doc._.coach
    assert again._.coach.message.audience == "public"
    assert [span.text for span in again.spans["coach"]] == [span.text for span in doc.spans["coach"]]


@pytest.mark.parametrize(
    ("name", "allowed"),
    [("coach_audience", "public, group, friend, stranger"), ("coach_direction", "draft, received")],
)
def test_an_unknown_audience_or_direction_is_refused_with_those_there_are(
    reader: Language, name: str, allowed: str
) -> None:
    with pytest.raises(ValueError, match=f"unknown {name.removeprefix('coach_')} 'mars': choose {allowed}"):
        reader.make_doc("hi")._.set(name, "mars")


@pytest.mark.parametrize("before", ["coach_details", "coach_aim", "coach_flags"])
def test_tokens_may_be_merged_between_two_parts(before: str) -> None:
    nlp = coach.load(second_reader=False)
    Language.component("test_merge_all", func=merge_all)
    nlp.add_pipe("test_merge_all", before=before)
    doc = nlp("hi all, ur so ugly")
    assert found(doc) == ["ur so ugly"]
    assert [span.text for span in doc.spans["coach"]] == ["hi all, ur so ugly"]


def test_an_added_candidate_of_an_unknown_category_is_warned_of() -> None:
    def add(doc: Doc) -> Doc:
        doc.spans["coach.candidates"] = [Span(doc, 0, 1, "unkind/nosuch/mine")]
        return doc

    nlp = coach.load(second_reader=False)
    Language.component("test_add_unknown", func=add)
    nlp.add_pipe("test_add_unknown", before="coach_aim")
    with pytest.warns(UserWarning, match="unknown label 'unkind/nosuch/mine'") as caught:
        assert nlp("hello you")._.coach.flags == ()
    assert len(caught) == 1
