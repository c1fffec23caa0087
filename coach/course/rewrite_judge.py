"""Judges an answer to a draft: kindness, safety and the point; whether it is good, the two decide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coach.course.judge import Check
from coach.course.kept_words import holds, is_only
from coach.course.kinds import LONG, MORE, PUTS_DOWN, QUESTION, TOPIC, kinds, named_phrases
from coach.course.spared import held_against, is_of_oneself, is_owed_to_nobody, is_told_of_oneself, names_a_trick
from coach.course.wording import says_something, words_of
from coach.locale import N_, _
from coach.models import (
    AnswerFlag,
    AnswerJudgement,
    AnswerVerdict,
    Audience,
    Concern,
    Flag,
    Message,
    Report,
    RewriteTask,
)

if TYPE_CHECKING:
    from coach.engine.named_phrases import NamedPhrase

WRITE_FIRST = N_("Write your own words first. Short is fine.")
FIRST_WORDS = N_("These are still the first words. Change a part and try again.")
YOU_DECIDE = N_("Coach sees nothing here. Now you two decide.")
NO_RULES = N_("Coach has no rules for this language yet, so it says nothing. You two decide.")
ENGLISH_ONLY = N_(
    "Coach reads English only, and this seems to be something else ({language}), so it says nothing. You two decide."
)
TOO_SHORT = N_("Say a bit more, so that it makes sense to whoever reads it.")
_WITHOUT_PHRASES = {TOPIC: N_("Stay with what this is about."), MORE: TOO_SHORT}
"""What to say if a kind without phrases is missing."""
_OF_A_PERSON = frozenset({PUTS_DOWN, "looks"})
_ENDS = re.compile(r"[!.\n]|(?<=\?)")
_QUESTION_WORDS = 3
"""The fewest words of a question."""
_SHORT = 4
"""The fewest letters of a word that shows the topic."""


HARM = frozenset({AnswerVerdict.STILL_FLAGGED, AnswerVerdict.NOT_SAFE})
"""Verdicts on an answer that does harm."""


def harm_task(
    *, audience: Audience, never: tuple[str, ...], is_judged: bool, line: int, start: str = ""
) -> RewriteTask:
    """Return a task in which an answer can only do harm: it has to bring nothing."""
    return RewriteTask(
        start=start,
        audience=audience,
        never=never,
        least=1,
        hint="",
        solution="",
        is_judged=is_judged,
        line=line,
    )


def judge_rewrite(task: RewriteTask, text: str, check: Check) -> AnswerJudgement:
    """Judge `text`, an answer to the draft of `task`."""
    known = _without_reading(task, text)
    if known:
        return known
    report = check(Message(text=text, audience=task.audience))
    flags = held_against(report.flags, text, task.audience)
    if flags and not names_a_trick(text, task.audience, check):
        return _flagged(flags)
    answer = _Answer(task, text)
    return answer.harm() or without_verdict(report) or answer.point()


def without_verdict(report: Report) -> AnswerJudgement | None:
    """Leave an answer to the family that is in a language that Coach does not read; None if Coach reads it."""
    if not report.not_english:
        return None
    return AnswerJudgement(verdict=None, words=_(ENGLISH_ONLY).format(language=_(report.not_english)))


def refused(task: RewriteTask, text: str) -> tuple[AnswerFlag, ...]:
    """Return the phrases for which `judge_rewrite` asks to look again although no rule marks them."""
    if not task.is_judged:
        return ()
    answer = _Answer(task, text)
    return (*answer.unsafe(), *answer.unkind())


def _without_reading(task: RewriteTask, text: str) -> AnswerJudgement | None:
    """Judge an answer without words, one in a language without rules, and the draft itself."""
    if not says_something(text):
        return _lost([_(WRITE_FIRST)])
    if not task.is_judged:
        return AnswerJudgement(verdict=None, words=_(NO_RULES))
    if _letters(text) in map(_letters, task.starts):
        return AnswerJudgement(verdict=AnswerVerdict.STILL_FLAGGED, words=_(FIRST_WORDS))
    return None


@dataclass
class _Answer:
    """One answer to a task, read once."""

    task: RewriteTask
    text: str

    def __post_init__(self) -> None:
        read = named_phrases().read(self.text)
        self._words = [word for word in read.words if not word.startswith(":")]
        self._found = [one for one in read.found if not self._is_spared(one)]

    def harm(self) -> AnswerJudgement | None:
        """Judge safety first, then kindness; None without harm."""
        if unsafe := self.unsafe():
            return _look_again(AnswerVerdict.NOT_SAFE, unsafe)
        if unkind := self.unkind():
            return _look_again(AnswerVerdict.STILL_FLAGGED, unkind)
        return None

    def point(self) -> AnswerJudgement:
        """Judge whether it brings what is asked for."""
        if missing := list(self.missing()):
            return _lost(missing)
        return AnswerJudgement(verdict=AnswerVerdict.YOU_DECIDE, words=_(YOU_DECIDE))

    @property
    def _is_to_stranger(self) -> bool:
        """Whether somebody known only online gets it."""
        return self.task.audience is Audience.STRANGER

    def _is_spared(self, one: NamedPhrase) -> bool:
        """Return whether words are denied, or hard on nobody but the writer."""
        if self._is_to_stranger and is_owed_to_nobody(one, self.text):
            return True
        if one.name in _OF_A_PERSON and is_told_of_oneself(self.text, one.start):
            return True
        if one.name == PUTS_DOWN and is_of_oneself(self.text, one.start, one.end):
            return True
        return one.is_negated and kinds()[one.name].unless_negated

    def unsafe(self) -> list[AnswerFlag]:
        """List the phrases that this audience must not have."""
        return self._flags(name for name, kind in kinds().items() if self.task.audience in kind.unsafe_for)

    def unkind(self) -> list[AnswerFlag]:
        """List the phrases that no answer may have, or not this one."""
        always = (name for name, kind in kinds().items() if kind.always)
        return [*self._flags({*always, *self.task.never}), *self._words_refused()]

    def missing(self) -> Iterator[str]:
        """Say what is missing."""
        lacking = [word for word in self.task.keep if not holds(self.text, self._words, word)]
        if lacking:
            yield _("Keep {words} in it, so that it still says what you want.").format(words=_quoted(lacking))
        elif len(self._words) < self.task.least or is_only(self._words, self.task.keep):
            yield _(TOO_SHORT)
        for wanted in self.task.wants:
            if not any(map(self._brings, _either(wanted))):
                yield self._missing_of(_either(wanted)[0])

    def _missing_of(self, name: str) -> str:
        """Say that a kind is missing; to a stranger, a question in its place needs other words."""
        if name in _WITHOUT_PHRASES:
            return _(_WITHOUT_PHRASES[name])
        is_question = self._is_to_stranger and self._brings(QUESTION)
        return (kinds()[name].missing_in_question if is_question else "") or kinds()[name].missing

    def _brings(self, name: str) -> bool:
        if name == TOPIC:
            return not _topic(self.task).isdisjoint(self._words)
        if name == MORE:
            return len(self._words) >= LONG
        if name == QUESTION and any(map(_is_question, _ENDS.split(self.text))):
            return True
        return any(one.name == name for one in self._found)

    def _flags(self, names: Iterable[str]) -> list[AnswerFlag]:
        wanted = set(names)
        return [self._flag(one.start, one.end, one.name) for one in self._found if one.name in wanted]

    def _words_refused(self) -> Iterator[AnswerFlag]:
        for word in (word for word in self.task.never if word not in kinds()):
            for found in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", self.text, re.IGNORECASE):
                yield self._flag(*found.span(), "never")

    def _flag(self, start: int, end: int, name: str) -> AnswerFlag:
        why = kinds()[name].found if name in kinds() else _("Try it without these words.")
        return AnswerFlag(start=start, end=end, phrase=self.text[start:end], category=name, why=why)


def _flagged(found: tuple[Flag, ...]) -> AnswerJudgement:
    """What Coach's rules say; care comes first and never scolds."""
    flags = tuple(map(_of_rule, found))
    care = [flag for flag in found if flag.concern is Concern.CARE]
    words = care[0].why if care else _look_at(flags[0])
    return AnswerJudgement(verdict=AnswerVerdict.STILL_FLAGGED, words=words, flags=flags)


