"""`nlp.add_pipe("coach")`: one component in anybody's English pipeline, beside what else stands there."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc

import coach
from coach import own_rules
from coach.engine import compile_rules
from coach.engine.knowledge import Knowledge, pack
from coach.engine.patterns.serialize import dump_compiled
from coach.errors import InputError
from coach.models import Catalog, PrivateKind, PrivateWord
from coach.spacy_component import CoachComponent
from tests.own import write_hair

TEXTS = (
    "ur so ugly nobody likes u",
    "s.t.u.p.i.d and u g l y, st*pid l0ser",
    "you're not stupid, the question was hard",
    "my name is Ada and I go to Oakfield Primary School in London",
    "ring me on 07700 900123 😀",
    "",
)
OWN = PrivateWord(kind=PrivateKind.SCHOOL, words="Quagmoor Primary School")


@pytest.fixture(scope="module")
def their_nlp() -> Language:
    """A pipeline of somebody's own, as it is before Coach comes."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "GPE", "pattern": "London"}, {"label": "NORM", "pattern": [{"NORM": "u"}]}])  # type: ignore[attr-defined]
    return nlp


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("coach")
    nlp.add_pipe("sentencizer")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "GPE", "pattern": "London"}, {"label": "NORM", "pattern": [{"NORM": "u"}]}])  # type: ignore[attr-defined]
    return nlp


def own(nlp: Language) -> CoachComponent:
    component = nlp.get_pipe("coach")
    assert isinstance(component, CoachComponent)
    return component


def found(doc: Doc) -> list[tuple[int, int, str, str]]:
    return [(flag.start, flag.end, flag.rule, flag.weight) for flag in doc._.coach.flags]


@pytest.mark.parametrize("text", TEXTS)
def test_flags_are_those_of_check_whatever_tokenizer_cut_the_text(nlp: Language, text: str) -> None:
    expected = [(flag.start, flag.end, flag.rule, flag.weight) for flag in coach.check(text).flags]
    letters = Doc(nlp.vocab, words=list(text), spaces=[False] * len(text))
    for doc in (nlp(text), nlp.get_pipe("coach")(letters)):
        assert found(doc) == expected
        for span, (start, end, rule, _) in zip(doc.spans["coach"], expected, strict=True):
            assert span.start_char <= start < end <= span.end_char
            assert span.label_ == rule.rpartition("/")[0]


def test_a_flagged_span_knows_its_flag(nlp: Language) -> None:
    doc = nlp(TEXTS[0])
    assert [span._.coach_flag for span in doc.spans["coach"]] == list(doc._.coach.flags)


@pytest.mark.parametrize("text", TEXTS)
def test_nothing_else_of_the_doc_changes(nlp: Language, their_nlp: Language, text: str) -> None:
    ours, theirs = nlp(text), their_nlp(text)

    def told(doc: Doc) -> object:
        tokens = [(token.text, token.norm_, token.is_sent_start, token.ent_type_, token.idx) for token in doc]
        return tokens, [(ent.text, ent.label_) for ent in doc.ents], doc.text

    assert told(ours) == told(theirs)
    assert {key for key in ours.user_data if "coach_" not in str(key)} == set(theirs.user_data)
    assert set(ours.spans) - set(theirs.spans) == {"coach"}


def test_norms_are_written_where_asked_for() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("coach", config={"write_norms": True, "second_reader": False})
    assert [token.norm_ for token in nlp("ur such a l0ser 2moro")][-2:] == ["loser", "tomorrow"]


def test_direction_and_audience_come_from_the_config_and_each_doc_may_say_otherwise(nlp: Language) -> None:
    received = pickle.loads(pickle.dumps(nlp))  # noqa: S301
    own(received).settings.direction = "received"
    doc = received("dont tell ur mum we talk")
    assert {flag.concern for flag in doc._.coach.flags} == {"red-flag"}
    doc = received.make_doc("ring me on 07700 900123")
    doc._.coach_direction, doc._.coach_audience = "draft", "public"
    assert received(doc)._.coach.weight == "stop"
    assert doc._.coach.message.audience == "public"


