"""Whom unkind words hit, by the turns before: one decision for a turn's role and for what is said of a group.

A name in the turn decides. Without one, words that goad hit whoever just wrote that they hurt; "ur dog" is the one who
just spoke of their own; "she" is whoever was hit or named right before; and "u" is the one whom the writer had just
named and got an answer from, else the child who wrote right before, else whoever was hit so far, else whoever last had
something to say. Whoever has just pushed somebody is not taken for the one who is pushed, unless that one answers.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from coach.models import Concern, Flag
from coach.models.category import FRIEND_HURTING
from coach.threads.answering import is_answer
from coach.threads.thin_turns import is_thin

if TYPE_CHECKING:
    from coach.threads.group_names import GroupNames
    from coach.threads.group_words import GroupWords

RECENT = 8
"""How many turns back are looked at."""
_NAMED = 3
"""How many turns behind a name "she" may mean it."""
_ANSWERED = 2
"""How many turns behind an answer its writer is still spoken to."""
_THEIRS = re.compile(r"\b(?:ur|your|yr) ([^\W\d_]{3,20})")
"""What a turn calls theirs."""
_OWN = re.compile(r"\b(?:my|our) ([^\W\d_]{3,20})")
"""What a turn calls its writer's own."""
_ONE = re.compile(r"\b(?:he|she|him|her|his|hers|hes|shes|he['’]s|she['’]s)\b")
"""Speaks of somebody."""
_NEWS_OF_ONE = re.compile(r"(?:guys |omg )?(?:i|im|i['’]m|ive|i['’]ve) \w")
"""Begins as news of one's own: "i got picked"."""
_NEWS = 4
"""How many turns back such news may be."""
_SEVERAL = re.compile(r"\b(?:ur|you|u|youre|yr) (?:both|lot|two(?![ -]?faced)|guys|all)\b")
"""Speaks to more than one: to those who push somebody, not to the one who is pushed."""
HURTING = frozenset({FRIEND_HURTING, f"{Concern.CARE}/hurting"})
_GOADING = f"{Concern.UNKIND}/self-harm"


class SaidTurn(Protocol):
    """A turn."""

    @property
    def sender(self) -> str:
        """Who wrote it."""
        ...

    @property
    def text(self) -> str:
        """What it says; empty for a picture."""
        ...


@dataclass(slots=True)
class _Hit:
    """The last unkind turn."""

    by: str
    whom: str
    """Empty if it is said to all."""
    ago: int = 0
    """How many turns ago."""
    is_broken: bool = False
    """Whether somebody else has had something to say since."""


def last_speaker(before: Sequence[SaidTurn], speaker: str) -> str | None:
    """Return who last had something to say, besides the speaker; whoever wrote last, if nobody had.

    Args:
        before: the turns so far.
        speaker: who writes next.
    """
    others = [turn for turn in reversed(before[-RECENT:]) if turn.sender != speaker]
    return next((turn.sender for turn in others if not is_thin(turn.text)), others[0].sender if others else None)


