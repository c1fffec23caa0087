"""`import coach`: what a program calls, and the shape of what it gets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

import coach
from coach.counsel import Counsellor
from coach.engine import build, check
from coach.errors import InputError
from coach.helplines import help_with
from coach.models import Counsel, Flag, Message, PrivateKind, PrivateWord, Report
from tests.cli import running
from tests.conftest import Check
from tests.own import write_hair
from tests.shipped import few_compiled, share_loaded

DRAFT = "give me my charger back u idiot, im on 07700 900123"


@pytest.fixture(autouse=True)
def loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    share_loaded(monkeypatch)


def told(*arguments: str) -> dict[str, Any]:
    _, out, _ = running.coach("check", "--no-family", "--format", "json", *arguments, LANG="en_GB.UTF-8")
    (answer,) = json.loads(out)
    assert isinstance(answer, dict)
    return answer


@pytest.mark.parametrize("text", [DRAFT, "hi", "i hate myself and want to die"])
def test_a_report_is_the_json_of_the_command(text: str) -> None:
    report = coach.check(text)
    assert report.to_dict(help_lines=help_with(report, "GB")) == told(text)


def test_counsel_is_in_it_as_the_command_has_it(nlp: Language) -> None:
    report = coach.check(DRAFT)
    counsel = Counsellor(nlp).on(report)
    assert counsel.rewrites
    assert report.to_dict(counsel=counsel, help_lines=help_with(report, "GB")) == told("--counsel", DRAFT)
    assert coach.check("hi").to_dict(7, counsel=Counsel()) == {"id": "7", "flags": [], "rewrites": [], "nothing": ""}


def test_a_report_is_true_if_something_is_flagged(check_text: Check) -> None:
    assert check_text("ur so ugly")
    assert not check_text("hi")


def test_what_is_no_text_and_no_folder_is_said_in_plain_words() -> None:
    with pytest.raises(TypeError, match=r"text: int is not a message\n +fix: "):
        coach.check(5)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"rules: int is neither a folder nor a name\n +fix: "):
        coach.check("hi", rules=5)  # type: ignore[arg-type]


def test_a_notebook_shows_marks_and_escapes_the_text(check_text: Check) -> None:
    shown = check_text("<b>ur so ugly</b>\x1b")._repr_html_()
    assert "&lt;b&gt;<mark" in shown
    assert "<b>" not in shown
    assert "\x1b" not in shown
    assert "nothing to look at" in check_text("hi")._repr_html_()


def test_a_notebook_says_when_only_own_rules_were_asked(tmp_path: Path) -> None:
    nlp = coach.load(rules=write_hair(tmp_path), own_rules_only=True)
    for report in (nlp("hi")._.coach, check(nlp, Message(text="hi"))):
        assert "Only your own rules were asked" in report._repr_html_()
        assert "nothing to look at" not in report._repr_html_()


def test_counsel_uses_the_rules_that_made_the_report(tmp_path: Path) -> None:
    report = coach.check("ur hair is a mop", rules=write_hair(tmp_path))
    assert coach.counsel(report, rules=str(tmp_path)).flags[0].note == "Ask: who cut yours?"
    with pytest.raises(InputError, match="fix: name the rules"):
        coach.counsel(report)


def test_a_notebook_never_quotes_what_must_stay_discreet() -> None:
    text = "he hits me at home"
    flag = Flag.model_validate(
        {
            "start": 0, "end": 11, "phrase": "he hits me", "concern": "care", "category": "care/unsafe", "rule": "r",
            "source": "rule", "weight": "stop", "why": "w", "note": "", "instead": (), "lesson": "",
        }
    )  # fmt: skip
    shown = Report(message=Message(text=text), flags=(flag,))._repr_html_()
    assert "<mark" not in shown
    assert "<q>" not in shown


def test_the_version_is_that_of_the_package() -> None:
    assert f"coach {coach.__version__}\n" == running.coach("--version")[1]
    with pytest.raises(AttributeError, match="no attribute 'versoin'"):
        getattr(coach, "versoin")  # noqa: B009


@pytest.mark.parametrize(
    ("given", "names"),
    [({"direction": "sent"}, "draft, received"), ({"audience": "publik"}, "public, group, friend, stranger")],
)
def test_a_wrong_choice_names_the_choices(given: Any, names: str) -> None:  # noqa: ANN401
    with pytest.raises(ValueError, match=f"choose {names}"):
        coach.check("hi", **given)


def test_a_flagged_span_knows_its_flag(nlp: Language) -> None:
    doc = nlp("ur so ugly, ring 07700 900123")
    flags = [span._.coach_flag for span in doc.spans["coach"]]
    assert flags == list(doc._.coach.flags)
    assert len(flags) == 2


def test_the_same_find_gets_the_same_label() -> None:
    text = "its Ada Quill, ring 07700 900123 or ada@example.com. 07700900123 is best"
    assert coach.redact(text) == (
        "its [FIRST-AND-LAST-NAME-1], ring [PHONE-NUMBER-1] or [EMAIL-1]. [PHONE-NUMBER-1] is best"
    )
    assert coach.redact("ur so ugly") == "ur so ugly"


def test_a_redactor_keeps_its_labels_across_texts() -> None:
    redactor = coach.Redactor(nlp=coach.load_once(second_reader=False))
    assert [redactor.redact(f"ring 07700 90012{digit}") for digit in "343"] == [
        "ring [PHONE-NUMBER-1]", "ring [PHONE-NUMBER-2]", "ring [PHONE-NUMBER-1]",
    ]  # fmt: skip


def test_labels_made_with_a_key_are_the_same_anywhere() -> None:
    nlp = coach.load_once(second_reader=False)
    first, second, other = (coach.Redactor(key=key, nlp=nlp).redact("mail a@example.com") for key in (b"k", b"k", b"l"))
    assert first == second != other
    assert first.startswith("mail [EMAIL-")


def test_private_words_and_phrases_are_redacted_if_asked_for() -> None:
    words = [PrivateWord(kind=PrivateKind.SCHOOL, words="Quagmoor Primary")]
    own = coach.Redactor(nlp=build(few_compiled(), words))
    assert own.redact("see u at qu4gmoor primary") == "see u at [OWN-SCHOOL-1]"
    redactor = coach.Redactor(also=["unkind"], nlp=coach.load_once(second_reader=False))
    assert redactor.redact("ur so ugly, 07700 900123") == "[LOOKS-1], [PHONE-NUMBER-1]"
    assert coach.Redactor(also="unkind", nlp=coach.load_once(second_reader=False)).redact("ur so ugly") == "[LOOKS-1]"
    with pytest.raises(InputError, match="use unkind"):
        coach.Redactor(also=["unkindd"])
