"""What somebody asked of the child and the child has not answered yet.

A request stays open while they press for it: behind "send me a pic" and "if u dont ill be sad", "ok one sec" is a yes
to the picture, whatever the child said in between and whatever gift was named beside it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING

from coach.models import Concern
from coach.threads.replies import GivenAway, gives_away, gives_away_later, presses, requests

if TYPE_CHECKING:
    from spacy.language import Language

    from coach.engine import Recall
    from coach.models.thread import Between

_MOST = 3
"""How many turns of others, one after the other, an answer may answer."""


class Unanswered:
    """The turns of others since the child's last one, and the request that is still open."""

    def __init__(self) -> None:
        self._turns = deque[str](maxlen=_MOST)
        self._open = ""

    @property
    def latest(self) -> str:
        """The turn right before the child's; empty if the child wrote last."""
        return self._turns[-1] if self._turns else ""

    def hear(self, text: str) -> None:
        """Take note of a turn of somebody else."""
        self._turns.append(text)

    def answered(self, nlp: Language, reply: str, between: Between, recall: Recall) -> Iterator[tuple[GivenAway, ...]]:
        """Yield what a reply gives away by each of the turns before, the latest first, and close what it answers."""
        given, is_pressed = list[tuple[GivenAway, ...]](), True
        for ago, question in enumerate(reversed(self._turns)):
            looks = gives_away if is_pressed or not ago else gives_away_later
            given.append(looks(nlp, question, reply, between, recall))
            is_pressed = is_pressed and presses(nlp, question)
        if self._open and self._turns and is_pressed:
            again = gives_away(nlp, self._open, reply, between, recall)
            given.append(tuple(one for one in again if one.category.startswith(Concern.GOING_ALONG)))
        self._keep_open(nlp, between, is_given=any(map(_goes_along, given)), is_pressed=is_pressed)
        yield from given

    def _keep_open(self, nlp: Language, between: Between, *, is_given: bool, is_pressed: bool) -> None:
        if self._turns:
            kept = self._open if is_pressed else ""
            request = next((one for one in reversed(self._turns) if requests(nlp, one, between)), kept)
            self._open = "" if is_given else request
            self._turns.clear()


def _goes_along(given: tuple[GivenAway, ...]) -> bool:
    return any(one.category.startswith(Concern.GOING_ALONG) for one in given)