@pytest.mark.parametrize("config", [{"audience": "moon"}, {"direction": "sideways"}])
def test_an_unknown_audience_or_direction_is_refused(config: dict[str, object]) -> None:
    with pytest.raises(InputError, match="fix: directions are draft, received; audiences are public"):
        spacy.blank("en").add_pipe("coach", config=config)


def test_a_pipeline_of_another_language_is_refused() -> None:
    with pytest.raises(InputError, match='unsupported pipeline language "de"'):
        spacy.blank("de").add_pipe("coach")


def test_it_is_saved_with_its_settings_and_loaded_without_importing_coach(nlp: Language, tmp_path: Path) -> None:
    own(nlp).set_private_words([OWN])
    try:
        assert found(nlp("i go to quagmoor primary"))
        nlp.to_disk(tmp_path / "saved", exclude=["vocab"])
    finally:
        own(nlp).set_private_words([])
    kept = [path.read_bytes().lower() for path in (tmp_path / "saved").rglob("*") if path.is_file()]
    assert not any(b"quagmoor" in content for content in kept)
    program = (
        f"import spacy; nlp = spacy.load({str(tmp_path / 'saved')!r}); doc = nlp({TEXTS[0]!r}); "
        "print([(f.start, f.end, f.rule, f.weight.value) for f in doc._.coach.flags])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str([(*flag[:3], str(flag[3])) for flag in found(nlp(TEXTS[0]))])


def test_rules_saved_with_a_pipeline_take_the_place_of_those_shipped(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "saved", exclude=["vocab"])
    file = tmp_path / "saved" / "coach" / "rules.jsonl"
    assert b'"unkind/looks"' in file.read_bytes()
    file.write_bytes(dump_compiled(compile_rules(Catalog(categories={}, rules=(), spelling={}))))
    (tmp_path / "saved" / "coach" / "model.npz").unlink()
    assert not found(spacy.load(tmp_path / "saved")(TEXTS[0]))


def test_two_processes_give_the_docs_of_one_in_order(nlp: Language) -> None:
    docs = list(nlp.pipe(TEXTS * 2, n_process=2, batch_size=3))
    assert [found(doc) for doc in docs] == [found(nlp(text)) for text in TEXTS * 2]


def test_displacy_shows_flags_in_the_colour_of_their_concern(nlp: Language) -> None:
    page = displacy.render(nlp("<b>ur so ugly"), style="span", options={"spans_key": "coach"}, jupyter=False)
    assert "#f4a582" in page
    assert "unkind/looks" in page
    assert "<b>" not in page


def test_a_pipeline_without_coach_pays_no_import_of_the_engine() -> None:
    program = "import sys, spacy; spacy.blank('en'); print([name for name in sys.modules if name.startswith('coach.')])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['coach.errors', 'coach.spacy_component']"


@pytest.fixture
def few_rules(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    """A few of Coach's rules: all of them would take seconds to look for."""
    few = [rule for rule in catalog.rules if rule.category == "unkind/exclusion" and not rule.file][:3]
    compiled = compile_rules(catalog.model_copy(update={"rules": tuple(few)}))
    monkeypatch.setattr(own_rules, "rules_at_hand", lambda: compiled)


@pytest.mark.usefixtures("few_rules")
def test_own_rules_are_used_beside_coachs(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("coach", config={"rules": str(write_hair(tmp_path)), "second_reader": False})
    assert "unkind/hair" not in own(nlp).labels
    doc = nlp("ur hair is a mop")
    assert [span.label_ for span in doc.spans["coach"]] == ["unkind/hair"]
    assert "unkind/hair" in own(nlp).labels


def test_rules_that_are_nowhere_are_an_error() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("coach", config={"rules": ["no-such-pack"]})
    with pytest.raises(InputError, match="no-such-pack is not a folder"):
        nlp("hi")


def test_a_doc_read_by_own_rules_alone_says_so() -> None:
    few = compile_rules(Catalog(categories={}, rules=(), spelling={}))
    nlp = spacy.blank("en")
    nlp.add_pipe("coach")
    own(nlp).from_bytes(pack(Knowledge(few, own_rules_only=True).parts(private_words=False)))
    assert nlp("hi")._.coach.own_rules_only
