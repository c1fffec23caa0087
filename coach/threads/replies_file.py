"""Reads questions.toml and replies.toml: the kinds of questions in a chat, and the words of replies."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import Field, ValidationError

from coach.errors import AuthorError
from coach.models import Concern
from coach.models.base import Model
from coach.models.phrase import Phrase
from coach.models.thread import Between
from coach.rules.toml_source import TomlSource, read_toml
from coach.threads.phrase_finder import SETS, read_phrases


class QuestionKind(Model):
    """One kind of question, and what gives the answer away."""

    id: str
    category: str
    with_: tuple[Between, ...] = Field(default=(Between.ONLINE, Between.UNSURE), alias="with", min_length=1)
    """With whom it matters."""
    red_flag: str = Field(default="", alias="red-flag")
    """The category of a received turn that asks for it in words of any kind."""
    open: tuple[str, ...] = ()
    """Questions whose answer is a detail."""
    yes: tuple[str, ...] = ()
    """Questions to which a bare yes is the answer."""
    no: tuple[str, ...] = ()
    """Questions to which a bare no is the answer."""
    wants: tuple[str, ...] = ()
    """The same as `yes`, where the question surely wants it, though no red flag has these words."""
    gives: tuple[str, ...] = ()
    """Words of a reply that give it away."""
    near: tuple[str, ...] = ()
    """Those of them that say that a grown-up is near the child."""
    bare: int = 0
    """The most words of a reply that is only the detail."""
    rarer_than: int = Field(default=0, alias="rarer-than", ge=0, le=2)
    """How common, as `how_common` counts, a word is that names nothing; 0 if the detail need not be a name."""
    digits: int = 0
    """How many digits at least are the detail, however they are grouped; 0 if digits say nothing."""
    is_made_up: bool = Field(default=False, alias="is-made-up")
    """Whether the detail is often a made-up word such as `luna88`, which counts after any other words."""
    is_general: bool = Field(default=False, alias="is-general")
    """Whether its questions may ask for anything, so that the red flags of a turn say more."""
    refusal_wins: bool = Field(default=False, alias="refusal-wins")
    """Whether a refusal takes back all that was said before it: "she told me, but i cant say"."""
    unless: tuple[str, ...] = ()
    """A question with one of these is harmless."""
    promises: tuple[str, ...] = ()
    """Those of them that promise it, and do not say it yet."""
    corrects: tuple[str, ...] = ()
    """Words of a reply that put a guess right: `one less`."""
    evades: tuple[str, ...] = ()
    """Words of a reply that answer nothing here."""
    gives_way: frozenset[str] = Field(default=frozenset(), alias="gives-way")
    """Categories that say it better where the same words give them away too; none may weigh less."""

    @property
    def is_request(self) -> bool:
        """Whether it asks the child to do something, rather than for a detail."""
        return self.category.startswith(Concern.GOING_ALONG)


class AnswerWords(Model):
    """Words around an answer."""

    fillers: tuple[str, ...]
    openers: tuple[str, ...]
    """`i go to`: what comes before the detail."""
    chatter: frozenset[str]
    """Words that a bare detail does not have."""
    name_parts: frozenset[str] = Field(alias="name-parts")
    """Everyday words that names of places and schools are made of."""
    joke_passwords: tuple[str, ...] = Field(alias="joke-passwords")
    """Letters of a made-up password that is a joke: `nicetry`."""


class ReplyManners(Model):
    """How a reply refuses, evades, agrees, denies or asks back."""

    refuses: tuple[str, ...]
    evades: tuple[str, ...]
    agrees: tuple[str, ...]
    """A yes to any question."""
    consents: tuple[str, ...]
    """A yes to a request; to any other question it says nothing."""
    stalls: tuple[str, ...]
    """Words that may begin a yes, and show none: `ok wait`."""
    denies: tuple[str, ...]
    corrects: tuple[str, ...]
    """Words beside a name that put a guess right: `actually`."""
    turns: frozenset[str]
    asks_back: frozenset[str] = Field(alias="asks-back")
    splits: frozenset[str]


class Levels(Model):
    """A number that says how far somebody is in a game."""

    asks: tuple[str, ...]
    """Questions for a level."""
    answers: tuple[str, ...]
    """Replies that are a number and nothing else."""


class Pressing(Model):
    """How somebody presses for what they asked for before."""

    words: tuple[str, ...]


class ReplyWords(Model):
    """All of both files but the word sets."""

    words: AnswerWords
    replies: ReplyManners
    levels: Levels
    pressing: Pressing
    kind: tuple[QuestionKind, ...]


MODES = ("open", "yes", "no", "wants", "unless")
"""How a question asks, and what makes it harmless."""
MANNERS = ("refuses", "evades", "agrees", "consents", "stalls", "denies", "corrects")
"""What a reply does, whatever was asked."""
PARTS = ("gives", "near", "promises", "corrects", "evades")
"""What a reply does with a question of one kind."""


def questions_path() -> Path:
    """Return the file of kinds of questions."""
    return Path(__file__).with_name("questions.toml")


def replies_path() -> Path:
    """Return the file of the words of replies and of word sets."""
    return Path(__file__).with_name("replies.toml")


@cache
def reply_words(questions: Path | None = None) -> ReplyWords:
    """Read the kinds of questions and the words of replies.

    Args:
        questions: the file of the kinds; that of Coach if None.

    Raises:
        AuthorError: a file is invalid.
    """
    source, words = read_toml(questions or questions_path()), read_toml(replies_path())
    said = {key: value for key, value in words.values.items() if key != SETS}
    try:
        return ReplyWords.model_validate({**said, **source.values})
    except ValidationError as error:
        source.add_validation(error, ReplyWords)
        raise AuthorError(source.faults) from error


def question_phrases(questions: Path | None = None) -> list[tuple[str, Phrase]]:
    """Return the phrases of questions, named `school open`, `school unless`, ...

    Raises:
        AuthorError: a phrase is invalid.
    """
    read, words = reply_words(questions), read_toml(replies_path())
    kinds = {f"{kind.id} {mode}": getattr(kind, mode) for kind in read.kind for mode in MODES}
    source = _with_sets(read_toml(questions or questions_path()), words)
    return read_phrases(source, kinds) + read_phrases(
        words, {"levels": read.levels.asks, "presses": read.pressing.words}
    )


def answer_phrases(questions: Path | None = None) -> list[tuple[str, Phrase]]:
    """Return the phrases of replies: of all kinds (`refuses`), and of each (`school gives`).

    Raises:
        AuthorError: a phrase is invalid.
    """
    read, words = reply_words(questions), read_toml(replies_path())
    lists = {name: getattr(read.replies, name) for name in MANNERS}
    lists |= {name: getattr(read.words, name) for name in ("fillers", "openers")} | {"levels": read.levels.answers}
    kinds = {f"{kind.id} {part}": getattr(kind, part) for kind in read.kind for part in PARTS}
    source = _with_sets(read_toml(questions or questions_path()), words)
    return read_phrases(words, lists) + read_phrases(source, kinds)


def _with_sets(source: TomlSource, words: TomlSource) -> TomlSource:
    """Return the kinds of questions with the word sets of the other file."""
    return TomlSource(source.path, source.text, values={**source.values, SETS: words.values[SETS]})
