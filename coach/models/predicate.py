"""What can be said of somebody: an entry of the lexicon."""

from __future__ import annotations

from enum import StrEnum

from coach.models.base import Model
from coach.models.subject import SubjectKind


class Form(StrEnum):
    """The part of speech of a predicate, which decides the frames it fits."""

    ADJECTIVE = "adjective"
    """"ugly", "full of himself": after "is"."""
    NOUN = "noun"
    """"clown": after "is a", or as a name that somebody is called."""
    SAYING = "saying"
    """"built like a fridge": after "is", in few frames, because a saying has many words."""
    VERB = "verb"
    """"stinks": right after the subject."""
    ADVERB = "adverb"
    """"badly", "off key": after "sings", "plays"."""
    HAVING = "having"
    """"no friends": after "has"."""
    IMAGE = "image"
    """"old rope": after "looks like"."""
    EMOJI = "emoji"
    """"🤡": beside the subject."""


class Strength(StrEnum):
    """How surely a predicate hurts."""

    STRONG = "strong"
    """It hurts in any frame."""
    FAINT = "faint"
    """It hurts only when said to somebody: "ur so spotty"."""
    WEAK = "weak"
    """It hurts where the frame stresses it or addresses somebody: "why are you so slow"."""


class Predicate(Model):
    """One entry of the lexicon; calm words are not in it."""

    words: str
    """In the language of phrases."""
    topic: str
    """What it is about, such as `looks` or `money`: the name of its file."""
    category: str
    """The category of flags with it, such as `unkind/looks`."""
    form: Form
    strength: Strength
    of: frozenset[SubjectKind]
    """What it is said of."""
    since: int | None = None
    """The year of dated words, such as game slang; None for words that stay."""
