"""What is said about a conversation as a whole, wherever it is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from coach.models.thread import Turn
from coach.threads.opened import OpenedChat
from coach.threads.stage_watch import ShownClimb, ShownStep
from coach.threads.survey import ChatFacts
from coach.threads.watch import Watch
from coach.visible import visible

SOMEBODY = "somebody"
"""In the place of a sender without a name."""
_ENDS_EARLY = "The file cannot be read to its end: export the chat again for the rest"
_LISTED = 20
"""How many unread lines are named in one sentence."""


def on_line(text: str) -> str:
    """Return a name or a phrase on one line, with nothing hidden in it."""
    return visible(text.replace("\t", " ").replace("\n", " "))


def said_of_sender(name: str) -> str:
    """Return the name of a sender, or `somebody`."""
    return on_line(name) or SOMEBODY


def said_of_time(turn: Turn) -> str:
    """Return day and time of a turn, with a comma behind; empty if the file has none."""
    return f"{turn.time:%a} {turn.time.day} {turn.time:%b %Y, %H:%M}, " if turn.time else ""


def said_in(turn: Turn) -> str:
    """Return what a turn says; a word in its place if it has no text."""
    return turn.text or ("(deleted)" if turn.is_deleted else f"({turn.media or 'no words'})")


def said_of_reading(opened: OpenedChat, facts: Iterable[ChatFacts]) -> str:
    """Say how much was read: `412 messages read from 5 people, 3 lines not readable: 17, 88, 201`."""
    chats = list(facts)
    people = {name for chat in chats for name in chat.turns}
    read = f"{_counted(opened.counts['turns'], 'message')} read from {_people(len(people))}"
    return ". ".join(filter(None, (_with_unread(opened, read), said_of_languages(chats))))


def said_of_languages(facts: Iterable[ChatFacts]) -> str:
    """Say how many turns are in a language that Coach does not read; empty if there are none."""
    turns = Counter[str]()
    for chat in facts:
        turns.update(chat.other.turns)
    if not turns:
        return ""
    languages = " and ".join([", ".join(list(turns)[:-1]), *list(turns)[-1:]]).removeprefix(" and ")
    seem = "seems" if turns.total() == 1 else "seem"
    return f"{_counted(turns.total(), 'message')} {seem} to be in {languages}, which Coach does not read"


def is_read_in_part(opened: OpenedChat, facts: Iterable[ChatFacts]) -> bool:
    """Return whether there is more in it than Coach could read, so that silence says nothing about the rest."""
    return bool(opened.counts["unread"]) or any(chat.other.turns for chat in facts)


def _with_unread(opened: OpenedChat, read: str) -> str:
    if not opened.counts["unread"]:
        return read
    lines = [f"{one.line}" for one in opened.unread[:_LISTED]]
    more = opened.counts["unread"] - len(lines)
    listed = ", ".join([*lines, f"and {more:,} more"] if more else lines)
    said = f"{read}, {_counted(opened.counts['unread'], 'line')} not readable: {listed}"
    return f"{said}. {_ENDS_EARLY}" if any(one.is_end for one in opened.unread) else said


def said_of_step(step: ShownStep) -> str:
    """Say a stage with the words that show it."""
    return f"{step.stage.title}: message {step.turn}, \u201c{on_line(step.phrase)}\u201d"


def said_of_climb(climb: ShownClimb) -> str:
    """Return the heading of a staircase; for whoever was taken for the child, the question whether it is."""
    name = said_of_sender(climb.sender)
    if climb.is_mine:
        return f"{name} writes like somebody who wins trust to misuse it. Is {name} the child? If not, choose again:"
    return f"Where it turned, with {name}:"


def said_of_group(watch: Watch, facts: Iterable[ChatFacts]) -> Iterator[str]:
    """Say who was hit by how many, who joined in, and who stood up for them; and since when a friend hurts."""
    for group in watch.groups(facts):
        for name, by in group.hit_by.items():
            yield f"{on_line(name)} got unkind words from {_people(len(by))}: {_names(by)}."
        if group.joined:
            yield f"Joined in: {_names(group.joined)}."
        if group.stood_up:
            yield f"Stood up for somebody: {_names(group.stood_up)}."
    for one in watch.answered():
        said = f"Message {one.to} was answered with \u201c{on_line(one.words)}\u201d (message {one.turn})"
        yield f"{said}: for them it was not funny."
    for name, since in watch.hurting():
        times = _counted(since.turns, "message")
        yield f"{on_line(name) or 'Somebody'} has sounded hurt since message {since.first} ({times})."


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count:,} people"


def _names(names: Iterable[str]) -> str:
    return ", ".join(on_line(name) for name in names)


def _counted(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number:,} {what}s"
