"""Every step that a message takes is told: why each phrase is flagged or silent."""

from __future__ import annotations

import pytest

from coach.engine import Explainer
from coach.models import Audience, Direction, Message
from coach.proof.text import explanation_lines


def told(explainer: Explainer, message: Message) -> list[str]:
    return list(explanation_lines(explainer.explain(message), explainer.catalog, 80))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("ur so uglyyy", "uglyyy=ugly"),
        ("well, shutup. ok", "well | shutup=shut up | ok"),
        ("ur so ugly", "> flagged, weight pause"),
        ("ur so ugly", "- silent: on the same words"),
        ("you are not a loser", "- silent: it is said negated"),
        ("nobody thinks you are a loser", "- silent: it is said negated"),
        ("i am so ugly", "- silent: it is about me"),
        ("dont tell ur mum", "- silent: red-flag is not looked for in this direction"),
        ("my number is 07700 900123", "(detail)"),
        ("hello there", "No rule has a phrase that matches it."),
        ("\x1b[31mhi [/b]", "draft to a group: \ufffd[31mhi [/b]"),
    ],
)
def test_a_draft_is_told_step_by_step(explainer: Explainer, text: str, line: str) -> None:
    lines = told(explainer, Message(text=text))
    assert line in " ".join(" ".join(lines).split())
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("dont tell ur mum", "> flagged, weight stop"),
        ("pay me 50 or i tell your teacher what you did", '- silent: the red flag "pay me'),
    ],
)
def test_a_received_message_is_told_step_by_step(explainer: Explainer, text: str, line: str) -> None:
    message = Message(text=text, direction=Direction.RECEIVED)
    assert line in " ".join(" ".join(told(explainer, message)).split())


def test_the_audience_moves_the_weight(explainer: Explainer) -> None:
    lines = told(explainer, Message(text="ur so ugly", audience=Audience.PUBLIC))
    assert "  > flagged, weight stop" in lines


def test_the_phrase_that_fits_is_named(explainer: Explainer) -> None:
    (found, *_) = explainer.explain(Message(text="u loser")).found
    assert found.pattern in {phrase.source for rule in explainer.catalog.rules for phrase in rule.patterns}
    assert (found.start, found.end, found.phrase) == (0, 7, "u loser")


@pytest.mark.parametrize("text", ["", " ", "\n", "\ud800", "[/b] 😀" * 50, "a" * 300])
def test_any_text_can_be_explained(explainer: Explainer, text: str) -> None:
    assert told(explainer, Message(text=text))
