"""Who is hit in a group, by how many; who joined in, and who stood up.

whom.py says whom an unkind turn hits. A turn is unkind if it has an unkind flag, or if what somebody answers shows that
it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from itertools import chain
from typing import TYPE_CHECKING

from coach.threads.group_names import GroupNames
from coach.threads.group_turns import GroupStory, GroupTurn, Hit, Kindness
from coach.threads.group_words import Heard, group_words
from coach.threads.scenes import SceneFinder, is_target
from coach.threads.taken_lightly import TakenLightly
from coach.threads.waved_off import WavedOff
from coach.threads.whom import RECENT, WordTargets

if TYPE_CHECKING:
    from spacy.language import Language

_ANSWERED = 3
"""How many turns behind a tease may take it for fun."""
_VOTE = 4
"""The most words of a turn that only names somebody."""


class GroupReader:
    """Reads the turns of a group, one after the other."""

    def __init__(
        self, nlp: Language, turns: Sequence[GroupTurn], senders: Iterable[str], mine: Set[str] = frozenset()
    ) -> None:
        self._turns = turns
        self._words = group_words(nlp)
        self._names = GroupNames(dict.fromkeys([*(turn.sender for turn in turns), *senders]))
        self._targets = WordTargets(self._names, self._words, mine)
        self._said = dict[int, Heard]()
        self._scenes = SceneFinder(turns, self._heard, self._names).find()
        self._scenes.hits.update(WavedOff(turns, self._heard, self._names).find())
        self._hits = list[Hit]()
        self._joined = dict[tuple[str, str], int]()
        """By who joined in, and against whom."""
        self._stood_up = dict[str, int]()
        self._kind_to = dict[str, tuple[int, str]]()
        """Who was only kind to somebody who may have been hit: the turn, and to whom."""
        self._unnamed = dict[str, tuple[int, ...]]()
        self._played = set[int]()
        """Unkind turns that hit nobody, and are answered in play."""
        self._kindness = list[Kindness]()
        self._chain: Hit | None = None
        """The last unkind turn, if since then others only laughed along, its target answered or its writer went on."""
        self._poll: int | None = None
        """The last unkind turn that hits nobody yet: "who is the ugliest", or "ur so slow" before a name."""

    def read(self) -> GroupStory:
        """Return what happened."""
        for at, turn in enumerate(self._turns):
            whom = self._whom(turn)
            self._hear(at, whom)
            self._targets.see(
                turn.flags,
                turn,
                whom if turn.unkind else None,
                is_to_all=bool(turn.unkind) and not turn.is_about_others,
            )
        hit_by: dict[str, dict[str, tuple[int, ...]]] = {}
        joined_against = frozenset(whom for _, whom in self._joined)
        defended, comforted = bool(self._stood_up), bool(self._kindness)
        shown = self._scenes.hits.keys()
        light = TakenLightly(self._turns, self._heard, self._hits, shown, joined_against, defended, comforted)
        fun = {hit.turn for hit in self._hits if light.is_banter(hit)}
        for hit in self._hits:
            if hit.turn not in fun and not light.answers_back(hit) and not light.goes_on(hit):
                by = hit_by.setdefault(hit.whom, {})
                by[hit.by] = (*by.get(hit.by, ()), hit.turn)
        joined = dict[str, int]()
        for (name, whom), at in self._joined.items():
            if whom in hit_by and name not in hit_by[whom]:
                joined.setdefault(name, at)
        kindness = tuple(one for one in self._kindness if one.to in hit_by)
        stood_up = {**self._stood_up}
        for name, (at, whom) in self._kind_to.items():
            if whom in hit_by:
                stood_up[name] = min(at, stood_up.get(name, at))
        return GroupStory(hit_by, joined, stood_up, kindness, self._unnamed, frozenset(fun | self._played))

    def _hear(self, at: int, whom: str | None) -> None:
        """Take in the next turn; `whom` it is said to, if it is unkind or a vote."""
        turn = self._turns[at]
        if not turn.text or (not self._is_unkind(at) and not self._hits and self._poll is None):
            return
        heard = self._heard(at)
        if done := self._is_kind(at, turn, heard):
            self._kindness.append(done)
        if self._stands_up(at, turn, heard):
            self._chain = None
        elif not turn.unkind and self._chain and self._joins(turn, heard, self._chain):
            self._joined.setdefault((turn.sender, self._chain.whom), at)
        elif self._is_unkind(at) or self._votes(at, turn, heard):
            self._chain = self._hit(at, turn, whom)
        elif against := self._scenes.joins.get(at) or self._excused(at, turn, heard):
            self._joined.setdefault((turn.sender, against), at)
        elif self._chain and turn.sender not in self._stood_up:
            self._chain = self._after_a_hit(at, turn, heard, self._chain)

    def _after_a_hit(self, at: int, turn: GroupTurn, heard: Heard, last: Hit) -> Hit | None:
        """Take in what is said right after an unkind turn and return that turn, if what follows is still about it."""
        if turn.sender == last.whom:
            return last
        if turn.sender == last.by:
            return None if heard.has("turns-away") or heard.regrets else last
        if not self._is_about(turn, heard, last):
            return None
        if self._adds(turn, heard):
            self._hits.append(Hit(at, turn.sender, last.whom))
            return self._hits[-1]
        if self._assents(turn, heard):
            self._joined.setdefault((turn.sender, last.whom), at)
            return last
        return None

    def _is_unkind(self, at: int) -> bool:
        turn = self._turns[at]
        return bool(turn.unkind) or (at in self._scenes.hits and turn.sender not in self._stood_up)

    def _votes(self, at: int, turn: GroupTurn, heard: Heard) -> bool:
        """Return whether a turn names somebody, and little else, after a question such as "who is the ugliest"."""
        if self._poll is None or at - self._poll > RECENT:
            return False
        if turn.sender != self._turns[self._poll].sender and not self._heard(self._poll).has("polls"):
            return False
        few = sum(bool(word) for word, _, _ in heard.words) <= _VOTE
        return few and bool(self._names.in_text(turn.text, turn.sender, near=0))

    def _hit(self, at: int, turn: GroupTurn, whom: str | None) -> Hit | None:
        whom = self._scenes.hits.get(at) or whom
        if whom and self._is_of_a_rule(at) and not self._names.in_text(turn.text, turn.sender, near=0):
            whom = None
        if whom is None:
            self._poll = at
            self._take_unnamed(at)
            return self._chain
        self._hits += (Hit(at, turn.sender, other) for other in self._named_beside(turn, whom))
        self._hits.append(Hit(at, turn.sender, whom))
        return self._hits[-1]

    def _named_beside(self, turn: GroupTurn, whom: str) -> list[str]:
        """Return whom the other unkind words of a turn name: "tom is a rat and ruby is a pig"."""
        if len(turn.unkind) == 1:
            return []
        named = chain.from_iterable(self._names.places(flag.phrase) for flag in turn.unkind)
        return list(dict.fromkeys(name for _, _, name in named if name not in (whom, turn.sender)))

    def _take_unnamed(self, at: int) -> None:
        """Note an unkind turn about somebody of whom nothing shows who it is."""
        turn = self._turns[at]
        behind = self._turns[at + 1 : at + 1 + _ANSWERED]
        if any(self._words.heard(one.text).has("plays-along") for one in behind if one.sender != turn.sender):
            self._played.add(at)
        elif self._is_of_a_rule(at):
            return
        elif (turn.is_about_others or self._heard(at).has("unnamed")) and not self._heard(at).has("polls"):
            self._unnamed[turn.sender] = (*self._unnamed.get(turn.sender, ()), at)

    def _is_of_a_rule(self, at: int) -> bool:
        """Return whether a turn digs at nobody in particular, where a teacher's rule or a game was spoken of."""
        near = range(max(at - RECENT, 0), at + 1)
        return self._heard(at).has("unnamed") and any(self._heard(one).has("of-a-rule") for one in near)

    def _excused(self, at: int, turn: GroupTurn, heard: Heard) -> str | None:
        """Return whom a turn leaves alone that calls what was said a joke, to the one who spoke up."""
        recent = [one for one in self._hits if at - one.turn <= RECENT and turn.sender not in (one.by, one.whom)]
        named = self._names.in_text(turn.text, turn.sender, near=0)
        is_to_them = named is None or named in self._stood_up
        return recent[-1].whom if recent and self._stood_up and heard.excuses and is_to_them else None

    def _whom(self, turn: GroupTurn) -> str | None:
        """Return whom an unkind turn is said to; None if nobody of the group. A vote names them, and says no more."""
        if not turn.unkind:
            return self._names.in_text(turn.text, turn.sender, near=0)
        return self._targets.whom(turn.unkind[0], turn, is_about_others=turn.is_about_others)

    def _is_about(self, turn: GroupTurn, heard: Heard, last: Hit) -> bool:
        """Return whether a turn of somebody else may be about the one who was hit."""
        named = self._names.in_text(turn.text, turn.sender, near=0)
        return named in (None, last.whom) and not (heard.has("turns-away") or heard.regrets)

    def _joins(self, turn: GroupTurn, heard: Heard, last: Hit) -> bool:
        """Return whether somebody laughs along or agrees, or repeats what was said."""
        if turn.sender in (last.by, last.whom) or not self._is_about(turn, heard, last):
            return False
        if self._names.in_text(turn.text, turn.sender, near=0):
            heard = self._words.heard(self._names.without_names(turn.text))
        unkind = self._turns[last.turn].unkind
        echoes = bool(unkind) and heard.echoes(self._words.heard(unkind[0].phrase))
        if heard.has("sends-off"):
            return False
        begins = heard.begins_with("seconds") or heard.begins_with("piles")
        return begins or echoes or heard.chants or heard.only_goes_along

    def _adds(self, turn: GroupTurn, heard: Heard) -> bool:
        """Return whether it mocks the one who was hit, in words that are unkind only where they continue."""
        if heard.has("kind") or turn.text.rstrip().endswith("?"):
            return False
        return (
            heard.has("adds") or heard.has("sends-off") or (heard.mocks and (heard.has("you") or heard.has("others")))
        )

    def _assents(self, turn: GroupTurn, heard: Heard) -> bool:
        """Return whether it laughs along or agrees, and says more."""
        if heard.has("kind") or turn.text.rstrip().endswith("?"):
            return False
        return heard.mocks or heard.begins_with("assents")

    def _heard(self, at: int) -> Heard:
        if at not in self._said:
            self._said[at] = self._words.heard(self._turns[at].text)
        return self._said[at]

    def _is_kind(self, at: int, turn: GroupTurn, heard: Heard) -> Kindness | None:
        """Return what a turn does for somebody who was hit, also by one who was hit themselves; None if nothing."""
        hits = [one for one in self._hits if at - one.turn <= RECENT and turn.sender not in (one.by, one.whom)]
        if not hits or turn.unkind or heard.only_goes_along or heard.excuses:
            return None
        named = self._names.in_text(turn.text, turn.sender, near=0)
        whom = self._for_whom(turn, heard, named, hits)
        is_own = named != whom and self._was_hit_since(turn.sender, whom)
        is_against = (heard.speaks_up or heard.protests) and not is_own
        is_to_them = heard.is_for_the_hit and named in (None, whom)
        return Kindness(at, turn.sender, whom, is_against) if whom and (is_against or is_to_them) else None

    def _for_whom(self, turn: GroupTurn, heard: Heard, named: str | None, hits: Sequence[Hit]) -> str | None:
        """Return for whom a turn speaks up or is kind: "leave her alone ellie" is said to Ellie, for somebody else."""
        latest = list(reversed(hits))
        if named and heard.speaks_up and not self._is_defended(turn, named):
            if by_them := [one.whom for one in latest if one.by == named]:
                return by_them[0]
            if heard.has("others"):
                return next((one.whom for one in latest if one.whom != named), None)
        return next((one.whom for one in latest if named in (None, one.whom, one.by)), None)

    def _is_defended(self, turn: GroupTurn, named: str) -> bool:
        """Return whether a turn names somebody as the one who is hit: "leave ellie alone"."""
        places = self._names.places(turn.text)
        return any(name == named and is_target(turn.text, start, end) for start, end, name in places)

    def _was_hit_since(self, name: str, whom: str | None) -> bool:
        """Return whether somebody was hit after `whom`, so that what they say against it is for themselves."""
        latest = next((hit for hit in reversed(self._hits) if hit.whom in (name, whom)), None)
        return latest is not None and latest.whom == name

    def _stands_up(self, at: int, turn: GroupTurn, heard: Heard) -> bool:
        """Return whether somebody speaks up against what was said, or kindly to the one who was hit."""
        recent = [one for one in self._hits if at - one.turn <= RECENT]
        hit, hitters = {one.whom for one in recent}, {one.by for one in recent}
        named = self._names.in_text(turn.text, turn.sender, near=0)
        if named in hitters:
            heard = self._words.heard(self._names.without_names(turn.text))
        if not recent or turn.sender in hit | hitters or heard.only_goes_along:
            return False
        hushes = heard.has("hushes") and named in hitters
        if hushes or heard.protests or (heard.speaks_up and not heard.excuses):
            self._stood_up.setdefault(turn.sender, at)
            return True
        if heard.is_for_the_hit and not turn.unkind and (named is None or named in hit):
            self._kind_to.setdefault(turn.sender, (at, named or recent[-1].whom))
            return True
        return False
