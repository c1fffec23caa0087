"""What Coach says about an answer to a draft."""

from __future__ import annotations

from enum import StrEnum

from coach.models.base import Model


class SampleAnswer(Model):
    """An answer that proves how a draft is judged."""

    text: str
    line: int


class AnswerVerdict(StrEnum):
    """What is to be done about an answer."""

    STILL_FLAGGED = "still-flagged"
    """Some of its words hurt, or it is the draft again."""
    NOT_SAFE = "not-safe"
    """It invites, arranges to meet or gives a way to reach the child, and the audience must not have that."""
    LOST_THE_POINT = "lost-the-point"
    """It lacks what the step asks for."""
    YOU_DECIDE = "you-decide"
    """Coach sees nothing, so the child and the grown-up decide."""


class AnswerFlag(Model):
    """One phrase to look at again."""

    start: int
    """The first character, in code points of the answer."""
    end: int
    """The character after the last."""
    phrase: str
    category: str
    """A category such as `unkind/looks`, or the kind of words that must not come, such as `blames`."""
    why: str


class AnswerJudgement(Model):
    """The verdict on an answer, with its reasons."""

    verdict: AnswerVerdict | None
    """None in a language that Coach has no rules for: the family decides alone."""
    words: str
    """One or a few sentences for both readers."""
    missing: tuple[str, ...] = ()
    """A hint for each thing that is missing."""
    flags: tuple[AnswerFlag, ...] = ()

    @property
    def is_yours(self) -> bool:
        """Whether the child and the grown-up decide now."""
        return self.verdict in {None, AnswerVerdict.YOU_DECIDE}
