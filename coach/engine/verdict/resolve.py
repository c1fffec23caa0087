"""Decide each candidate's outcome: it speaks, or is silent for a stated reason."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from coach.engine.text.bounded_cache import BoundedCache
from coach.engine.text.reading import Candidate
from coach.models import Aim, Concern, FlagSource, Weight
from coach.models.category import FRIEND_IN_DANGER

_FEWEST = 2
"""Fewest phrases that can overlap."""
_STOP = Weight.STOP.rank
_OF_OTHERS = f"{Concern.OVERSHARING}/someone-elses/"
_THREAT = f"{Concern.UNKIND}/threat/"
_SECRET, _FRIEND = f"{Concern.RED_FLAG}/secrecy/", f"{Concern.CARE}/friend-hurting/"
_ONE_MATTER = (
    (f"{Concern.GOING_ALONG}/tells-alone/", f"{Concern.OVERSHARING}/home-alone/"),
    (f"{Concern.OVERSHARING}/password/", f"{Concern.GOING_ALONG}/obeys/"),
)
"""Categories that say the same of the same words: the second gives way where the first is at least as heavy."""
_GUILT = f"{Concern.RED_FLAG}/blackmail/out-of-love"
"""The rule of mere guilt, which says less than what the guilt is for: `if u loved me u would send one`."""
_THREATENING = (f"{Concern.RED_FLAG}/blackmail/", f"{Concern.RED_FLAG}/scam/")


class Verdict(StrEnum):
    """Whether a candidate speaks, and if not, why."""

    SPEAKS = "speaks"
    NO_CATEGORY = "no category"
    """No texts exist for it."""
    DIRECTION = "direction"
    """Its concern is not looked for in messages of this direction."""
    AIM = "aim"
    """Its rule does not accept whom the phrase is about."""
    SETTING = "setting"
    """Its rule does not accept how the phrase is said."""
    OVERLAPPED = "overlapped"
    """A heavier, longer or earlier phrase of its concern covers some of the same words."""
    ECHO = "echo"
    """A red flag on the same words, at least as heavy, explains it better."""
    HEARD = "heard"
    """The writer of these words may be hurting: care speaks of them instead."""
    AUDIENCE = "audience"
    """It counts only with somebody known only online, and nothing shows that."""
    FENDED_OFF = "fended off"
    """It is a rude no to somebody known only online who went too far."""
    OFF = "off"
    """The family switched it off."""


@dataclass(slots=True)
class Ruling:
    """A candidate and its outcome."""

    candidate: Candidate
    verdict: Verdict
    by: Candidate | None = None
    """The candidate that silenced it, for `OVERLAPPED`, `ECHO` and `HEARD`."""
    is_loose: bool = False
    """Whether the phrase was found only after marks were removed, so it may contain more than it should."""
    least: int = -1
    """Minimum rank it speaks with: that of the heaviest flag it replaces."""

    @property
    def concern(self) -> Concern:
        """Return the candidate's concern."""
        return concern_of(self.candidate)


