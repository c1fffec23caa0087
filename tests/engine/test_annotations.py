"""What Coach writes on a Doc goes along when Docs are merged, cut and saved, and no warning of spaCy's prints it."""

from __future__ import annotations

import pickle
import warnings

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

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
