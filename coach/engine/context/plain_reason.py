"""A plain reason in the same sentence that makes a grave phrase ordinary: `wont be here, shes at the dentist`."""

from __future__ import annotations

from dataclasses import dataclass

from coach.engine.context.word_sets import SettingWords
from coach.engine.text.listed import Listed
from coach.engine.text.reading import Candidate, Reading, Span
from coach.models import Audience, Concern
from coach.models.category import FRIEND_HURTING, FRIEND_IN_DANGER

_HURTING = f"{Concern.CARE}/hurting/"
_WEAPON = (FRIEND_IN_DANGER, f"{Concern.CARE}/worried/weapon-at-school", f"{FRIEND_HURTING}/weapon-at-school")
_LEAVING = (FRIEND_IN_DANGER, _HURTING, f"{FRIEND_HURTING}/")
_HATE = f"{Concern.UNKIND}/exclusion/bare-hate"
_SECRECY = f"{Concern.RED_FLAG}/secrecy/"
_KEPT_APART = tuple(f"{Concern.UNKIND}/exclusion/{name}" for name in ("kept-apart", "left-out-by-name", "made-without"))
_COVER = f"{Concern.GOING_ALONG}/hides/cover-for-me"

_AT_A_PLACE = tuple(
    f"{Concern.OVERSHARING}/location-now/{name}"
    for name in ("at-a-place-now", "here-i-am", "look-for-me", "seat-and-pin")
)
_OUT_ALONE = f"{Concern.OVERSHARING}/location-now/out-on-my-own"
_OWN_LOW = (_HURTING, f"{FRIEND_HURTING}/own-")
_GIFT, _OWED = f"{Concern.RED_FLAG}/gift/", f"{Concern.RED_FLAG}/blackmail/out-of-love"
_IS_ANYBODY_IN, _ASKS_ABOUT = f"{Concern.RED_FLAG}/asks-alone/", f"{Concern.RED_FLAG}/asks-personal/"
_ASKS_PHOTO, _COMES = f"{Concern.RED_FLAG}/asks-photo/", f"{Concern.RED_FLAG}/meet/offers-to-come"
_ONLY_ME, _HUSH = f"{Concern.GOING_ALONG}/tells-alone/only-me", f"{Concern.GOING_ALONG}/hides/wont-tell"
_AS_TOLD, _APPEASES = f"{Concern.GOING_ALONG}/obeys/did-as-told", f"{Concern.GOING_ALONG}/obeys/so-not-angry"
_DEAL = f"{Concern.GOING_ALONG}/takes-gift/where-to-send"
_SENDS = tuple(f"{Concern.GOING_ALONG}/sends-picture/{name}" for name in ("will-send", "here-it-is", "second-reader"))

_STRANGERS = frozenset({Audience.STRANGER, Audience.PUBLIC})


@dataclass(frozen=True)
class _Kind:
    """One kind of grave phrase, by the names of word sets."""

    rules: tuple[str, ...]
    """Beginnings of the ids of its rules."""
    held: str
    """What the phrase holds; empty for any phrase of these rules."""
    by: str
    """What explains it, anywhere in the sentence."""
    unless: str
    """What shows, anywhere in the line, that it is meant after all."""
    also: str = ""
    """What must be in the sentence too; empty for nothing."""
    among_known: bool = False
    """Whether it explains nothing where the writer is known only online."""


_KINDS = (
    _Kind(_LEAVING, "going-away", "plainly-away", "not-plainly-away"),
    _Kind((FRIEND_IN_DANGER,), "giving-away", "plainly-given", "not-plainly-given"),
    _Kind(_WEAPON, "weapons-named", "plain-weapon", "not-plain-weapon"),
    _Kind((_HURTING, f"{Concern.CARE}/eating/second-reader"), "feels-empty", "hungry", "deeper-than-hunger"),
    _Kind((_HATE,), "hated-as", "game-foes", "beside-foes"),
    _Kind(_KEPT_APART, "", "a-treat-for-them", "no-treat-for-them"),
    _Kind((_COVER,), "", "they-know", "knows-not"),
    _Kind((_HURTING, f"{FRIEND_HURTING}/"), "cannot-do-this", "plain-task", "not-plain-task"),
    _Kind((_SECRECY,), "", "surprise-known", "not-plainly-known", also="they-know", among_known=True),
    _Kind(_AT_A_PLACE, "hides-or-stuck", "hides-in-fun", "hides-in-fear", among_known=True),
    _Kind((*_AT_A_PLACE, _OUT_ALONE), "hides-or-stuck", "pet-named", "not-only-a-pet", among_known=True),
    _Kind(_AT_A_PLACE, "platform-named", "fun-platform", "not-fun-platform", among_known=True),
    _Kind(_OWN_LOW, "gives-up-on-life", "a-thing-gives-up", "so-do-i"),
    _Kind(_OWN_LOW, "verdict-on-oneself", "trifle-gone-wrong", "no-trifle"),
    _Kind((_HURTING,), "cries-on", "pet-died", "more-than-a-pet"),
    _Kind((_GIFT,), "free-named", "asks-for-it", "offers-it"),
    _Kind((_GIFT, _ASKS_ABOUT), "skin-named", "skin-in-a-game", "skin-in-earnest"),
    _Kind((_HATE,), "hates-you", "loves-you", "hates-in-earnest", also="glad-of"),
    _Kind((_OWED,), "owed", "owed-in-a-game", "owed-in-earnest"),
    _Kind((_IS_ANYBODY_IN,), "anybody-home", "base-in-a-game", "real-home"),
    _Kind((_ASKS_ABOUT,), "school-named", "school-in-a-game", "real-school"),
    _Kind((_ASKS_PHOTO,), "camera-named", "camera-in-a-game", "real-camera"),
    _Kind((_COMES,), "picked-up", "craft-in-a-game", "picked-up-in-earnest"),
    _Kind((_ONLY_ME,), "only-me-named", "team-is-gone", "home-is-empty"),
    _Kind((_HUSH,), "", "spot-in-a-game", "hushed-in-earnest"),
    _Kind((_AS_TOLD,), "", "build-works", "more-than-a-build"),
    _Kind((_APPEASES,), "", "played-badly", "afraid-of-them"),
    _Kind((_DEAL,), "", "swap-in-a-game", "no-swap-in-a-game"),
    _Kind(_SENDS, "", "picture-of-a-thing", "more-than-a-thing"),
)


class PlainReasons:
    """Knows the plain reasons for each kind."""

    def __init__(self, words: SettingWords) -> None:
        names = {name for kind in _KINDS for name in (kind.held, kind.by, kind.unless, kind.also)}
        self._sets = {name: Listed(words[name]) for name in names}

    def explain(self, reading: Reading, candidate: Candidate, within: Span) -> bool:
        """Return whether a plain reason is in the sentence, and nothing in the line says otherwise."""
        kinds = (kind for kind in _KINDS if candidate.rule.startswith(kind.rules))
        return any(self._explains(kind, reading, candidate, within) for kind in kinds)

    def _explains(self, kind: _Kind, reading: Reading, candidate: Candidate, within: Span) -> bool:
        held = reading.words[candidate.start : candidate.end]
        if kind.held and not self._sets[kind.held].is_in(held):
            return False
        if kind.among_known and reading.audience in _STRANGERS:
            return False
        if kind.also and not self._is_in(kind.also, reading, within):
            return False
        line = reading.line(candidate.start)
        return self._is_in(kind.by, reading, within) and not self._is_in(kind.unless, reading, line)

    def _is_in(self, name: str, reading: Reading, within: Span) -> bool:
        return any(self._sets[name].find(reading.words, *within))