class WordTargets:
    """Sees the turns of one conversation, and says whom the unkind words in the next one hit."""

    def __init__(self, names: GroupNames, words: GroupWords, mine: Set[str]) -> None:
        """Know who writes.

        Args:
            names: of all who write.
            words: by which it is heard who only laughs, and who is spoken to.
            mine: the names of the child; empty if nobody said.
        """
        self._names = names
        self._words = words
        self._mine = mine
        self._turns = deque[SaidTurn](maxlen=RECENT)
        self._hit: _Hit | None = None
        self._pushed = deque[tuple[str, str]](maxlen=RECENT)
        """Of each of the latest turns, who pushed whom; a turn that says that its writer hurts has no pusher."""
        self._hurting = deque[str](maxlen=RECENT)
        """Who wrote each of the latest turns, where it says that its writer hurts; else empty."""

    def whom(self, flag: Flag, turn: SaidTurn, *, is_about_others: bool) -> str | None:
        """Return whom unkind words in the next turn hit; None if they may be about anybody.

        Args:
            flag: the words.
            turn: the turn.
            is_about_others: whether they are, by themselves, about somebody else than whom they are said to.
        """
        named = self._names.in_text(turn.text, turn.sender, near=flag.start)
        goaded = self._who_hurts(turn.sender) if flag.category == _GOADING else None
        if named or goaded:
            return named or goaded
        if _SEVERAL.search(turn.text.casefold()) and (hitter := self._hitter_of_others(turn.sender)):
            return hitter
        is_unnamed = self._words.heard(turn.text).has("unnamed")
        if is_answer(flag) and not is_unnamed and (answered := self._answered(turn)):
            return answered
        if owner := self._owner(turn):
            return owner
        if is_about_others or is_unnamed:
            return self._still_hit(turn.sender) or self._named_before(turn.sender) or self._away_or_pushed(turn)
        return self._spoken_to(turn.sender) or self._child_right_before(turn.sender) or self._anybody(turn)

    def see(self, flags: Sequence[Flag], turn: SaidTurn, whom: str | None, *, is_to_all: bool) -> None:
        """Take note of a turn.

        Args:
            flags: all that was found in it.
            turn: the turn.
            whom: its unkind words hit; None if they may be about anybody, or it has none.
            is_to_all: whether it has unkind words that are said to whoever reads them.
        """
        if whom or is_to_all:
            self._hit = _Hit(turn.sender, whom or "")
        elif hit := self._hit:
            hit.ago += 1
            hit.is_broken = hit.is_broken or (turn.sender not in (hit.by, hit.whom) and not is_thin(turn.text))
            self._hit = hit if hit.ago < RECENT else None
        self._turns.append(turn)
        hurts = turn.sender if any(flag.category in HURTING for flag in flags) else ""
        self._hurting.append(hurts)
        self._pushed.append((turn.sender, whom) if whom else ("", hurts))

    def _asker(self, turn: SaidTurn) -> str | None:
        """Return who asked to come along, for an answer about "her" or "him"."""
        heard = self._words.heard(turn.text)
        if heard.has("you") or not heard.has("others"):
            return None
        asking = (one for one in reversed(self._turns) if self._words.heard(one.text).has("asks-in"))
        return next((one.sender for one in asking if one.sender != turn.sender), None)

    def _answered(self, turn: SaidTurn) -> str | None:
        """Return whom an answer is for: who asked to come along, or spoke last; of "her", who was hit or named."""
        heard = self._words.heard(turn.text)
        if heard.has("others") and not heard.has("you") and self._hit:
            return self._asker(turn) or self._still_hit(turn.sender) or self._named_before(turn.sender)
        return self._asker(turn) or last_speaker(tuple(self._turns), turn.sender)

    def _owner(self, turn: SaidTurn) -> str | None:
        """Return who spoke of their own what a turn calls theirs: "my hamster died", "who cares about ur hamster"."""
        theirs = {one[1] for one in _THEIRS.finditer(turn.text.casefold())}
        if not theirs:
            return None
        others = (one for one in reversed(self._turns) if one.sender != turn.sender)
        owned = ((one.sender, {word[1] for word in _OWN.finditer(one.text.casefold())}) for one in others)
        return next((sender for sender, words in owned if words & theirs), None)

    def _anybody(self, turn: SaidTurn) -> str | None:
        """Return whom words hit that are said to nobody in particular; None for a question who is the worst."""
        heard = self._words.heard(turn.text)
        if heard.has("polls"):
            return None
        named = None if heard.has("you") else self._named_before(turn.sender)
        last = self._consoled(turn.sender) or last_speaker(tuple(self._turns), turn.sender)
        pushed = self._pushed_by(turn.sender) if self._has_pushed(last, turn.sender) else None
        is_of_another = heard.has("others") and not heard.has("you")
        return self._hit_so_far(turn.sender) or named or pushed or (self._mocked_news(turn) if is_of_another else last)

    def _consoled(self, speaker: str) -> str | None:
        """Return whom the turn right before consoles by name: what is cruel then is said to them."""
        latest = self._turns[-1] if self._turns else None
        if latest is None or latest.sender == speaker:
            return None
        heard = self._words.heard(latest.text)
        if not (heard.is_warm or heard.has("consoles") or heard.has("regrets")):
            return None
        named = self._names.in_text(latest.text, latest.sender, near=0)
        return named if named != speaker else None

    def _hitter_of_others(self, speaker: str) -> str | None:
        """Return who lately pushed somebody else than the speaker."""
        return next((by for by, whom in reversed(self._pushed) if by not in ("", speaker) and whom != speaker), None)

    def _away_or_pushed(self, turn: SaidTurn) -> str | None:
        """Return who was pushed last, or hurts; else, for "her" or "him", who was named lately and never writes."""
        if pushed := self._pushed_by(turn.sender):
            return pushed
        if told := self._mocked_news(turn):
            return told
        named = (self._names.in_text(one.text, one.sender, near=0) for one in reversed(self._turns))
        is_of_one = self._words.heard(turn.text).has("others")
        return next((name for name in named if name and is_of_one and not self._names.has_written(name)), None)

    def _mocked_news(self, turn: SaidTurn) -> str | None:
        """Return whose own news was just laughed at, for "they mustve been desperate"."""
        latest = list(self._turns)[-_NEWS:]
        if _ONE.search(turn.text.casefold()):
            return None
        for at, one in reversed(list(enumerate(latest))):
            others = [each for each in latest[at + 1 :] if each.sender not in (turn.sender, one.sender)]
            is_mocked = any(self._words.heard(each.text).mocks for each in others)
            if one.sender != turn.sender and is_mocked and _NEWS_OF_ONE.match(one.text.casefold()):
                return one.sender
        return None

    def _pushed_by(self, speaker: str) -> str | None:
        """Return who was pushed last, or wrote last that they hurt, besides the speaker."""
        return next((whom for _, whom in reversed(self._pushed) if whom and whom != speaker), None)

    def _has_pushed(self, name: str | None, speaker: str) -> bool:
        """Return whether somebody lately pushed anybody but the speaker."""
        return any(by and by == name and whom != speaker for by, whom in self._pushed)

    def _hit_so_far(self, speaker: str) -> str | None:
        hit = self._hit
        if hit and hit.by != speaker and hit.whom in ("", speaker):
            return hit.by
        if hit and hit.whom and self._names.has_written(hit.whom) and (hit.by == speaker or not hit.is_broken):
            return hit.whom
        return None

    def _still_hit(self, speaker: str) -> str | None:
        """Return who was hit, if nobody has turned to something else and it is not the speaker."""
        goes_on = self._hit and not self._hit.is_broken and self._hit.whom != speaker
        return self._hit.whom if self._hit and goes_on else None

    def _named_before(self, speaker: str) -> str | None:
        """Return whom the turns right before name, "did u see maya"; None if that is the speaker."""
        for turn in list(reversed(self._turns))[:_NAMED]:
            if named := self._names.in_text(turn.text, turn.sender, near=0):
                return None if named == speaker else named
        return None

    def _spoken_to(self, speaker: str) -> str | None:
        """Return whom the speaker's latest turn named, if they just answered it and nobody calls the speaker."""
        turns = list(self._turns)
        own = next((at for at in reversed(range(len(turns))) if turns[at].sender == speaker), None)
        if own is None:
            return None
        text = turns[own].text
        if len({name for _, _, name in self._names.places(text) if name != speaker}) > 1:
            return None  # a list of names speaks to nobody
        named = self._names.in_text(text, speaker, near=0)
        behind = turns[max(own + 1, len(turns) - _ANSWERED) :]
        is_called = any(self._names.in_text(one.text, one.sender, near=0) == speaker for one in behind)
        return named if not is_called and any(one.sender == named for one in behind) else None

    def _who_hurts(self, speaker: str) -> str | None:
        """Return who wrote last that they hurt, besides the speaker, if the child has not called the speaker since."""
        for name, turn in zip(reversed(self._hurting), reversed(self._turns), strict=True):
            if name and name != speaker:
                return name
            if turn.sender in self._mine and self._names.in_text(turn.text, turn.sender, near=0) == speaker:
                return None
        return None

    def _child_right_before(self, speaker: str) -> str | None:
        """Return the child, if it wrote right before, and neither laughed along nor pushed somebody else."""
        last = self._turns[-1] if self._turns else None
        if last is None or last.sender not in self._mine or self._words.heard(last.text).only_goes_along:
            return None
        return None if self._has_pushed(last.sender, speaker) else last.sender
