"""What is said about a conversation as a whole, in text and on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coach.cli.terminal import counted, one_line
from coach.models import Audience
from coach.models.thread import Between, Turn
from coach.threads import ChatFacts, Watch

_MOST_NAMES = 12


def said_of_time(turn: Turn) -> str:
    """Return day and time of a turn, with a comma behind; empty if the file has none."""
    return f"{turn.time:%a} {turn.time.day} {turn.time:%b %Y, %H:%M}, " if turn.time else ""


def nobody_said_who(facts: Iterable[ChatFacts]) -> str:
    """Ask who the child is, where neither the family nor the file says so; else empty."""
    unknown = [chat for chat in facts if not chat.mine]
    if not unknown:
        return ""
    names = list(dict.fromkeys(one_line(name) for chat in unknown for name in chat.turns if name))
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


def said_of_group(watch: Watch, facts: Iterable[ChatFacts]) -> Iterator[str]:
    """Say who was hit by how many, who joined in, and who stood up for them; and since when a friend hurts."""
    for group in watch.groups(facts):
        for name, by in group.hit_by.items():
            yield f"{one_line(name)} got unkind words from {_people(len(by))}: {_listed(by)}."
        if group.joined:
            yield f"Joined in: {_listed(group.joined)}."
        if group.stood_up:
            yield f"Stood up for somebody: {_listed(group.stood_up)}."
    for one in watch.answered():
        said = f"Message {one.to} was answered with \u201c{one_line(one.words)}\u201d (message {one.turn})"
        yield f"{said}: for them it was not funny."
    for name, since in watch.hurting():
        times = counted(since.turns, "message")
        yield f"{one_line(name) or 'Somebody'} has sounded hurt since message {since.first} ({times})."


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count:,} people"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(one_line(name) for name in names)
