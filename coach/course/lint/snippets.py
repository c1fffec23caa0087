"""The snippets of text in a lesson: each with its line, its reader and its longest allowed length."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coach.models import Lesson, Reader, Step

MAX_TITLE, MAX_GOAL, MAX_HEADING = 60, 140, 60
MAX_OPTION = 66
MAX_ANSWER = 200
MAX_BOX, MAX_ITEM, MAX_ITEM_ANSWER = 14, 50, 160
MAX_NAME, MAX_BUBBLE, MAX_REPLY, MAX_TEACHES = 16, 100, 60, 220
MAX_TICK = 66
MAX_PROMISE = 140
MAX_DRAFT = 200
MAX_FIRST_WORDS = 100
"""All lengths are in characters and fit a screen of 80 by 24."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """One snippet of a lesson."""

    what: str
    """What it is: `an option`."""
    text: str
    line: int
    """Its line, or one above it."""
    longest: int
    """The most characters allowed."""
    reader: Reader | None = Reader.CHILD
    """Who reads it; None if its reading grade does not matter."""


def head_of(lesson: Lesson) -> Iterator[Snippet]:
    """List the snippets that describe the lesson as a whole."""
    yield Snippet("a title", lesson.title, 1, MAX_TITLE, None)
    yield Snippet("a goal", lesson.goal, 1, MAX_GOAL, Reader.PARENT)


def practice_of(step: Step) -> Iterator[Snippet]:
    """List the snippets of a step that are not in a passage."""
    yield Snippet("a heading", step.heading, step.line, MAX_HEADING, None)
    for option in step.choice.options if step.choice else ():
        yield Snippet("an option", option.text, option.line, MAX_OPTION)
        yield Snippet("an answer", option.answer, option.line, MAX_ANSWER)
    yield from _rewrite(step)
    yield from _sort(step)
    yield from _chat(step)
    for item in step.show.items if step.show else ():
        yield Snippet("a thing to do", item, step.show.line if step.show else 0, MAX_TICK, Reader.PARENT)
    yield from _together(step)
    if step.promise:
        yield Snippet("a promise", step.promise.child, step.promise.line, MAX_PROMISE)
        yield Snippet("a promise", step.promise.parent, step.promise.line, MAX_PROMISE, Reader.PARENT)


def _rewrite(step: Step) -> Iterator[Snippet]:
    if step.rewrite:
        for start in step.rewrite.starts:
            yield Snippet("a draft", start, step.rewrite.line, MAX_DRAFT, None)
        yield Snippet("a hint", step.rewrite.hint, step.rewrite.line, MAX_ANSWER)
        yield Snippet("a solution", step.rewrite.solution, step.rewrite.line, MAX_DRAFT, None)
        for answer in (*step.rewrite.passes, *step.rewrite.fails):
            yield Snippet("a sample answer", answer.text, answer.line, MAX_DRAFT, None)


def _sort(step: Step) -> Iterator[Snippet]:
    for box in step.sort.boxes if step.sort else ():
        yield Snippet("a box", box, step.sort.line if step.sort else 0, MAX_BOX, None)
    for item in step.sort.items if step.sort else ():
        yield Snippet("a thing to sort", item.text, item.line, MAX_ITEM)
        yield Snippet("an answer", item.answer, item.line, MAX_ITEM_ANSWER)


def _chat(step: Step) -> Iterator[Snippet]:
    if step.chat:
        yield Snippet("a name", step.chat.name, step.chat.line, MAX_NAME, None)
    for place in step.chat.places if step.chat else ():
        for bubble in place.bubbles:
            yield Snippet("a day", bubble.when, bubble.line, MAX_NAME, None)
            yield Snippet("a message", bubble.text, bubble.line, MAX_BUBBLE)
        for answer in (*place.own.passes, *place.own.fails) if place.own else ():
            yield Snippet("a sample answer", answer.text, answer.line, MAX_DRAFT, None)
        for reply in place.replies:
            yield Snippet("a reply", reply.text, reply.line, MAX_REPLY)
        if place.teaches:
            yield Snippet("an ending", place.teaches, place.line, MAX_TEACHES)


def _together(step: Step) -> Iterator[Snippet]:
    for line in step.received.lines if step.received else ():
        yield Snippet("a message", line.text, line.line, MAX_BUBBLE, None)
        if line.reason:
            yield Snippet("a reason", line.reason, line.line, MAX_ANSWER)
    for way in step.decide.ways if step.decide else ():
        yield Snippet("a way", way.text, way.line, MAX_OPTION)
        yield Snippet("an answer", way.answer, way.line, MAX_ANSWER)
    yield from _tell(step)
    if step.duel:
        yield Snippet("a draft", step.duel.start, step.duel.line, MAX_DRAFT, None)
        for answer in (*step.duel.passes, *step.duel.fails):
            yield Snippet("a sample answer", answer.text, answer.line, MAX_DRAFT, None)


def _tell(step: Step) -> Iterator[Snippet]:
    if step.tell:
        yield Snippet("a line to say", step.tell.says, step.tell.line, MAX_DRAFT)
        yield Snippet("a line to swap", step.tell.swap, step.tell.line, MAX_DRAFT, Reader.PARENT)
        for way in step.tell.ways:
            yield Snippet("first words", way.text, way.line, MAX_FIRST_WORDS, Reader.PARENT)
            yield Snippet("an answer", way.answer, way.line, MAX_ANSWER, Reader.PARENT)
        for answer in (*step.tell.passes, *step.tell.fails):
            yield Snippet("a sample answer", answer.text, answer.line, MAX_DRAFT, None)
