"""What is said about a conversation as a whole, wherever it is shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from textwrap import shorten

from coach.locale import N_, _, ngettext, time_in_words
from coach.models.thread import Turn
from coach.threads.conversation import Conversation
from coach.threads.group_turns import Kindness
from coach.threads.groups import Answered
from coach.threads.opened import OpenedChat
from coach.threads.stage_watch import ShownClimb, ShownStep
from coach.threads.survey import ChatFacts
from coach.threads.watch import Watch
from coach.visible import visible

SOMEBODY = N_("somebody")
"""In the place of a sender without a name."""
_DONE = {
    True: N_("You stood up for {name} ({messages}). That takes courage."),
    False: N_("You were kind to {name} ({messages}). That helps more than it looks."),
}
"""What is said of what the child did, by whether it spoke against what others said."""
_JOINED = N_("You went along with it ({messages}). It happens fast in a group. A kind word to them now still counts.")
"""What is said of a child that laughed along, or took it for a joke."""
_ASKS_AT_HOME = N_("You said that you would ask at home ({messages}). That is the safest thing to do.")
_SAID_NO = N_("You said no ({messages}). You never need a reason for that.")
"""What is said where the child answered somebody who wanted too much."""
_ENDS_EARLY = N_("The file cannot be read to its end: export the chat again for the rest")
_QUOTED = 48
"""The most characters of a message that is quoted in a sentence."""
_LISTED = 20
"""How many unread lines are named in one sentence."""


def on_line(text: str) -> str:
    """Return a name or a phrase on one line, with nothing hidden in it."""
    return visible(text.replace("\t", " ").replace("\n", " "))


def said_of_sender(name: str) -> str:
    """Return the name of a sender, or `somebody`."""
    return on_line(name) or _(SOMEBODY)


def said_of_time(turn: Turn) -> str:
    """Return day and time of a turn, with a comma behind; empty if the file has none."""
    return f"{time_in_words(turn.time)}, " if turn.time else ""


def said_in(turn: Turn) -> str:
    """Return what a turn says; a word in its place if it has no text."""
    return turn.text or (_("(deleted)") if turn.is_deleted else f"({turn.media or _('no words')})")


def said_of_reading(opened: OpenedChat, facts: Iterable[ChatFacts]) -> str:
    """Say how much was read: `412 messages read from 5 people, 3 lines not readable: 17, 88, 201`."""
    chats = list(facts)
    people = {name for chat in chats for name in chat.turns if name}
    words = _("{messages} read from {people}") if people else _("{messages} read, without names")
    read = words.format(messages=_messages(opened.counts["turns"]), people=_people(len(people)))
    return ". ".join(filter(None, (_with_unread(opened, _with_app(opened, read)), said_of_languages(chats))))


def _with_app(opened: OpenedChat, read: str) -> str:
    """Add how many lines nobody wrote, so that those who count find every line."""
    count = opened.counts["app"]
    words = ngettext("1 line that the app wrote itself", "{count:,} lines that the app wrote itself", count)
    return f"{read}, {words.format(count=count)}" if count else read


def said_of_languages(facts: Iterable[ChatFacts]) -> str:
    """Say how many turns are in a language that Coach does not read; empty if there are none."""
    turns = Counter[str]()
    for chat in facts:
        turns.update(chat.other.turns)
    if not turns:
        return ""
    count, languages = turns.total(), ", ".join(map(_, turns))
    words = ngettext(
        "1 message seems to be in a language that Coach does not read: {languages}",
        "{count:,} messages seem to be in a language that Coach does not read: {languages}",
        count,
    )
    return words.format(count=count, languages=languages)


def is_read_in_part(opened: OpenedChat, facts: Iterable[ChatFacts]) -> bool:
    """Return whether there is more in it than Coach could read, so that silence says nothing about the rest."""
    return bool(opened.counts["unread"]) or any(chat.other.turns for chat in facts)


def _with_unread(opened: OpenedChat, read: str) -> str:
    if not opened.counts["unread"]:
        return read
    lines = [f"{one.line}" for one in opened.unread[:_LISTED]]
    more = opened.counts["unread"] - len(lines)
    listed = ", ".join([*lines, _("and {number:,} more").format(number=more)] if more else lines)
    unread = opened.counts["unread"]
    words = ngettext("1 line not readable: {listed}", "{count:,} lines not readable: {listed}", unread)
    said = f"{read}, {words.format(count=unread, listed=listed)}"
    return f"{said}. {_(_ENDS_EARLY)}" if any(one.is_end for one in opened.unread) else said


def said_of_steps(steps: Sequence[ShownStep]) -> Iterator[str]:
    """Say every stage with the words that show it; stages that the same words show share a line."""
    for _turn, shown in groupby(steps, lambda step: step.turn):
        left = list(shown)
        while left:
            longest = max(left, key=lambda step: len(step.phrase))
            same = [step for step in left if step.phrase in longest.phrase]
            left = [step for step in left if step not in same]
            yield _("{stage}: message {number}, \u201c{phrase}\u201d").format(
                stage=" + ".join(step.title for step in same), number=longest.place, phrase=on_line(longest.phrase)
            )


def said_of_climb(climb: ShownClimb) -> str:
    """Return the heading of a staircase; for whoever was taken for the child, the question whether it is."""
    name = said_of_sender(climb.sender)
    if climb.is_mine:
        words = _(
            "{name} writes like somebody who wins trust to misuse it. Is {name} really the child? "
            "If not, start again and choose somebody else. This is what Coach saw:"
        )
        return words.format(name=name)
    return _("Where it turned, with {name}:").format(name=name)


def said_of_banter(opened: OpenedChat, conversation: Conversation) -> str:
    """Say what was looked for in vain in a chat of two who tease both ways; else, or if read in part, empty."""
    if not conversation.is_banter or is_read_in_part(opened, conversation.facts.values()):
        return ""
    return _(
        "Coach looked in every message for a place where it turns, and found none. Both tease, and both laugh. "
        "Does it feel fine to both?"
    )


def said_of_group(watch: Watch, facts: Iterable[ChatFacts]) -> Iterator[str]:
    """Say what the child did for somebody, who was hit by how many, who joined in and stood up; and who hurts."""
    chats = list(facts)
    mine = {name for chat in chats for name in chat.mine}
    for group in watch.groups(chats):
        yield from _said_of_kindness(one for one in group.kindness if one.by in mine)
        for name, by in group.hit_by.items():
            yield _("{name} got unkind words from {people}: {names}.").format(
                name=on_line(name), people=_people(len(by)), names=_with_places(by)
            )
        if group.unnamed:
            yield _("Somebody who is not named got unkind words from {people}: {names}.").format(
                people=_people(len(group.unnamed)), names=_with_places(group.unnamed)
            )
        if joined := {name: turn for name, turn in group.joined.items() if name not in mine}:
            yield _("Joined in: {names}.").format(names=_with_places(_once(joined)))
        if own := [(turn,) for name, turn in group.joined.items() if name in mine]:
            yield _(_JOINED).format(messages=_places(own[0]))
        others = {name: turn for name, turn in group.stood_up.items() if name not in mine}
        if others:
            yield _("Stood up for somebody: {names}.").format(names=_with_places(_once(others)))
    yield from _said_of_safe_answers(watch)
    for one in watch.answered():
        yield _said_of_answer(one, is_mine=one.sender in mine)
    for name, since in watch.hurting():
        yield _("{name} has sounded hurt since message {number} ({messages}).").format(
            name=on_line(name) or _("Somebody"), number=since.first + 1, messages=_messages(since.turns)
        )


def _said_of_safe_answers(watch: Watch) -> Iterator[str]:
    """Say where the child answered somebody who wanted too much in the safest way."""
    for said, turns in zip((_ASKS_AT_HOME, _SAID_NO), watch.safe_answers(), strict=True):
        if turns:
            yield _(said).format(messages=_places(turns))


def _said_of_kindness(done: Iterable[Kindness]) -> Iterator[str]:
    """Say for whom the child spoke up, and to whom it was kind."""
    turns = defaultdict[tuple[str, bool], list[int]](list)
    for one in done:
        turns[one.to, one.is_against].append(one.turn)
    for (to, is_against), places in turns.items():
        yield _(_DONE[is_against]).format(name=on_line(to), messages=_places(places))


def _said_of_answer(one: Answered, *, is_mine: bool) -> str:
    """Say what was answered, with a few of its words, and who did not find it funny."""
    message = _("Message {number} (\u201c{words}\u201d)") if one.joke.strip() else _("Message {number}")
    joke = message.format(number=one.to + 1, words=shorten(on_line(one.joke), _QUOTED, placeholder="\u2026"))
    said = (
        _("{joke}: you answered \u201c{words}\u201d (message {then}). For you it was not funny.")
        if is_mine
        else _("{joke} was answered with \u201c{words}\u201d (message {then}): for {name} it was not funny.")
    )
    return said.format(joke=joke, words=on_line(one.words), then=one.turn + 1, name=said_of_sender(one.sender))


def _people(count: int) -> str:
    return ngettext("1 person", "{count:,} people", count).format(count=count)


def _with_places(turns: Mapping[str, Sequence[int]]) -> str:
    """Name people with the messages that show it: `Leo (message 3), Ada (messages 4, 7)`."""
    return ", ".join(f"{on_line(name)} ({_places(numbers)})" for name, numbers in turns.items())


def _places(turns: Sequence[int]) -> str:
    words = ngettext("message {numbers}", "messages {numbers}", len(turns))
    return words.format(numbers=", ".join(f"{turn + 1:,}" for turn in turns))


def _once(turns: Mapping[str, int]) -> dict[str, tuple[int]]:
    return {name: (turn,) for name, turn in turns.items()}


def _messages(count: int) -> str:
    return ngettext("1 message", "{count:,} messages", count).format(count=count)
