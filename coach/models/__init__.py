"""The nouns of Coach as frozen values; nothing else of ours is imported here."""

from coach.models.category import AudienceWeight, Category, Concern, Weight
from coach.models.chat import YOU, Bubble, Chat, Partner, Place, Reply
from coach.models.doors import Doors, DoorSetting, Relation, Visitor, Whose
from coach.models.family import AgeBand, Agreement, Comfort, Family, Member, Progress, Track
from coach.models.lesson import (
    ENGLISH,
    Choice,
    Lesson,
    Option,
    Passage,
    Picture,
    Promise,
    Reader,
    Rewrite,
    Show,
    Sort,
    Sorted,
    Step,
    StepKind,
    Verdict,
)
from coach.models.marks import Mark, MarkedText, parse_marks
from coach.models.message import Audience, Direction, Message
from coach.models.phrase import Phrase, Piece
from coach.models.private_word import MAX_PRIVATE_WORDS, PrivateKind, PrivateWord
from coach.models.report import Flag, FlagSource, Report
from coach.models.rule import Aim, Catalog, Examples, Rule, Setting
from coach.models.voice import MarkedMessage, Voice

__all__ = [
    "ENGLISH",
    "MAX_PRIVATE_WORDS",
    "YOU",
    "AgeBand",
    "Agreement",
    "Aim",
    "Audience",
    "AudienceWeight",
    "Bubble",
    "Catalog",
    "Category",
    "Chat",
    "Choice",
    "Comfort",
    "Concern",
    "Direction",
    "DoorSetting",
    "Doors",
    "Examples",
    "Family",
    "Flag",
    "FlagSource",
    "Lesson",
    "Mark",
    "MarkedMessage",
    "MarkedText",
    "Member",
    "Message",
    "Option",
    "Partner",
    "Passage",
    "Phrase",
    "Picture",
    "Piece",
    "Place",
    "PrivateKind",
    "PrivateWord",
    "Progress",
    "Promise",
    "Reader",
    "Relation",
    "Reply",
    "Report",
    "Rewrite",
    "Rule",
    "Setting",
    "Show",
    "Sort",
    "Sorted",
    "Step",
    "StepKind",
    "Track",
    "Verdict",
    "Visitor",
    "Voice",
    "Weight",
    "Whose",
    "parse_marks",
]
