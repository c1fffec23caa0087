"""A first pass over a conversation: who writes, and what the words show of how they know each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from coach.errors import InputError
from coach.languages import OtherLanguages
from coach.models import Audience, Direction, Message
from coach.models.thread import Between, Turn
from coach.threads.banter import Banter
from coach.threads.group_words import GroupWords
from coach.threads.groups import FEWEST
from coach.threads.parents import is_family
from coach.threads.secrets import Secrets
from coach.threads.strangers import Shown, Strangeness
from coach.visible import visible

_MOST_NAMED = 20
"""How many names an error lists."""


def audience_of(between: Between) -> Audience:
    """Return who the others of a conversation of two are for the engine."""
    return Audience.FRIEND if between in {Between.FAMILY, Between.FRIENDS} else Audience.STRANGER


@dataclass(slots=True)
class ChatFacts:
    """What is known of one conversation before its turns are checked."""

    name: str
    """Empty if the file has only one."""
    turns: Counter[str] = field(default_factory=Counter)
    """How many each sender wrote."""
    mine: set[str] = field(default_factory=set)
    """The names of the child; empty if nobody said."""
    looks_online: bool = False
    """Whether the words show that they know each other only online, or add up to stages of the staircase."""
    suspects: frozenset[str] = frozenset()
    """Whose words show a heavy stage of the staircase, or that they are known only online."""
    other: OtherLanguages = field(default_factory=OtherLanguages)
    """Which turns are in a language that Coach does not read."""
    disclosing: frozenset[str] = frozenset()
    """Who asks for a secret because they hurt: near it, they say so."""
    is_banter: bool = False
    """Whether the two tease each other both ways, laugh, and nobody says that it is not funny."""
    smiled_at: frozenset[int] = frozenset()
    """The turns, by number, that the other of two answered with a laugh or in kind."""

    @property
    def is_group(self) -> bool:
        """Whether three people or more write."""
        return len(self.turns) >= FEWEST

    def between_with(self, sender: str) -> Between | None:
        """Return how the child knows a sender, by names, where nobody said; None if they do not show it.

        Of two, an address book may call the other one Mum or Nan; in a group, this counts for what that person writes.
        """
        is_with_family = is_family(sender) or (not self.is_group and any(map(is_family, self.turns)))
        return Between.FAMILY if is_with_family and not self.looks_online else None

    def audience(self, between: Between | None) -> Audience:
        """Return who the others are for the engine."""
        if between is None and not self.is_group:
            return Audience.STRANGER if self.looks_online else Audience.FRIEND
        audience = audience_of(between) if between else Audience.FRIEND
        return Audience.GROUP if self.is_group and audience is Audience.FRIEND else audience

    def message(self, turn: Turn, between: Between | None) -> Message:
        """Return a turn as it is checked: as a draft if the child wrote it, else as received."""
        direction = Direction.DRAFT if turn.sender in self.mine else Direction.RECEIVED
        return Message(text=turn.text, direction=direction, audience=self.audience(between))


class Signs(Protocol):
    """What a survey asks about a turn of somebody else."""

    def shown(self, text: str) -> Shown:
        """Return what it shows."""
        ...

    def discloses(self, text: str) -> bool:
        """Return whether somebody says in it that they hurt or are not safe."""
        ...


def survey(turns: Iterable[Turn], me: str, signs: Signs, words: GroupWords) -> dict[str, ChatFacts]:
    """Read the turns once and return what is known of each conversation, by its name.

    Args:
        turns: of all conversations of a file.
        me: how the child is called there; empty if nobody said.
        signs: asked about the turns of others.
        words: by which it is heard whether two tease each other.

    Raises:
        InputError: nobody is called `me`, or more than one.
    """
    found = dict[str, ChatFacts]()
    secrets = defaultdict[str, Secrets](partial(Secrets, signs.discloses))
    strange = defaultdict[str, defaultdict[str, Strangeness]](partial(defaultdict, Strangeness))
    banter = defaultdict[str, Banter](partial(Banter, words))
    for number, turn in enumerate(turns):
        facts = found.setdefault(turn.chat, ChatFacts(turn.chat))
        facts.turns[turn.sender] += 1
        facts.other.add(turn.text)
        banter[turn.chat].see(turn, number)
        if turn.is_mine:
            facts.mine.add(turn.sender)
        elif turn.text:
            shown = signs.shown(turn.text)
            strange[turn.chat][turn.sender].see(shown)
            secrets[turn.chat].see(turn, asks=shown.is_secret)
    for name, talk in banter.items():
        found[name].is_banter = talk.is_mutual
        found[name].smiled_at = talk.smiled_at
    for name, each in secrets.items():
        found[name].disclosing = each.disclosing
    if me:
        mine = _called(me, [name for facts in found.values() for name in facts.turns])
        for facts in found.values():
            facts.mine = {mine} & facts.turns.keys()
    for name, senders in strange.items():
        _take_in(found[name], senders)
    return found


def _take_in(facts: ChatFacts, strange: Mapping[str, Strangeness]) -> None:
    """Note what the words of its senders show of how they know each other."""
    others = {sender: one for sender, one in strange.items() if sender not in facts.mine}
    facts.looks_online = any(_looks_online(sender, one, facts) for sender, one in others.items())
    facts.suspects = frozenset(sender for sender, one in others.items() if one.is_suspect)


def _looks_online(sender: str, strange: Strangeness, facts: ChatFacts) -> bool:
    """Return whether a sender other than the child seems to be known only online; of family, a secret is a sign."""
    if is_family(sender) and not strange.is_secret:
        return False
    return strange.is_online(is_secret_fine=sender in facts.disclosing)


def _called(me: str, names: Iterable[str]) -> str:
    """Return the one sender who is called so: exactly, else by a part of the name."""
    senders, wanted = list(dict.fromkeys(names)), me.strip().casefold()
    exact = [name for name in senders if name.casefold() == wanted]
    fitting = exact or [name for name in senders if wanted in name.casefold()]
    if len(fitting) == 1:
        return fitting[0]
    listed = ", ".join(_shown(fitting or senders))
    if fitting:
        problem, further = "more than one person in this chat is called", ""
    else:
        problem, further = "nobody writes in this chat as", ", or leave --me out if the child wrote none of it"
    raise InputError(f"{problem} {visible(me)!r}\n    fix: give --me one of these names: {listed}{further}")


def _shown(names: list[str]) -> Iterator[str]:
    yield from (visible(name) for name in names[:_MOST_NAMED] if name)
    if len(names) > _MOST_NAMED:
        yield f"and {len(names) - _MOST_NAMED:,} more"
