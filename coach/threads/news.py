"""Cruel answers to what a friend shares: "who asked" behind "i passed my piano exam".

Words that are dry or funny elsewhere hurt behind good news, bad news, a worry, an invitation or a mistake. An answer
counts by the kind of news it follows, and only where it says nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from pydantic import ValidationError

from coach.errors import AuthorError
from coach.models import Audience, Concern, Report
from coach.models.base import Model
from coach.rules.toml_source import TomlSource, read_toml
from coach.threads.parents import is_family
from coach.threads.phrase_finder import FILLERS, TextFinder, once_for_each, read_phrases
from coach.threads.replies import GivenAway

if TYPE_CHECKING:
    from spacy.language import Language

    from coach.models.thread import Turn

_LONGEST = 80
"""The longest such answer, in characters."""
_LONGEST_NEWS = 200
"""The longest turn that is news; longer ones tell of several things."""
_GAMES = "games"
_GRAVE = "grave"


class Answerable(Protocol):
    """A turn before, with its report."""

    @property
    def turn(self) -> Turn:
        """What was written."""
        ...

    @property
    def report(self) -> Report:
        """What was found in it."""
        ...


class AnswerKind(Model):
    """A kind of answer."""

    name: str
    category: str
    """What it is: `unkind/mockery`."""
    to: frozenset[str]
    """The kinds of news behind which it is unkind."""
    phrases: tuple[str, ...]


class NewsAnswers:
    """Hears such answers, in the spelling of one pipeline, which it does not hold."""

    def __init__(self, nlp: Language) -> None:
        source = _source()
        lists = {**source.values["news"], **{kind.name: kind.phrases for kind in answer_kinds()}}
        lists |= {name: source.values[name] for name in (_GAMES, FILLERS)}
        self._finder = TextFinder(nlp, read_phrases(source, lists))

    def found(self, report: Report, turn: Turn, before: Sequence[Answerable]) -> GivenAway | None:
        """Return where a turn is a cruel answer to what the turn right before it shares; None if it is not.

        Args:
            report: on the turn; where it is unkind by its own words, the answer adds nothing.
            turn: the turn.
            before: the turns before, oldest first.
        """
        if not before or not 0 < len(turn.text) <= _LONGEST or report.message.audience is Audience.STRANGER:
            return None
        if is_family(turn.sender) or any(flag.concern is Concern.UNKIND for flag in report.flags):
            return None
        heard = self._finder.read(turn.text)
        answers = [(kind, place) for kind in answer_kinds() if (place := heard.only({kind.name}))]
        news = self._news(turn, before) if answers else frozenset()
        fitting = ((kind, place) for kind, place in answers if news & kind.to)
        return next((GivenAway(kind.name, kind.category, *place, 0, 0) for kind, place in fitting), None)

    def _news(self, turn: Turn, before: Sequence[Answerable]) -> frozenset[str]:
        """Return the kinds of news that somebody else shares in the turn before, or in their one before that."""
        latest = before[-1]
        shared = [one for one in before[-2:] if one.turn.sender == latest.turn.sender != turn.sender]
        kinds = frozenset[str]()
        for one in shared:
            heard = self._finder.read(one.turn.text[:_LONGEST_NEWS])
            if heard.has(_GAMES):
                return frozenset()
            kinds |= {name for name in _source().values["news"] if heard.has(name)}
            if any(flag.concern is Concern.CARE for flag in one.report.flags):
                kinds |= {_GRAVE}
        return kinds


@once_for_each
def news_answers(nlp: Language) -> NewsAnswers:
    """Compile the phrases of news.toml for the spelling of a pipeline, once."""
    return NewsAnswers(nlp)


@cache
def answer_kinds() -> tuple[AnswerKind, ...]:
    """Read the kinds of answers.

    Raises:
        AuthorError: the file is invalid.
    """
    source = _source()
    try:
        return tuple(map(AnswerKind.model_validate, source.values["answer"]))
    except ValidationError as error:
        source.add_validation(error, AnswerKind)
        raise AuthorError(source.faults) from error


@cache
def _source() -> TomlSource:
    return read_toml(Path(__file__).with_name("news.toml"))
