"""A conversation in, what to look at in it out: each turn in its role, and what the turns add up to."""

from coach.threads.conversation import Conversation
from coach.threads.groups import Answered, Group, HurtingSince
from coach.threads.opened import OpenedChat
from coach.threads.reader import ReadTurn
from coach.threads.replies import GivenAway, gives_away
from coach.threads.survey import ChatFacts
from coach.threads.watch import ShownClimb, ShownStep, Watch

__all__ = [
    "Answered",
    "ChatFacts",
    "Conversation",
    "GivenAway",
    "Group",
    "HurtingSince",
    "OpenedChat",
    "ReadTurn",
    "ShownClimb",
    "ShownStep",
    "Watch",
    "gives_away",
]
