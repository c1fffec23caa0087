"""Reads one file of the corpus."""

from __future__ import annotations

import re

from coach.models import Audience, Direction, Mark, MarkedMessage, MarkedText, Voice, parse_marks
from coach.models.category import CATEGORY_NAMES, directions_of
from coach.source import Source

_CONCERNS = {name: concern for concern, names in CATEGORY_NAMES.items() for name in names}
_KEYS = {"voice": True, "about": True, "closed": False}
_WORD = re.compile(r"[\w']+")
_MARK = re.compile(r"\[[^\[\]]+\]\([a-z-]+\)")


class VoiceFile:
    """Reads one voice and records faults in its source."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.lines = source.lines
        self._messages: list[MarkedMessage] = []
        self._section: str | None = None
        self._direction: Direction | None = None
        self._audience = Audience.GROUP
        self._seen: dict[str, int] = {}

    def read(self) -> Voice:
        """Read the voice.

        Raises:
            AuthorError: the file is invalid.
        """
        end = self._front_matter_end()
        found = self._read_keys(end)
        for number, line in enumerate(self.lines[end:], end + 1):
            if line.strip():
                self._read_line(number, line)
        self.source.raise_faults()
        return Voice(
            name=found["voice"], about=found["about"], is_closed="closed" in found, messages=tuple(self._messages)
        )

    def _fault(self, line: int, problem: str, fix: str, column: int = 1) -> None:
        self.source.fault(line, problem, fix, column)

    def _front_matter_end(self) -> int:
        if self.lines[0].rstrip() == "---":
            for number, line in enumerate(self.lines[1:], 2):
                if line.rstrip() == "---":
                    return number
        self._fault(1, "the front matter is missing", "start the file with `---`, voice, about and `---`")
        return 0

    def _read_keys(self, end: int) -> dict[str, str]:
        if not end:
            return {}
        found = self.source.key_values(2, self.lines[1 : end - 1], _KEYS)
        if found.get("voice", self.source.path.stem) != self.source.path.stem:
            self._fault(self.source.line_of("voice:"), "voice and file have different names", "use the same name")
        if found.get("closed", "yes") != "yes":
            self._fault(self.source.line_of("closed:"), "`closed` can only be `yes`", "write yes, or delete the line")
        return found

    def _read_line(self, number: int, line: str) -> None:
        if line.startswith("## "):
            self._read_section(number, line[3:].strip())
        elif not line.startswith("- "):
            self._fault(number, "neither a section nor a message", "start each message with `- `")
        elif self._section is None:
            self._fault(number, "a message before any section", "write `## draft` or `## received` above it")
        elif self._direction is not None:
            self._read_message(number, line, self._direction)

    def _read_section(self, number: int, name: str) -> None:
        self._section = name
        way, _, reader = name.partition(" ")
        self._direction = Direction(way) if way in set(Direction) else None
        self._audience = Audience(reader) if reader in set(Audience) else Audience.GROUP
        if self._direction is None:
            self._fault(number, f"unknown section `{name}`", "use `## draft` or `## received`", 4)
        elif reader and reader not in set(Audience):
            self._fault(number, f"unknown audience `{reader}`", f"use one of: {', '.join(Audience)}", 5 + len(way))

    def _read_message(self, number: int, line: str, direction: Direction) -> None:
        try:
            marked = parse_marks(line[2:].strip())
        except ValueError as error:
            without = _MARK.sub(lambda mark: " " * len(mark[0]), line)
            at = min(without.find(bracket) % (len(line) + 1) for bracket in "[]")
            self._fault(number, str(error), "complete the mark, or remove the bracket", at + 1)
            return
        columns = [at + 1 for at, char in enumerate(line) if char == "["]
        for mark, column in zip(marked.marks, columns, strict=True):
            self._check_mark(number, column, marked.text, mark, direction)
        self._check_repeat(number, marked)
        self._messages.append(
            MarkedMessage(
                text=marked.text, marks=marked.marks, direction=direction, audience=self._audience, line=number
            )
        )

    def _check_mark(self, number: int, column: int, text: str, mark: Mark, direction: Direction) -> None:
        concern = _CONCERNS.get(mark.category)
        if concern is None:
            self._fault(number, f"unknown category `{mark.category}`", "use one from GUIDE.md", column)
        elif direction not in directions_of(f"{concern}/{mark.category}"):
            fix = "move the message to another section, or remove the mark"
            self._fault(number, f"`{mark.category}` is not used in {direction} messages", fix, column)
        phrase = text[mark.start : mark.end]
        if phrase != phrase.strip():
            self._fault(number, "the mark starts or ends with a space", "move the space out of it", column)
        if _cuts_a_word(text, mark.start) or _cuts_a_word(text, mark.end):
            self._fault(number, f"the mark splits a word: `{phrase}`", "mark whole words", column)

    def _check_repeat(self, number: int, marked: MarkedText) -> None:
        if not marked.text:
            self._fault(number, "the message is empty", "write it, or delete the bullet")
        first = self._seen.setdefault(_plain_words(marked.text), number)
        if first != number:
            self._fault(number, f"duplicate message: also on line {first}", "rephrase one of the two")


def _cuts_a_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _plain_words(text: str) -> str:
    return " ".join(_WORD.findall(text.lower().replace("’", "'"))) or text
