"""A report in, counsel out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from coach.apps import apps_named
from coach.counsel.caring import as_meant, only_tells
from coach.counsel.clauses import Spelled
from coach.counsel.draft import Draft
from coach.counsel.ill_will import plots
from coach.counsel.openers import opener_for
from coach.counsel.quoting import ending_well, is_all_marked, quoted_whole
from coach.counsel.rewrites import keeps_something, rewrites_of
from coach.counsel.templates import sentences
from coach.counsel.words import has_any
from coach.engine import Adviser, check
from coach.errors import InputError
from coach.models import (
    GAP,
    AgeGroup,
    Audience,
    Concern,
    Counsel,
    Direction,
    Edit,
    Flag,
    Report,
    Rewrite,
    RewriteKind,
    Role,
    Weight,
    gravest_first,
    is_grave,
)

if TYPE_CHECKING:
    from spacy.language import Language

LONGEST = 2_000
"""Longest draft that is rewritten, in characters; longer ones are not what a child writes at once."""
_BLOCKED = frozenset({Concern.UNKIND, Concern.RED_FLAG})
_NO_REWRITE = frozenset({Concern.CARE, Concern.GOING_ALONG})
"""A draft with any of these is not corrected."""
_NO_WORDS = (
    "no counsel on {}: it is a category of own rules that are not loaded here"
    "\n    fix: name the rules that made the report, as in coach.counsel(report, rules=...)"
)


class Counsellor:
    """Gives counsel on reports of one pipeline."""

    def __init__(self, nlp: Language) -> None:
        self._check = partial(check, nlp)
        self._adviser = Adviser(nlp)

    def on(self, report: Report, age: AgeGroup | None = None) -> Counsel:
        """Return counsel on a report, in the words for an age group; empty if nothing is flagged.

        Raises:
            InputError: the report has a category of own rules that this pipeline does not have.
        """
        if not report.flags:
            return Counsel()
        if category := self._adviser.unknown(report):
            raise InputError(_NO_WORDS.format(category))
        text, worded = report.message.text, _with_one_way_out(self._adviser.flags(report, age))
        spelled = self._adviser.spelled(text) if len(text) <= LONGEST else ()
        flags = quoted_whole(worded, text, spelled) if spelled else worded
        if not _is_rewritten(report):
            comfort = self._comfort(flags, report.message.audience, age)
            return Counsel(flags=flags, comfort=comfort, first=_first_step(flags), where=self._where(report))
        draft = as_meant(Draft(_as_said(report, spelled), spelled, self._adviser.edits))
        if asks := _asks_parent(draft):
            return Counsel(flags=flags, first=asks, nothing=sentences("nothing")["parents"])
        rewrites = rewrites_of(draft, self._check)
        if rewrites:
            return Counsel(flags=flags, rewrites=rewrites)
        nothing = self._nothing(draft, flags)
        return Counsel(flags=flags, nothing=nothing, starter=self._starter(draft) if GAP in nothing else None)

    def _comfort(self, flags: Sequence[Flag], audience: Audience, age: AgeGroup | None) -> str:
        """Return warm words for what weighs most of all that is about the child; empty if nothing is."""
        about_child = [flag for flag in flags if flag.role is Role.TARGET]
        if not about_child or any(flag.is_quiet for flag in flags):
            return ""
        heaviest = max(about_child, key=lambda flag: flag.weight.rank)
        advice = self._adviser.advice(heaviest.rule, Role.TARGET, audience, age)
        return advice.comfort or sentences("comfort")["usual"]

    def _where(self, report: Report) -> tuple[str, ...]:
        """Return where to block and report in the apps that an unkind or unsafe received message names."""
        concerns = {flag.concern for flag in report.flags}
        if report.message.direction is not Direction.RECEIVED or concerns.isdisjoint(_BLOCKED):
            return ()
        words = [word for word, _, _ in self._adviser.spelled(report.message.text)]
        return tuple(map(str, apps_named(words)))

    def _nothing(self, draft: Draft, flags: Sequence[Flag]) -> str:
        """Return what to say where Coach has no rewrite, with words to start another draft if nothing can stay.

        Args:
            draft: the draft.
            flags: its flags as they are shown; that no words are left is only said where they cover them all.
        """
        is_something = keeps_something(draft)
        if any(draft.gives_away) and (draft.audience is Audience.STRANGER or (draft.is_open and is_something)):
            return sentences("nothing")["open"]
        if is_something:
            return sentences("nothing")["unsure"]
        if not draft.report.of(Concern.UNKIND) or only_tells(draft):
            return sentences("nothing")[Concern.OVERSHARING]
        return self._nothing_kind(draft, flags)

    def _nothing_kind(self, draft: Draft, flags: Sequence[Flag]) -> str:
        """Return what to say of a draft that holds nothing but unkind words, by what they are."""
        if plots(draft):
            return sentences("nothing")["plan"].replace(GAP, self._first_words(draft))
        if waits := sentences("nothing").get(_gravest(draft).category):
            return waits
        if all(flag.weight is Weight.NOTICE for flag in draft.report.of(Concern.UNKIND)):
            return sentences("nothing")["light"]
        words, rest = self._first_words(draft), "" if is_all_marked(draft, flags) else "-rest"
        said = sentences("nothing")
        return said[f"{Concern.UNKIND}{rest}"].replace(GAP, words) if words else said[f"wordless{rest}"]

    def _starter(self, draft: Draft) -> Rewrite:
        """Return another message to begin with, in place of the whole draft."""
        words = self._first_words(draft)
        edit = Edit(start=0, end=len(draft.report.message.text), text=words)
        return Rewrite(text=words, kind=RewriteKind.SAY, edits=(edit,))

    def _first_words(self, draft: Draft) -> str:
        """Return a sentence that fits the gravest unkind flag, perhaps with a gap; empty if none does."""
        heaviest = _gravest(draft)
        return opener_for(draft, heaviest, self._adviser.starters(heaviest.category, draft.audience))


def _gravest(draft: Draft) -> Flag:
    """Return the gravest unkind flag of a draft that has one."""
    return max(gravest_first(draft.report.of(Concern.UNKIND)), key=lambda flag: flag.weight.rank)


def _is_rewritten(report: Report) -> bool:
    concerns = {flag.concern for flag in report.flags}
    is_draft = report.message.direction is Direction.DRAFT and len(report.message.text) <= LONGEST
    return is_draft and concerns.isdisjoint(_NO_REWRITE)


def _as_said(report: Report, spelled: Spelled) -> Report:
    """Return a report whose flags hold whole numbers, and begin and end with what they are about."""
    found = _with_whole_numbers(report)
    flags = ending_well(found.flags, report.message.text, spelled)
    return found.model_copy(update={"flags": flags})


def _with_whole_numbers(report: Report) -> Report:
    """Return a report whose flags hold a whole number, of which only the end was flagged: `0171 2345678`."""
    flags = tuple(
        flag.model_copy(update={"start": flag.start - len(before[0]), "phrase": before[0] + flag.phrase})
        if (before := _DIGITS.search(report.message.text[: flag.start])) and flag.phrase[:1].isdigit()
        else flag
        for flag in report.flags
    )
    return report.model_copy(update={"flags": flags})


_DIGITS = re.compile(r"(?<!\S)\+?\d[\d ()-]{0,14} $")
"""The beginning of a telephone number."""


def _first_step(flags: Sequence[Flag]) -> str:
    """Return the first step of the flag that matters most: care, then the heaviest."""
    ordered = sorted(flags, key=lambda flag: (flag.concern is Concern.CARE, flag.weight.rank), reverse=True)
    return next((flag.steps[0] for flag in ordered if flag.steps), "")


def _with_one_way_out(flags: Sequence[Flag]) -> tuple[Flag, ...]:
    """Return flags without steps that correct a draft, if the steps of another flag say not to send it."""
    if not any(map(_is_not_to_be_sent, flags)):
        return tuple(flags)
    return tuple(
        flag if _is_not_to_be_sent(flag) or flag.concern is Concern.CARE else flag.model_copy(update={"steps": ()})
        for flag in flags
    )


def _is_not_to_be_sent(flag: Flag) -> bool:
    """Return whether nothing makes a draft with this flag fit to send."""
    return flag.role is Role.WRITER and bool(flag.steps) and (flag.concern is Concern.GOING_ALONG or is_grave(flag))


def _asks_parent(draft: Draft) -> str:
    """Return what a parent should do first who posts about their child; empty if a child writes."""
    words = [word for word, _, _ in draft.spelled if word]
    is_parent = draft.report.of(Concern.OVERSHARING) and has_any(words, "parents")
    return sentences("parents")["first"] if is_parent else ""
