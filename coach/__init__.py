"""Coach: a parent and a child practise kind and careful messages together.

    coach.check("ur so ugly", audience="public")    a Report
    coach.load()                                    the spaCy Language behind it

Importing this package costs nothing; spaCy is imported at the first call.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

    from coach.corpus.score.tally import CheckAll
    from coach.models import PrivateWord, Report

__all__ = ["check", "load"]


def load(*, private_words: Iterable[PrivateWord] = (), second_reader: bool = True) -> Language:
    """The spaCy Language that reads messages by the rules that Coach ships.

    Reports stand on `doc._.coach`, flagged spans on `doc.spans["coach"]`.

    Args:
        private_words: what a family keeps to itself; drafts that hold it are flagged.
        second_reader: whether the trained second reader looks for what no rule foresaw, or the rules look alone.

    Raises:
        AuthorError: a rule file is wrong.
        CoachError: the second reader's model is missing or broken.
    """
    with _collecting_nothing():
        from coach.engine import build
        from coach.engine.second_reader import read_weights
        from coach.rules_at_hand import rules_at_hand

        return build(rules_at_hand(), private_words, weights=read_weights() if second_reader else None)


def load_check_all(*, private_words: Iterable[PrivateWord] = (), second_reader: bool = True) -> CheckAll:
    """Return `check_all` for the Language that `load` builds; takes the same arguments and raises the same errors."""
    nlp = load(private_words=private_words, second_reader=second_reader)
    from coach.engine import check_all  # not before `load`, which looks for no garbage while spaCy is imported

    return partial(check_all, nlp)


@contextmanager
def _collecting_nothing() -> Iterator[None]:
    """No garbage is looked for: of what is made here all is kept, and looking through it takes a fifth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def check(text: str, *, direction: str = "draft", audience: str = "group", second_reader: bool = True) -> Report:
    """The report on one message.

    Args:
        text: the message.
        direction: `draft` (about to be sent) or `received`.
        audience: who will read it: `public`, `group`, `friend` or `stranger`.
        second_reader: whether the trained second reader looks for what no rule foresaw, or the rules look alone.

    Raises:
        ValueError: `direction` or `audience` is none of these.
    """
    from coach.engine import check as check_message
    from coach.models import Audience, Direction, Message

    message = Message(text=text, direction=Direction(direction), audience=Audience(audience))
    return check_message(load_once(second_reader=second_reader), message)


@cache
def load_once(*, second_reader: bool = True) -> Language:
    """The Language behind `check`, loaded at the first call."""
    return load(second_reader=second_reader)
