"""Coach among other components of spaCy: candidates can be seen and changed, spans scored, pipelines packaged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
import srsly
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

import coach
from coach.engine.candidates import CANDIDATES_KEY
from coach.engine.direct import direct_through
from coach.engine.rules_pipe import PACKAGE
from coach.models import Message


@pytest.fixture
def nlp() -> Language:
    return coach.load(second_reader=False)


def between(nlp: Language, change: Callable[[Doc], None]) -> Language:
    """The same pipeline with a component of somebody else among Coach's own."""

    def run(doc: Doc) -> Doc:
        change(doc)
        return doc

    Language.component(change.__name__, func=run)
    nlp.add_pipe(change.__name__, before="coach_aim")
    return nlp


def found(doc: Doc) -> list[tuple[str, str]]:
    return [(flag.phrase, flag.category) for flag in doc._.coach.flags]


def test_candidates_say_how_they_are_meant_and_what_became_of_them(nlp: Language) -> None:
    doc = nlp("ur such a loser. she called me an idiot")
    speaking = {flag.rule for flag in doc._.coach.flags}
    spans = sorted(doc.spans[CANDIDATES_KEY], key=lambda span: span.label_ in speaking)
    by_text = {span.text: span for span in spans}
    loser, idiot = by_text["ur such a loser"], by_text["idiot"]
    assert (loser._.coach_aim, loser._.coach_setting) == ("you", ["plain"])
    assert loser._.coach_flag == doc._.coach.flags[0]
    assert (idiot._.coach_setting, idiot._.coach_flag) == (["reported"], None)


def test_somebody_elses_component_may_take_a_candidate_away(nlp: Language) -> None:
    def forgive(doc: Doc) -> None:
        group = doc.spans[CANDIDATES_KEY]
        doc.spans[CANDIDATES_KEY] = [span for span in group if "loser" not in span.text]

    assert found(between(nlp, forgive)("ur such a loser, ring me on 07700 900123")) == [
        ("07700 900123", "oversharing/contact")
    ]


def test_somebody_elses_component_may_add_a_candidate(nlp: Language) -> None:
    def notice(doc: Doc) -> None:
        at = [token.i for token in doc if token.lower_ == "flibbet"]
        doc.spans[CANDIDATES_KEY].extend([Span(doc, i, i + 1, "unkind/name-calling/ours") for i in at])

    nlp = between(nlp, notice)
    assert found(nlp("you flibbet")) == [("flibbet", "unkind/name-calling")]
    assert found(nlp("hello there")) == []
    assert direct_through(nlp) is None


def test_spacy_scores_the_flagged_spans(nlp: Language) -> None:
    examples = []
    for text, words in [("ur so ugly", "ur so ugly"), ("see you at four", "see you")]:
        doc = nlp.make_doc(text)
        span = doc.char_span(0, len(words), "unkind/looks")
        assert span
        doc.spans["coach"] = [span]
        examples.append(Example(nlp.make_doc(text), doc))
    scores = nlp.evaluate(examples)
    assert (scores["spans_coach_p"], scores["spans_coach_r"]) == (1.0, 0.5)


def test_labels_are_the_categories(nlp: Language) -> None:
    assert "unkind/looks" in nlp.pipe_labels["coach_flags"]
    theirs = spacy.blank("en")
    theirs.add_pipe("coach")
    assert theirs.pipe_labels["coach"] == nlp.pipe_labels["coach_flags"]


def test_a_report_goes_into_the_json_of_a_doc(nlp: Language) -> None:
    doc = nlp("ur so ugly")
    told = srsly.json_loads(srsly.json_dumps(doc.to_json(underscore=["coach"])))
    assert told["_"]["coach"]["flags"][0]["category"] == "unkind/looks"
    assert Message.model_validate(told["_"]["coach"]["message"]).text == "ur so ugly"


@pytest.mark.parametrize("own", [True, False])
def test_a_package_of_a_pipeline_requires_coach(nlp: Language, tmp_path: Path, *, own: bool) -> None:
    if not own:
        nlp = spacy.blank("en")
        nlp.add_pipe("coach")
    nlp.to_disk(tmp_path, exclude=["vocab"])
    assert any(one.startswith(f"{PACKAGE}>=") for one in srsly.read_json(tmp_path / "meta.json")["requirements"])


def test_a_second_component_reads_in_its_own_direction() -> None:
    nlp = spacy.blank("en")
    for name, direction in (("sent", "draft"), ("got", "received")):
        nlp.add_pipe("coach", name, config={"second_reader": False, "direction": direction})
    doc = nlp("dont tell ur mum we talk")
    assert doc._.coach_direction == "received"
    assert [flag.category for flag in doc._.coach.flags] == ["red-flag/secrecy"]
