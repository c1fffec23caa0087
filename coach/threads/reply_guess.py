"""Guesses what a reply to somebody known only online gives away or goes along with, where no words are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from coach.engine.viewer import VIEWED, Viewer
from coach.models import Audience, Concern, Direction, Message
from coach.models.category import CATEGORY_IDS, directions_of
from coach.models.thread import Between
from coach.threads.phrase_finder import once_for_each
from coach.threads.replies import GivenAway, says_no
from coach.threads.reply_head import as_one, read_reply_head

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language

_ALONE = f"{Concern.GOING_ALONG}/tells-alone"
"""To "anybody with u", a no is what goes along."""
_LONGEST = 200
"""The longest reply, and the longest turn before it, in characters; longer ones say themselves what they mean."""


def guessed(nlp: Language, received: str, reply: str, between: Between) -> GivenAway | None:
    """Return what a reply surely gives away or goes along with because of the turn before; None if nothing.

    Args:
        nlp: Coach's pipeline.
        received: the turn before, by somebody else.
        reply: the child's answer.
        between: how the child knows the other; only online is there anything to guess.
    """
    if between is not Between.ONLINE or not _may_mean(received) or not _may_mean(reply):
        return None
    views = views_of(_viewer(nlp), received, reply)
    sure = read_reply_head().sure(views) if views is not None else {}
    if views is None or not sure:
        return None
    concern = max(sure, key=lambda name: sure[name])
    category = _likeliest(concern, views[-len(VIEWED) :])
    if category.startswith(Concern.GOING_ALONG) and category != _ALONE and says_no(nlp, reply):
        return None
    return GivenAway(category, category, 0, len(reply), 0, len(received), is_guess=True)


def views_of(viewer: Viewer, received: str, reply: str) -> NDArray[np.float32] | None:
    """Return the second reader's views of a turn, of its reply, and of both as one text; None without words."""
    asked = (
        (received, Direction.RECEIVED),
        (reply, Direction.DRAFT),
        (as_one(received, reply), Direction.DRAFT),
    )
    views: list[NDArray[np.float32]] = []
    for text, direction in asked:
        view = viewer.view(Message(text=text, direction=direction, audience=Audience.STRANGER))
        if view is None:
            return None
        views.append(view)
    return np.concatenate(views)


def _may_mean(text: str) -> bool:
    return len(text) <= _LONGEST and any(map(str.isalnum, text))


def _likeliest(concern: str, view: NDArray[np.float32]) -> str:
    """Return the likeliest category of a concern in a draft."""
    found = dict(zip(VIEWED, view, strict=True))
    fitting = (name for name in CATEGORY_IDS if name.startswith(f"{concern}/"))
    return max((name for name in fitting if Direction.DRAFT in directions_of(name)), key=lambda name: found[name])


@once_for_each
def _viewer(nlp: Language) -> Viewer:
    return Viewer(nlp)
