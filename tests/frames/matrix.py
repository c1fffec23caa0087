"""Make messages from frames, subjects and words, and the calm twin of each kind."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Subject(NamedTuple):
    """A subject, and the verb that goes with it."""

    words: str
    be: str = "is"
    look: str = "looks"


SUBJECTS = (
    Subject("you", "are", "look"),
    Subject("she"),
    Subject("Anjali"),
    Subject("callum"),
    Subject("Wrenlee"),
    Subject("@callum.b"),
    Subject("the new goalie"),
    Subject("your cousin"),
    Subject("whoever drew that"),
    Subject("everyone in 9c"),
    Subject("the lad with the blue rucksack"),
    Subject("that girl who sits by the door"),
    Subject("those three", "are", "look"),
    Subject("his mates", "are", "look"),
    Subject("Mrs Okafor"),
    Subject("anjali and callum", "are", "look"),
    Subject("the boy from number 12"),
    Subject("ostrum"),
    Subject("lil kyro"),
    Subject("half of 10c"),
    Subject("that lad off the tram"),
    Subject("my seat partner"),
)
THINGS = (
    "the bus",
    "my hair",
    "our car",
    "this level",
    "the printer",
    "my dog",
    "the weather",
    "it",
    "the zip on my bag",
)
ADJECTIVES = ("hideous", "smelly", "thick", "pathetic", "broke", "two faced", "friendless", "minging", "useless")
NOUNS = ("muppet", "snitch", "minger", "povvo", "loner", "coward", "waste of space")
CALM = ("kind", "early", "brilliant at chess", "left handed", "lovely", "taller than me", "in my form")
FANS = ("snake lover", "charity shop fan", "clown fish owner", "goblin costume collector")
"""Calm names whose first half may hurt."""


def unkind() -> Iterator[str]:
    """Yield every crossing of frame, subject and unkind word."""
    for who in SUBJECTS:
        for word in ADJECTIVES:
            yield f"{who.words} {who.be} {word}"
            yield f"honestly {who.words} {who.be} so {word} lol"
            yield f"why {who.be} {who.words} so {word}"
            yield f"imagine being as {word} as {who.words}"
            yield f"only {who.words} could be this {word}"
            yield f"{who.words} {who.look} so {word} today"
            yield f"everyone knows {who.words} {who.be} {word}"
            yield f"cant believe how {word} {who.words} {who.be}"
            yield f"what makes {who.words} so {word}"
            yield f"{word} is the only word for {who.words}"
            yield f"cant believe {who.words} {who.be} so {word}"
            yield f"name someone more {word} than {who.words}"
            yield f"{who.words} really think they arent {word}"
            yield f"tell {who.words} theyre {word}"
            yield f"trust {who.words} to be {word}"
            yield f"petition for {who.words} to stop being so {word}"
            yield f"if {word} was a person it would be {who.words}"
            yield f"not {who.words} being so {word} 💀"
        for word in NOUNS:
            yield f"not {who.words} being such a {word} 💀"
            yield f"{who.words} {who.be} a bit of a {word}"
            yield f"{who.words} {who.be} such a {word}"
            yield f"{who.words} {who.be} a total {word}"
            yield f"{who.words} the {word} strikes again"
            yield f"why {who.be} {who.words} such a {word}"
            yield f"{who.words} turned out to be a {word}"
            yield f"{who.words} {who.be} nothing but a {word}"
            yield f"cant believe what a {word} {who.words} {who.be}"
            yield f"no one is a bigger {word} than {who.words}"
            yield f"imagine being a {word} like {who.words}"
            yield f"{who.words} might be the biggest {word} alive"
            yield f"there goes {who.words} the {word}"
            yield f"if a {word} was a person it would be {who.words}"


def calm() -> Iterator[str]:
    """Yield the twins: a thing, oneself, a denial, a report, a calm word."""
    for thing in THINGS:
        yield from (f"{thing} is so {word}" for word in ADJECTIVES)
    for word in ADJECTIVES:
        yield f"i am so {word}"
    for who in SUBJECTS:
        for word in CALM:
            yield f"{who.words} {who.be} {word}"
            yield f"cant believe {who.words} {who.be} so {word}"
            yield f"tell {who.words} theyre {word}"
            yield f"trust {who.words} to be {word}"
            yield f"not {who.words} being so {word} 💀"
        for word in FANS:
            yield f"{who.words} {who.be} such a {word}"
            yield f"no one is a bigger {word} than {who.words}"
            yield f"imagine being a {word} like {who.words}"
        for word in ADJECTIVES:
            yield f"{who.words} {who.be} far from {word}"
            yield f"{who.words} {who.be} not {word}"
            yield f"i never said {who.words} {who.be} {word}"
            yield f"stop saying {who.words} {who.be} {word}"
        for word in NOUNS:
            yield f"{who.words} {who.be} not a {word}"
            yield f"{who.words} {who.be} not a bit of a {word}"
            yield f"{who.words} {who.be} anything but a {word}"


def sample(texts: Sequence[str], count: int) -> list[str]:
    """Return the same `count` of them on every run."""
    return random.Random(18).sample(texts, count)
