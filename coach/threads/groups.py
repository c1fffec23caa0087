"""What happened in a group; which answers say that a joke was none; and since when a friend has been hurting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coach.models import Concern
from coach.threads.group_story import GroupReader
from coach.threads.group_turns import GroupStory, GroupTurn
from coach.threads.group_words import group_words

if TYPE_CHECKING:
    from spacy.language import Language

FEWEST = 3
"""Senders of a group."""
HURTING = f"{Concern.CARE}/friend-hurting"
_BEHIND = 2
"""How many turns behind another one may be its answer."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer such as "not funny": the joke before it was none."""

    turn: int
    """The turn of the answer."""
    to: int
    """The turn that is answered."""
    words: str
    sender: str = ""
    """Who answers."""
    joke: str = ""
    """What the turn that is answered says; empty if it has no text, or its words are shown nowhere."""


@dataclass(frozen=True, slots=True)
class HurtingSince:
    """How long a sender has written that they hurt."""

    first: int
    """The first such turn."""
    turns: int
    """How many there are."""


def is_group(turns: Iterable[GroupTurn]) -> bool:
    """Return whether at least three people wrote."""
    return len({turn.sender for turn in turns}) >= FEWEST


def read_group(
    nlp: Language, turns: Sequence[GroupTurn], senders: Iterable[str] = (), mine: Set[str] = frozenset()
) -> GroupStory:
    """Say who is hit, who joined and who stood up.

    Args:
        nlp: Coach's pipeline, whose plain spelling is used.
        turns: in order, each read as received.
        senders: who else writes in the group.
        mine: the names of the child; empty if nobody said.
    """
    return GroupReader(nlp, turns, senders, mine).read()


def answered(
    nlp: Language, turns: Sequence[GroupTurn], hits: Mapping[int, Set[str]] | None = None
) -> Iterator[Answered]:
    """Yield the answers that say that the turn before was no joke: by somebody else, at most two turns behind.

    Args:
        nlp: Coach's pipeline, whose plain spelling is used.
        turns: in order, each read as received.
        hits: the turns that hit somebody in a group, with whom; what those who were hit say themselves is not answered.
    """
    hits = hits or {}
    hit = {name for names in hits.values() for name in names}
    words = group_words(nlp)
    for at, turn in enumerate(turns):
        latest = [one for one in range(at - 1, max(at - 1 - _BEHIND, -1), -1) if turns[one].sender != turn.sender]
        before = [one for one in latest if turns[one].sender not in hit or one in hits]
        heard = words.heard(turn.text)
        if not before or turn.unkind or heard.only_goes_along:
            continue
        flagged = [one for one in before if turns[one].unkind or one in hits]
        if not flagged and heard.has("consoles"):
            continue
        place = heard.place_of("answers") or (heard.place_of("short-answers") if latest[0] in flagged else None)
        if place:
            others = [one for one in before if not words.heard(turns[one].text).has("speaks-up")]
            to = (flagged or others or before)[0]
            yield Answered(at, to, turn.text[slice(*place)], turn.sender, turns[to].shown)


def hurting_since(turns: Iterable[GroupTurn]) -> dict[str, HurtingSince]:
    """Return, by sender, since when they have written that they hurt, and how often."""
    found: dict[str, list[int]] = {}
    for at, turn in enumerate(turns):
        if any(flag.category == HURTING for flag in turn.flags):
            found.setdefault(turn.sender, []).append(at)
    return {sender: HurtingSince(several[0], len(several)) for sender, several in found.items()}