def _of_rule(flag: Flag) -> AnswerFlag:
    return AnswerFlag(start=flag.start, end=flag.end, phrase=flag.phrase, category=flag.category, why=flag.why)


def _lost(missing: list[str]) -> AnswerJudgement:
    return AnswerJudgement(verdict=AnswerVerdict.LOST_THE_POINT, words=" ".join(missing), missing=tuple(missing))


def _look_again(verdict: AnswerVerdict, flags: list[AnswerFlag]) -> AnswerJudgement:
    return AnswerJudgement(verdict=verdict, words=_look_at(flags[0]), flags=tuple(flags))


def _look_at(flag: AnswerFlag) -> str:
    return _('Look at "{phrase}" again. {why}').format(phrase=" ".join(flag.phrase.split()), why=flag.why)


def _either(wanted: str) -> list[str]:
    return wanted.split(" or ")


def _topic(task: RewriteTask) -> set[str]:
    texts = (*task.starts, task.solution, *task.keep)
    return {word for text in texts for word in named_phrases().read(text).words if len(word) >= _SHORT}


def _letters(text: str) -> list[str]:
    return [word.casefold() for word in words_of(text)]


def _quoted(words: Iterable[str]) -> str:
    return _(" and ").join(_(" or ").join(f'"{one}"' for one in _either(word)) for word in words)


def _is_question(sentence: str) -> bool:
    return sentence.endswith("?") and len(sentence.split()) >= _QUESTION_WORDS
