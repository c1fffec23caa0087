"""What a family does after an alarm, said at the end of the walk through a chat."""

from __future__ import annotations

from collections.abc import Iterator

from coach.locale import N_, _
from coach.models.thread import Between
from coach.threads.chat_walk import ChatWalk
from coach.threads.words import said_of_sender

PLAN = N_("This is your plan now:")
PLANNED = (
    N_("1. Don't answer {name} any more."),
    N_("2. Keep this chat. Then block {name}, and report {name} in the app."),
    N_("3. Tell one more grown-up tonight. Who will it be? Say the name now."),
)
KEPT_AT_HOME = N_("2. Keep this chat, and delete nothing.")
"""In place of the second line where somebody of the family wrote, whom a child may not be able to block."""


def planned(walk: ChatWalk) -> Iterator[str]:
    """Yield what to do after an alarm, in three lines below a heading; nothing without one about somebody else."""
    senders = dict.fromkeys(said_of_sender(each.sender) for each in walk.alarms if not each.is_mine)
    if not senders:
        return
    yield _(PLAN)
    name = _(" and ").join(senders)
    for number, words in enumerate(PLANNED):
        said = KEPT_AT_HOME if number == 1 and walk.between is Between.FAMILY else words
        yield _(said).format(name=name)
