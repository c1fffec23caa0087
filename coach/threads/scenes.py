"""Unkind turns without an unkind flag: what others answer shows them.

Somebody defends one who was spoken of ("leave her alone", "noah dont quit"), the one who was hit complains ("that was
mean"), or the one who hits says so ("sorry, that was mean"). The turns before, as far back as they are about the same
person, are a scene: own words in it hit, laughter and agreement join in. A defence alone shows little, for kind words
are said everywhere; it counts where somebody mocked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from coach.threads.group_names import GroupNames
from coach.threads.group_turns import GroupTurn
from coach.threads.group_words import Heard
from coach.threads.whom import HURTING

_WINDOW = 8
"""How many turns before a defence may belong to its scene."""
_NAMED = 8
"""How many turns before a defence may name the one who is defended."""
_ANSWERED = 2
"""How many turns before a complaint may be what it answers."""
_UNNAMED = 4
"""How many turns before a complaint may dig at who complains, without a name."""
_FEW, _OWN = 2, 3
"""The fewest own words, neither laughter nor fillers, of a turn of a scene that hits: if it says whom, and if not."""
_BEFORE_TARGET = frozenset("leave let to on at about with of for than called calling add them".split())
"""Words right before the name of the one who is hit, rather than of the one who hits."""
_BEHIND_TARGET = frozenset("is s has isnt isn't did didnt didn't doesnt doesn't can deserves".split())
"""Words right behind it."""
_NEAR = 20
"""How many characters beside a name are looked at."""


@dataclass(frozen=True, slots=True)
class Scenes:
    """What answers showed."""

    hits: dict[int, str | None] = field(default_factory=dict)
    """The turns that hit, with whom; None where the turn itself has to say whom."""
    joins: dict[int, str] = field(default_factory=dict)
    """The turns that join in, against whom."""


class SceneFinder:
    """Finds the scenes of a group."""

    def __init__(self, turns: Sequence[GroupTurn], heard: Callable[[int], Heard], names: GroupNames) -> None:
        self._turns = turns
        self._heard = heard
        self._names = names
        self._scenes = Scenes()
        self._names_in = dict[int, str | None]()

    def find(self) -> Scenes:
        """Return all of them."""
        for at, turn in enumerate(self._turns):
            if turn.text and self._heard(at).may_defend:
                self._look_back(at)
        return self._scenes

    def _look_back(self, at: int) -> None:
        turn, heard = self._turns[at], self._heard(at)
        if heard.has("confesses"):
            own = [one for one in _before(at, _NAMED) if self._turns[one].sender == turn.sender]
            self._take_first(own, at, None)
            return
        by, whom = self._named(turn, is_kind=heard.has("comforts") or not heard.speaks_up)
        defended = whom or self._spoken_of(at, by, heard)
        if defended and defended != turn.sender and self._is_scene(at, defended, heard, is_named=bool(whom)):
            self._mark(at, defended)
        elif heard.objects:
            others = [one for one in _before(at, _ANSWERED) if self._turns[one].sender != turn.sender]
            if by and any(self._turns[one].sender == by for one in others):
                others = [one for one in others if self._turns[one].sender == by]
            if heard.has("complains"):
                self._take_unnamed(at)
            if not any(self._turns[one].unkind for one in others):
                self._take_first(others, at, turn.sender if heard.has("calls") else whom)

    def _take_unnamed(self, at: int) -> None:
        """Take the turns right before a complaint that dig at somebody without a name as hits on who complains."""
        for one in _before(at, _UNNAMED):
            turn = self._turns[one]
            is_unnamed = turn.unkind and not self._named_in(one) and not self._heard(one).has("you")
            if is_unnamed and turn.sender != self._turns[at].sender and turn.is_about_others:
                self._scenes.hits.setdefault(one, self._turns[at].sender)

    def _take_first(self, candidates: Sequence[int], at: int, whom: str | None) -> None:
        """Take the nearest turn that can be meant as a hit."""
        for one in candidates:
            heard, named = self._heard(one), self._named_in(one)
            is_own = self._turns[one].sender == self._turns[at].sender
            is_to_you = (
                heard.has("you") or named == self._turns[at].sender or (is_own and (named or heard.has("others")))
            )
            is_to_you = is_to_you or self._heard(at).has("calls")
            is_calm = heard.only_goes_along or heard.may_defend or heard.is_warm or heard.thanks
            if is_to_you and not (self._turns[one].unkind or is_calm):
                self._scenes.hits.setdefault(one, whom)
                return

    def _is_scene(self, at: int, whom: str, heard: Heard, *, is_named: bool) -> bool:
        """Return whether what was said about somebody before this turn was unkind, as others show."""
        about = self._about(at, whom)
        if not about:
            return False
        if heard.has("rebukes"):
            return True
        between = [one for one in range(about[0], at) if self._turns[one].sender not in (whom, self._turns[at].sender)]
        is_mocked = any(self._heard(one).mocks or self._turns[one].unkind for one in between)
        own = [one for one in range(about[0], at) if self._turns[one].sender == whom]
        if not is_mocked or any(self._heard(one).laughs and not self._heard(one).has("dry") for one in own):
            return False
        return heard.speaks_up or (is_named and self._names.has_written(whom))

    def _mark(self, at: int, whom: str) -> None:
        """Take down what each turn of a scene does."""
        for one in range(self._first_of(at, whom), at):
            turn, heard = self._turns[one], self._heard(one)
            if turn.sender in (whom, self._turns[at].sender) or not turn.text:
                continue
            named = self._named_in(one)
            if named not in (None, whom) or heard.has("turns-away") or heard.regrets:
                continue
            if turn.unkind:
                if not heard.has("you"):
                    self._scenes.hits.setdefault(one, whom)
            elif not (heard.may_defend or heard.is_warm or heard.thanks or heard.calls_off):
                self._mark_turn(one, whom, is_named=named is not None)

    def _mark_turn(self, one: int, whom: str, *, is_named: bool) -> None:
        text, heard = self._turns[one].text, self._heard(one)
        own = heard.own_words - is_named
        is_about = is_named or heard.has("you") or heard.has("others")
        is_said = own >= _OWN and not text.rstrip().endswith("?")
        if heard.only_goes_along or heard.excuses or (heard.mocks and own < _FEW):
            self._scenes.joins.setdefault(one, whom)
        elif (is_about and own >= _FEW and not heard.has("points")) or is_said:
            self._scenes.hits.setdefault(one, whom)

    def _first_of(self, at: int, whom: str) -> int:
        """Return where a scene begins: the sender may have been unkind before saying of whom."""
        first = self._about(at, whom)[0]
        for one in _before(first, _ANSWERED):
            turn = self._turns[one]
            says_whom = self._heard(one).has("you") or self._named_in(one)
            if turn.unkind and not says_whom and turn.sender == self._turns[first].sender:
                return one
        return first

    def _about(self, at: int, whom: str) -> list[int]:
        """Return the turns before that are about somebody, oldest first."""
        found = list[int]()
        for one in range(max(at - _WINDOW, 0), at):
            turn, heard = self._turns[one], self._heard(one)
            if turn.sender in (whom, self._turns[at].sender) or not turn.text or heard.may_defend or heard.is_warm:
                continue
            named = self._named_in(one)
            answers = one > 0 and self._turns[one - 1].sender == whom and named is None
            scorns = answers and heard.mocks and self._turns[one - 1].has_any(HURTING)
            if named == whom or scorns or (answers and heard.has("you")) or (found and turn.unkind):
                found.append(one)
        return found

    def _spoken_of(self, at: int, by: str | None, heard: Heard) -> str | None:
        """Return whom the turns before name, where somebody is defended without a name."""
        if not heard.speaks_up:
            return None
        for one in _before(at, _NAMED):
            turn = self._turns[one]
            if turn.sender == self._turns[at].sender:
                continue
            named = self._named_in(one)
            if named and not self._only_calls(one) and named not in (by, turn.sender, self._turns[at].sender):
                return named
        hurting = (self._turns[one] for one in _before(at, _NAMED) if self._turns[one].has_any(HURTING))
        return next((turn.sender for turn in hurting if turn.sender not in (by, self._turns[at].sender)), None)

    def _only_calls(self, one: int) -> bool:
        """Return whether a turn laughs at what the one said whom it calls: "zoe omg stop 😂"."""
        heard = self._heard(one)
        first = next(self._names.places(self._turns[one].text), None)
        return heard.mocks and heard.own_words <= 1 and first is not None and first[0] == 0

    def _named_in(self, one: int) -> str | None:
        """Return whom a turn names."""
        if one not in self._names_in:
            turn = self._turns[one]
            self._names_in[one] = self._names.in_text(turn.text, turn.sender, near=0)
        return self._names_in[one]

    def _named(self, turn: GroupTurn, *, is_kind: bool) -> tuple[str | None, str | None]:
        """Return whom a defence names: the one who hits, and the one who is hit."""
        by: str | None = None
        whom: str | None = None
        for start, end, name in self._names.places(turn.text):
            if name == turn.sender:
                continue
            if is_kind or is_target(turn.text, start, end):
                whom = whom or name
            else:
                by = by or name
        return by, whom


def _before(at: int, most: int) -> Iterator[int]:
    yield from range(at - 1, max(at - 1 - most, -1), -1)


def is_target(text: str, start: int, end: int) -> bool:
    """Return whether a defence names the one who was hit there, by the words beside the name."""
    before = text[max(start - _NEAR, 0) : start].casefold().split()
    behind = text[end : end + _NEAR].casefold().replace("’", "'").lstrip("'").split()
    return bool(before and before[-1] in _BEFORE_TARGET) or bool(behind and behind[0] in _BEHIND_TARGET)