def settle(rulings: Iterable[Ruling], rank_of: Callable[[Candidate], int]) -> None:
    """Choose which overlapping candidates speak, never lowering the heaviest weight on any words.

    Within a concern the heaviest speaks, then what is not mere guilt, then the longest, then the first. Of two
    concerns both speak, with exceptions: care replaces a story on the same words, and an unkind phrase that names
    nobody, taking over its weight; a red flag replaces an unkind phrase that is not heavier and not a `stop`, and
    one that is the red flag's own threat; a friend's hurt replaces a secret between friends; a threat of the writer's
    own replaces a yes that was only guessed; of being alone and of a password only one concern speaks.

    Args:
        rulings: those that speak so far; changed in place.
        rank_of: how heavy a candidate is.
    """

    def order(ruling: Ruling) -> tuple[bool, int, bool, bool, int, int, str]:
        one = ruling.candidate
        by_reader = one.source is FlagSource.SECOND_READER
        length = one.end_char - one.start_char
        return (by_reader, -rank_of(one), one.rule == _GUILT, ruling.is_loose, -length, one.start_char, one.rule)

    waiting = list(rulings)
    if len(waiting) < _FEWEST:
        return
    kept: dict[Concern, list[Ruling]] = {}
    for ruling in sorted(waiting, key=order):
        beside = kept.setdefault(ruling.concern, [])
        other = _on_same_words(ruling, beside)
        if other is None:
            insort(beside, ruling, key=_place)
        else:
            ruling.verdict, ruling.by = Verdict.OVERLAPPED, other.candidate
            other.least = max(other.least, rank_of(ruling.candidate))
    for concern in (Concern.UNKIND, Concern.OVERSHARING):
        for ruling in kept.get(concern, []):
            _give_way(ruling, kept, rank_of)
    _hear_secrets(kept, rank_of)
    _leave_to_threats(kept, rank_of)
    _say_once(kept, rank_of)


def _say_once(kept: Mapping[Concern, list[Ruling]], rank_of: Callable[[Candidate], int]) -> None:
    """Let one flag speak for words that two concerns mark for the same reason: `im alone till six`."""
    for better, other in _ONE_MATTER:
        spoken = _sure_of(better, kept)
        for ruling in _sure_of(other, kept) if spoken else ():
            same = _on_same_words(ruling, spoken)
            rank = max(ruling.least, rank_of(ruling.candidate))
            if same and max(same.least, rank_of(same.candidate)) >= rank:
                ruling.verdict, ruling.by = Verdict.ECHO, same.candidate


def _sure_of(category: str, kept: Mapping[Concern, list[Ruling]]) -> list[Ruling]:
    """Return what rules of a category found and still speaks, in order."""
    of_concern = kept.get(concern_named(category), [])
    return [
        one
        for one in of_concern
        if one.verdict is Verdict.SPEAKS
        and one.candidate.source is FlagSource.RULE
        and one.candidate.rule.startswith(category)
    ]


def _leave_to_threats(kept: Mapping[Concern, list[Ruling]], rank_of: Callable[[Candidate], int]) -> None:
    """Let a threat of the writer replace a guessed yes on the same words: `send me the pic or i show everyone`."""
    threats = [one for one in kept.get(Concern.UNKIND, []) if _is_sure_threat(one)]
    for ruling in kept.get(Concern.GOING_ALONG, []) if threats else ():
        threat = _on_same_words(ruling, threats)
        if threat and ruling.candidate.source is FlagSource.SECOND_READER:
            rank = max(ruling.least, rank_of(ruling.candidate))
            ruling.verdict, ruling.by, threat.least = Verdict.OVERLAPPED, threat.candidate, max(threat.least, rank)


def _is_sure_threat(ruling: Ruling) -> bool:
    is_sure = ruling.candidate.source is FlagSource.RULE
    return is_sure and ruling.verdict is Verdict.SPEAKS and ruling.candidate.rule.startswith(_THREAT)


def _hear_secrets(kept: Mapping[Concern, list[Ruling]], rank_of: Callable[[Candidate], int]) -> None:
    """Let a friend's hurt speak for the secret that they ask for: nobody reports and blocks a friend who was hurt."""
    hurt = next((one for one in kept.get(Concern.CARE, []) if _tells_of_hurt(one)), None)
    for ruling in kept.get(Concern.RED_FLAG, []) if hurt else ():
        rank = max(ruling.least, rank_of(ruling.candidate))
        if hurt and ruling.candidate.rule.startswith(_SECRET) and rank < _STOP:
            ruling.verdict, ruling.by, hurt.least = Verdict.HEARD, hurt.candidate, max(hurt.least, rank)


def _tells_of_hurt(ruling: Ruling) -> bool:
    is_sure = ruling.candidate.source is FlagSource.RULE
    return is_sure and ruling.verdict is Verdict.SPEAKS and ruling.candidate.rule.startswith(_FRIEND)


