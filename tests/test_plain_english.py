"""Strings, docstrings and pages are plain English: the worst habits of translated English are refused."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

import pytest

ROOT = Path(__file__).parents[1]
EXEMPT: tuple[str, ...] = ()
"""Folders and pages that are not in plain English yet; take one out once it is."""
PAGES = ("README.md", ".github/**/*.md", "coach/**/README.md", "lessons/README.md")
_QUOTED = re.compile(r"```.*?```|`[^`\n]*`|\"[^\"\n]*\"", re.DOTALL)
"""Code, and what somebody is quoted with."""
_PRONOUN = r"(?:anybody|anyone|everybody|it|nobody|nothing|somebody|that|the page|this|what|which)"
HABITS = {
    "is no": re.compile(
        r"(?<!there )(?<!where )\b(?:is|are) no (?!longer\b|more\b|less\b|matter\b|doubt\b|one\b|other\b)",
        re.IGNORECASE,
    ),
    "mend": re.compile(r"\bmend(?:s|ed|ing)?\b", re.IGNORECASE),
    "stands": re.compile(
        r"\bstands?\b(?! (?:for|by|up|out|still|alone)\b)(?<!to stand)|\bstanding (?:in|on|above|below|beside)\b",
        re.IGNORECASE,
    ),
    "told": re.compile(
        rf"\b(?:is|are|was|were|be|been) told\b|\btold (?:at once|of|with)\b|\b{_PRONOUN} tells? (?:what|which|whether|how|where|it)\b"
        r"|\bno longer told\b|\btells of\b",
        re.IGNORECASE,
    ),
}
"""What is refused, by name; natural uses are left out of each pattern."""


def habits_in(text: str) -> list[str]:
    """List the bad habits in a text, ignoring quoted code and quotations."""
    prose = _QUOTED.sub("", text)
    return [f"{name}: {found[0]!r}" for name, habit in HABITS.items() for found in habit.finditer(prose)]


def sentences_of(source: str) -> Iterator[tuple[int, str]]:
    """Yield every string of a module with its line, except values in f-strings and word lists (`words("...")`)."""
    tree = ast.parse(source)
    lists = {id(one) for node in ast.walk(tree) if is_word_list(node) for one in node.args}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in lists:
            yield node.lineno, node.value


def is_word_list(node: ast.AST) -> TypeGuard[ast.Call]:
    """Return whether a node calls `words`, which splits a string into single words of children's messages."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "words"


def modules() -> list[Path]:
    """List our modules outside the exempt folders."""
    found = (path.relative_to(ROOT) for path in sorted((ROOT / "coach").rglob("*.py")))
    return [path for path in found if not path.as_posix().startswith(EXEMPT)]


def pages() -> list[Path]:
    """List our Markdown pages outside the exempt folders."""
    found = (path.relative_to(ROOT) for pattern in PAGES for path in sorted(ROOT.glob(pattern)))
    return [path for path in found if not path.as_posix().startswith(EXEMPT)]


@pytest.mark.parametrize("module", modules(), ids=Path.as_posix)
def test_strings_and_docstrings(module: Path) -> None:
    source = (ROOT / module).read_text(encoding="utf-8")
    assert [(line, habit) for line, text in sentences_of(source) for habit in habits_in(text)] == []


@pytest.mark.parametrize("page", pages(), ids=Path.as_posix)
def test_pages(page: Path) -> None:
    assert habits_in((ROOT / page).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("text", "habit"),
    [
        ("this is no file", "is no"),
        ("'0' is no number of processes", "is no"),
        ("a square bracket that is no mark", "is no"),
        ("how to mend it", "mend"),
        ("faults with lines and mends", "mend"),
        ("everything is mended", "mend"),
        ("this phrase stands here twice", "stands"),
        ("where the rules stand", "stands"),
        ("`x` cannot stand here", "stands"),
        ("everything wrong is told at once", "told"),
        ("so many faults are told", "told"),
        ("empty where nothing tells what it is", "told"),
        ("What tells whether a step is the same", "told"),
    ],
)
def test_a_planted_habit_is_caught(text: str, habit: str) -> None:
    for source in (f"{text!r}", f"def f():\n    {text!r}", f"print(f{text + ': {x}'!r})"):
        found = [each for _, string in sentences_of(source) for each in habits_in(string)]
        assert [each.split(":")[0] for each in found] == [habit]


def test_word_lists_are_left_alone_but_not_what_is_beside_them() -> None:
    assert list(sentences_of("words('it stands')\nf('it stands')")) == [(2, "it stands")]


def test_a_habit_before_a_value_is_caught() -> None:
    ((_, text),) = [each for each in sentences_of("f'{name!r} is no {kind}'") if "no" in each[1]]
    assert habits_in(text) == ["is no: 'is no '"]


@pytest.mark.parametrize(
    "text",
    [
        "there is no step",
        "it is no longer needed",
        "I'm glad you told me. Who shall we tell?",
        "tell a grown-up you trust",
        "somebody who stands up for you",
        "a code that stands for a character",
        '"this is no joke" is quoted',
        "amend the commit",
    ],
)
def test_natural_english_is_left_alone(text: str) -> None:
    assert habits_in(text) == []


def test_exempt_folders_exist() -> None:
    assert [folder for folder in EXEMPT if not (ROOT / folder).exists()] == []
