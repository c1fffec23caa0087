"""What the command says about a conversation before it is read: which options would help."""

from __future__ import annotations

from collections.abc import Iterable

from coach.cli.terminal import one_line
from coach.models import Audience
from coach.models.thread import Between
from coach.threads import ChatFacts, Conversation

_MOST_NAMES = 12


def nobody_said_who(facts: Iterable[ChatFacts]) -> str:
    """Ask who the child is, where neither the family nor the file says so; else empty."""
    unknown = [chat for chat in facts if not chat.mine]
    if not unknown:
        return ""
    names = list(dict.fromkeys(one_line(name) for chat in unknown for name in chat.turns if name))
    if not names:
        return "This file does not say who wrote what: each message is read as if it were the child's, and as received."
    more = f", and {len(names) - _MOST_NAMES:,} more" if len(names) > _MOST_NAMES else ""
    listed = ", ".join(names[:_MOST_NAMES]) + more
    return f"Coach does not know which of these is the child: {listed}. Add --me NAME to read each message in its role."


def said_of_knowing(facts: Iterable[ChatFacts], between: Between | None) -> str:
    """Say where the words alone decided that somebody is known only online; else empty."""
    if between or not any(chat.audience(None) is Audience.STRANGER for chat in facts):
        return ""
    return (
        "Read as a chat with somebody known only online, because of the words in it. "
        "If you know them, add --between family or --between friends."
    )


def said_of_maybe_online(conversation: Conversation) -> str:
    """Say which option to try where somebody sounds like one who is known only online; else empty."""
    if not conversation.may_be_online:
        return ""
    return (
        "Some messages ask what somebody known only online may ask. Do you know the others only online? "
        "Add --between online: Coach then reads more carefully."
    )
