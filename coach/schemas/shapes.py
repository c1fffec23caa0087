"""What authored files look like where that is not the model they are read into."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from coach.models import AgeGroup, Aim, Audience, RuleEdit, Setting
from coach.models.base import Model
from coach.models.subject import SubjectSlot
from coach.rules.rule_file import MAX_EXAMPLES, MAX_PATTERNS, MIN_EXAMPLES

Text = Annotated[str, Field(min_length=1)]
_Proof = Annotated[tuple[Text, ...], Field(min_length=MIN_EXAMPLES, max_length=MAX_EXAMPLES)]
_More = Annotated[tuple[Text, ...], Field(max_length=MAX_EXAMPLES)]
_FINGERPRINTS = r"^[0-9a-f]{6}( [0-9a-f]{6})*$"


class ExamplesForAudience(Model):
    """More examples, for one audience."""

    flags: _More = ()
    """Messages that must be flagged, marked as in `[ur so ugly](looks)`."""
    silent: _More = ()
    """Near misses that must not be flagged."""


class ExamplesShape(Model):
    """The messages that prove a rule."""

    flags: _Proof
    """Messages that must be flagged, marked as in `[ur so ugly](looks)`."""
    silent: _Proof
    """Near misses that must not be flagged: negated, quoted, about the writer, about a thing."""
    public: ExamplesForAudience = ExamplesForAudience()
    group: ExamplesForAudience = ExamplesForAudience()
    friend: ExamplesForAudience = ExamplesForAudience()
    stranger: ExamplesForAudience = ExamplesForAudience()


class RuleShape(Model):
    """A rule of Coach: what to look for, and the examples that prove it."""

    summary: Text
    """What the rule finds, for `coach rules list`."""
    patterns: Annotated[tuple[Text, ...], Field(min_length=1, max_length=MAX_PATTERNS)]
    """The phrases to look for: `{your} socks (smell|look) {very}? gross`."""
    aims: tuple[Aim, ...] = ()
    """Whom the phrase can be about; usually left out."""
    settings: tuple[Setting, ...] = ()
    """In which settings it flags although Coach's table of silencers would not; usually left out."""
    audiences: tuple[Audience, ...] = ()
    """The audiences for which the phrase counts by itself; usually left out."""
    danger: bool = False
    """Whether somebody may be in danger now, so that each flag is a `stop` for every audience."""
    subject: SubjectSlot | None = None
    """The subject that its phrases need right beside them."""
    edits: tuple[RuleEdit, ...] = ()
    """How a clause with this phrase can be reworded."""
    examples: ExamplesShape


class LessonFrontMatter(Model):
    """The front matter of a lesson."""

    title: Text
    goal: Text
    """What the two can do afterwards, in one sentence."""
    minutes: Annotated[int, Field(ge=1, le=999)]
    language: Annotated[str, Field(pattern=r"^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$")] = "en"
    """A language tag such as `de` or `pt-BR`; English if left out."""
    original: Annotated[str, Field(pattern=r"^([0-9]{2}-)?[a-z0-9]+(-[a-z0-9]+)*$")] = ""
    """Of which lesson it is a translation, such as `02-strangers`."""
    version: Annotated[str, Field(pattern=_FINGERPRINTS)] | int = ""
    """Fingerprints of the steps that were translated, which `coach lessons new --translate` writes."""


class CaseFrontMatter(Model):
    """The front matter of a case of five minutes."""

    title: Text
    goal: Text
    """What the two can do afterwards, in one sentence."""
    age: AgeGroup | Annotated[str, Field(pattern="^both$")] = Field(alias="for")
    """For whom it is."""
    lesson: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    """The lesson that it practises."""
    category: Annotated[str, Field(pattern=r"^[a-z-]+/[a-z0-9-]+$")] = ""
    """The kind of phrase that it is about, such as `unkind/looks`."""
