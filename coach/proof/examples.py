"""A rule's examples: the messages that prove it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coach.models import Audience, MarkedText, Message, Rule


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a rule."""

    rule: Rule
    marked: MarkedText
    """The message; a near miss has no marks."""
    audience: Audience = Audience.GROUP

    @property
    def key(self) -> str:
        """The list it belongs to: `flags` or `silent`."""
        return "flags" if self.marked.marks else "silent"

    @property
    def message(self) -> Message:
        """The message, in a direction that its rule applies to."""
        return Message(text=self.marked.text, direction=self.rule.direction, audience=self.audience)


def examples_of(rules: Iterable[Rule]) -> Iterator[Example]:
    """List all examples of these rules, in order."""
    for rule in rules:
        for examples in (rule.examples, *rule.elsewhere):
            yield from (Example(rule, marked, examples.audience) for marked in examples.flags)
            yield from (Example(rule, MarkedText(text=text), examples.audience) for text in examples.silent)
