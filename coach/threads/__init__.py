"""A conversation in, what to look at in it out: each turn in its role, and what the turns add up to."""

from coach.threads.conversation import Conversation
from coach.threads.group_turns import GroupStory
from coach.threads.groups import Answered, HurtingSince
from coach.threads.opened import OpenedChat
from coach.threads.reader import ReadTurn
from coach.threads.replies import GivenAway, gives_away
from coach.threads.stage_watch import ShownClimb, ShownStep
from coach.threads.survey import ChatFacts
from coach.threads.watch import Watch

__all__ = [
    "Answered",
    "ChatFacts",
    "Conversation",
    "GivenAway",
    "GroupStory",
    "HurtingSince",
    "OpenedChat",
    "ReadTurn",
    "ShownClimb",
    "ShownStep",
    "Watch",
    "gives_away",
]
