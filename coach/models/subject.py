"""Where a phrase expects its subject, and what the subject may be."""

from __future__ import annotations

from enum import StrEnum

from coach.models.base import Model


class SubjectKind(StrEnum):
    """What a subject is."""

    PERSON = "person"
    """You, a name, "the new girl", "those two", "whoever made this"."""
    OWN_PERSON = "own-person"
    """Somebody of the writer's own: "my brother", "our teacher"."""
    KIN = "kin"
    """Somebody else's family: "ur mum", "mias dad"."""
    WORK = "work"
    """What somebody made or does: "her drawing", "ur singing"."""
    BODY = "body"
    """What somebody looks like or wears: "his teeth", "mia's coat"."""
    HOME = "home"
    """Where and how somebody lives: "their house", "ur dads car"."""
    THING = "thing"
    """Anything else: a thing, an animal, the weather."""


class SubjectSide(StrEnum):
    """Where the subject is, seen from the phrase."""

    BEFORE = "before"
    AFTER = "after"
    NONE = "none"
    """The phrase needs only the words of `lead` before it, which stay outside of it."""


class SubjectSlot(Model):
    """The subject that a phrase needs right beside it."""

    side: SubjectSide = SubjectSide.BEFORE
    of: frozenset[SubjectKind] = frozenset({SubjectKind.PERSON, SubjectKind.OWN_PERSON})
    """What the subject may be."""
    lead: tuple[str, ...] = ()
    """Words, or word sets, of which one must come right before the subject: `why is`; empty if any may."""
    opens: bool = False
    """Only words without meaning may come before the subject, or the words that lead to it, in its clause."""
    ends: bool = False
    """The phrase must not go on with a noun: `so broke`, not `so broke down`."""
    bare: bool = False
    """The phrase needs no verb first; otherwise it starts with one, or the subject ends in one: `ur`, `he's`."""
    named: bool = False
    """The subject must be a name or a handle: `leo`, `@zed`, not `the healer`."""
