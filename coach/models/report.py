"""What was found in a message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from coach.languages import language_of_one
from coach.locale import _
from coach.models.advice import Role
from coach.models.base import Model
from coach.models.category import GRAVE, SELF_HARM, THREAT, Concern, Weight
from coach.models.message import Message

if TYPE_CHECKING:
    from coach.models.counsel import Counsel

FLAG_KEYS = (
    "start", "end", "phrase", "concern", "category", "rule", "source", "weight", "why", "instead", "lesson",
)  # fmt: skip
"""The exported keys of each flag, in this order."""
COUNSEL_KEYS = ("note", "steps")
"""The keys that come after them where counsel is asked for."""
_HELP_KEYS = {"kind", "name", "reach", "hours"}


class FlagSource(StrEnum):
    """Which part of the engine raised a flag."""

    RULE = "rule"
    DETAIL = "detail"
    PRIVATE_WORD = "private word"
    SECOND_READER = "second reader"


QUIET = f"{Concern.CARE}/unsafe"
"""The category whose flags are never quoted on any screen or page."""
SENT = "what now"
"""What is said in place of `pause` and `stop` of what is already sent."""
_RECEIVED = {Concern.UNKIND: "hurts", Concern.CARE: "listen"}
"""What is said in place of `pause` and `stop` of a message that came, where that is not `careful`."""


class Flag(Model):
    """One phrase to look at again."""

    start: int
    """The first character, in code points of the original text."""
    end: int
    """The character after the last."""
    phrase: str
    """The text from `start` to `end`."""
    concern: Concern
    category: str
    """`<concern>/<name>`."""
    rule: str
    """The rule or detail that raised the flag."""
    source: FlagSource
    weight: Weight
    why: str
    """For the child."""
    note: str
    """For the parent; empty if an earlier flag of the report says the same."""
    instead: tuple[str, ...]
    """Words that can replace exactly this phrase; usually none."""
    lesson: str
    """The lesson that practises this; empty if a lesson would not help now."""
    role: Role = Role.WRITER
    """Who the child is in the message."""
    steps: tuple[str, ...] = ()
    """What to do next, in order."""
    no_answer: bool = False
    """Whether it is best to write no answer."""
    title: str = ""
    """What a page calls it in place of its category: `Keeping it secret`; usually empty."""
    is_sent: bool = False
    """Whether the child has already sent it: there is nothing to pause before."""

    def meets(self, start: int, end: int) -> bool:
        """Return whether these characters and the flag have some in common."""
        return self.start < end and start < self.end

    @property
    def weight_word(self) -> str:
        """The weight in a word. Only who writes can pause or stop: of what others wrote, it is said what it does."""
        if self.weight is Weight.NOTICE:
            return self.weight.value
        if self.role is Role.WRITER:
            return SENT if self.is_sent else self.weight.value
        return _RECEIVED.get(self.concern, "careful")

    @property
    def is_quiet(self) -> bool:
        """Whether it must be shown discreetly: the person the writer fears may be sitting beside them."""
        return self.category == QUIET

    def to_dict(self, *, with_counsel: bool = False) -> dict[str, Any]:
        """Return the flag as plain values, as in the published format; with note and steps if asked to."""
        values = self.model_dump(mode="json")
        return {key: values[key] for key in (*FLAG_KEYS, *(COUNSEL_KEYS if with_counsel else ()))}


_GRAVE = (SELF_HARM, THREAT)
"""The categories of `GRAVE` in the order in which they are spoken of, before other unkind words."""
_GRAVEST_ASKED = tuple(
    f"{Concern.RED_FLAG}/{name}"
    for name in ("blackmail", "secrecy", "meet", "asks-photo", "asks-alone", "move-app", "scam", "gift", "flattery")
)
"""What somebody wants of a child, the gravest first; what is not here, such as an age, comes last."""


def is_grave(flag: Flag) -> bool:
    """Return whether a flag is a death wish or a threat."""
    return flag.category in GRAVE


def gravest_first(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    """Return flags as a family reads them: care, then death wishes and threats, red flags, and the rest.

    Each kind comes the heaviest first, and within a weight in text order, red flags the gravest first; red flags that
    weigh least come after the rest.
    """
    return tuple(sorted(flags, key=_gravity))


def _gravity(flag: Flag) -> tuple[int, int, int]:
    if flag.concern is Concern.CARE:
        return (0, 0, 0)
    if is_grave(flag):
        return (1, _GRAVE.index(flag.category), 0)
    if flag.concern is not Concern.RED_FLAG:
        return (3, -flag.weight.rank, 0)
    known = flag.category in _GRAVEST_ASKED
    asked = _GRAVEST_ASKED.index(flag.category) if known else len(_GRAVEST_ASKED)
    return (4 if flag.weight is Weight.NOTICE else 2, -flag.weight.rank, asked)


class Report(Model):
    """All flags of one message, in order; flags of the same concern never overlap."""

    message: Message
    flags: tuple[Flag, ...] = ()
    pieces: int = 1
    """How many pieces the message was read in; more than one if it is longer than `AT_ONCE`."""
    own_rules_only: bool = False
    """Whether only own rules were asked, so that no flags do not mean calm."""

    @property
    def said_of_length(self) -> str:
        """A note on a message that was read in pieces; otherwise empty."""
        if self.pieces == 1:
            return ""
        words = _("A long message: {letters:,} characters, read in {pieces} pieces.")
        return words.format(letters=len(self.message.text), pieces=self.pieces)

    @property
    def not_english(self) -> str:
        """The language or script of a message that Coach does not read; empty for English, or if it is unclear."""
        return language_of_one(self.message.text)

    @property
    def unread(self) -> str:
        """The language of a message that nobody read: Coach does not, and no rule of the family's own was asked."""
        return "" if self.flags or self.own_rules_only else self.not_english

    @property
    def said_of_language(self) -> str:
        """What to say in place of "nothing to look at" of a message that Coach does not read; otherwise empty."""
        language = self.unread
        words = _(
            "This seems to be in a language that Coach does not read ({language}), so nothing was checked. "
            "Look at it yourselves."
        )
        return words.format(language=_(language)) if language else ""

    @property
    def weight(self) -> Weight | None:
        """The heaviest weight, or None if nothing is flagged."""
        return max((flag.weight for flag in self.flags), key=lambda weight: weight.rank, default=None)

    def __bool__(self) -> bool:
        """Whether something is flagged."""
        return bool(self.flags)

    def to_dict(
        self, message_id: str | int = "1", *, counsel: Counsel | None = None, help_lines: Iterable[Model] = ()
    ) -> dict[str, Any]:
        """Return the report as plain values, as a line of `coach check --format jsonl` (`coach schema report`).

        Args:
            message_id: identifies the message; a number becomes a string.
            counsel: what `coach.counsel` returned for this report, to be included.
            help_lines: what `coach.helplines.help_with` returned for this report.
        """
        flags = counsel.flags if counsel and counsel.flags else self.flags
        listed = [flag.to_dict(with_counsel=counsel is not None) for flag in flags]
        return {"id": str(message_id), "flags": listed, **dict(self.after_flags(counsel, help_lines))}

    def after_flags(self, counsel: Counsel | None, help_lines: Iterable[Model]) -> Iterator[tuple[str, object]]:
        """Yield what comes after the flags in the published format, as key and value."""
        if counsel is not None:
            yield "rewrites", [rewrite.to_dict() for rewrite in counsel.rewrites]
            yield "nothing", counsel.nothing
        if self.pieces > 1:
            yield "pieces", self.pieces
        if language := self.not_english:
            yield "not_english", language
        if lines := [line.model_dump(mode="json", include=_HELP_KEYS) for line in help_lines]:
            yield "help", lines

    def _repr_html_(self) -> str:
        """How a notebook shows it."""
        from coach.models.marked_html import report_html  # noqa: PLC0415  # notebooks alone need it

        return report_html(self)

    def __json__(self) -> str:
        """How srsly writes it, which spaCy asks for `doc.to_json(underscore=["coach"])`."""
        return self.model_dump_json()

    def of(self, concern: Concern) -> tuple[Flag, ...]:
        """Return the flags of one concern."""
        return tuple(flag for flag in self.flags if flag.concern is concern)
