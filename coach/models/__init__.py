"""The nouns of Coach as frozen values; nothing else of ours is imported here."""

from coach.models.category import AudienceWeight, Category, Concern, Weight
from coach.models.family import Family, Progress
from coach.models.lesson import (
    Choice,
    Lesson,
    Option,
    Passage,
    Picture,
    Promise,
    Reader,
    Rewrite,
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
    "MAX_PRIVATE_WORDS",
    "Aim",
    "Audience",
    "AudienceWeight",
    "Catalog",
    "Category",
    "Choice",
    "Concern",
    "Direction",
    "Examples",
    "Family",
    "Flag",
    "FlagSource",
    "Lesson",
    "Mark",
    "MarkedMessage",
    "MarkedText",
    "Message",
    "Option",
    "Passage",
    "Phrase",
    "Picture",
    "Piece",
    "PrivateKind",
    "PrivateWord",
    "Progress",
    "Promise",
    "Reader",
    "Report",
    "Rewrite",
    "Rule",
    "Setting",
    "Step",
    "StepKind",
    "Verdict",
    "Voice",
    "Weight",
    "parse_marks",
]