def _give_way(ruling: Ruling, kept: Mapping[Concern, list[Ruling]], rank_of: Callable[[Candidate], int]) -> None:
    """Let care or a red flag replace a phrase on the same words."""
    rank = max(ruling.least, rank_of(ruling.candidate))
    heard = kept.get(Concern.CARE, [])
    care = _on_same_words(ruling, heard)
    if care is None and heard and ruling.concern is Concern.UNKIND and rank < _STOP:
        # Somebody who is hurting is not corrected for a rough word said to nobody: `i just stood there like an idiot`.
        care = heard[0]
    is_lighter = rank < _STOP or (care is not None and care.candidate.rule == FRIEND_IN_DANGER)
    is_part = care is not None and is_lighter and _is_told_within(ruling.candidate, care.candidate)
    if care is not None and (is_part or _may_be_of_oneself(ruling.candidate)):
        ruling.verdict, ruling.by, care.least = Verdict.HEARD, care.candidate, max(care.least, rank)
        return
    red = _on_same_words(ruling, kept.get(Concern.RED_FLAG, []))
    if ruling.concern is not Concern.UNKIND or red is None or red.candidate.source is FlagSource.SECOND_READER:
        return
    heavy_enough = max(red.least, rank_of(red.candidate)) >= rank
    if heavy_enough and (rank < _STOP or _is_its_threat(ruling.candidate, red.candidate)):
        ruling.verdict, ruling.by = Verdict.ECHO, red.candidate


def _may_be_of_oneself(candidate: Candidate) -> bool:
    """Return whether a phrase may be the writer's own hurt: `nobody would notice`, never `nobody would notice you`."""
    if concern_of(candidate) is Concern.OVERSHARING:
        return candidate.rule.startswith(_OF_OTHERS)
    return not (candidate.is_told and candidate.aim in {Aim.YOU, Aim.SOMEBODY})


def _is_told_within(candidate: Candidate, care: Candidate) -> bool:
    """Return whether unkind words belong to the hurt or are guessed: `arms so big` in `why are my arms so big`."""
    inside = care.start_char <= candidate.start_char and candidate.end_char <= care.end_char
    if inside and care.rule == FRIEND_IN_DANGER:
        return True
    guessed = candidate.source is FlagSource.SECOND_READER and care.source is FlagSource.RULE
    return (inside or guessed) and candidate.aim is not Aim.YOU and concern_of(candidate) is Concern.UNKIND


def _is_its_threat(candidate: Candidate, red_flag: Candidate) -> bool:
    """Return whether an unkind phrase is the threat in a red flag: `or i post it` in `send it or i post it`."""
    return candidate.rule.startswith(_THREAT) and red_flag.rule.startswith(_THREATENING)


def _on_same_words(ruling: Ruling, others: Sequence[Ruling]) -> Ruling | None:
    """Return the one of `others`, sorted and not overlapping, that covers some of the same words."""
    at = bisect_left(others, place_of(ruling.candidate), key=_place)
    for other in others[max(at - 1, 0) : at + 2]:
        one = other.candidate
        if ruling.candidate.start_char < one.end_char and one.start_char < ruling.candidate.end_char:
            return other
    return None


def _place(ruling: Ruling) -> tuple[int, int]:
    return place_of(ruling.candidate)


def concern_of(candidate: Candidate) -> Concern:
    """Return the concern of the rule that found it."""
    return concern_named(candidate.rule)


def concern_named(name: str) -> Concern:
    """Return the concern of a rule or category by its id."""
    return _CONCERN_OF[name]


def _concern_named(name: str) -> Concern:
    return Concern(name.partition("/")[0])


_CONCERN_OF = BoundedCache(_concern_named)


def place_of(candidate: Candidate) -> tuple[int, int]:
    """Return its first character and the one after its last, for sorting."""
    return (candidate.start_char, candidate.end_char)
