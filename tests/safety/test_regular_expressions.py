"""No regular expression of Coach can blow up: each is taken apart, and each is fed what would make it.

Python's matcher goes back. It takes exponential time where an unbounded repeat stands inside another one and the text
can be shared out between the two in many ways, and quadratic time where it begins anew at every character of a long run.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
sre: Any = import_module("re._parser")
UNBOUNDED = 50
"""So many times or more is as bad as without end."""
ALPHABET = "".join(map(chr, range(1, 127))) + "\u00a0éß–’…☺🤡"
PUMPS = [*"a1 -.'\"*(/@#:,\t\n", "a ", "a.", "1-", "é", "🤡", "a'", "12 ", "A", "my ", "code "]
LENGTH = 6_000
SLOW = 0.25
"""Seconds of one search in so short a text; a linear one takes some milliseconds, a quadratic one more."""
COLLECT = """
import re, sys, json, pkgutil, importlib
real, found = re.compile, []
def spy(pattern, flags=0):
    compiled = real(pattern, flags)
    if sys._getframe(1).f_globals.get("__name__", "").startswith("coach") and isinstance(pattern, str):
        found.append((sys._getframe(1).f_globals["__name__"], pattern, int(compiled.flags)))
    return compiled
re.compile = spy
import coach
for module in pkgutil.walk_packages(coach.__path__, "coach."):
    if not module.name.endswith("__main__"):
        try:
            importlib.import_module(module.name)
        except ModuleNotFoundError as error:
            assert error.name in {"onnx", "safetensors", "torch", "textual_serve", "aiohttp"}, error
import gc
from coach.engine.details.lazy_regex import Expression
for one in gc.get_objects():
    if isinstance(one, Expression):
        found.append(("coach.engine", one.pattern, int(real(one.pattern, one.flags).flags)))
print(json.dumps(found))
"""
MADE_OF_DATA = {
    "coach/chats/game_log_minecraft.py",  # those of its table, for one line
    "coach/chats/game_log_roblox.py",  # likewise
    "coach/chats/google_chat.py",  # the escaped name of a folder, for the name of a file
    "coach/chats/imessage_text.py",  # those of its table, for one line
    "coach/chats/instagram.py",  # those of its table with the escaped name of a sender, for one message
    "coach/counsel/rewrites.py",  # an escaped word, for one clause of bounded length
    "coach/counsel/templates.py",  # the pieces of a template, for one clause of bounded length
    "coach/course/wording.py",  # escaped words with spaces between
    "coach/engine/details/address.py",  # a kind of street, against a constant that larger expressions hold too
    "coach/engine/details/school.py",  # a kind of school, likewise
    "coach/engine/details/lazy_regex.py",  # one that is compiled late; `COLLECT` finds them all
    "coach/engine/details/private_words.py",  # the escaped parts of a private word
    "coach/engine/reader/going_along.py",  # those of its table, for one sentence of bounded length
    "coach/engine/text/ears.py",  # those of its table, for one word of bounded length
    "coach/engine/text/normalize.py",  # a mask of one word, letter by letter
    "coach/training/signs.py",  # two signs, in a class
    "coach/writing.py",  # the escaped name of a file
    "coach/family/family_file.py",  # likewise
    "coach/course/rewrite_judge.py",  # one escaped word
    "coach/rules/never_say.py",  # escaped phrases that advice may not have
    "coach/rules/toml_source.py",  # an escaped key or value
}
"""Modules whose functions name no plain expression: it is made at run time of escaped pieces, or is a constant."""


@cache
def expressions() -> list[tuple[str, str, int]]:
    """Module, pattern and flags of everything compiled while all modules are imported, or written in a call."""
    done = subprocess.run([sys.executable, "-c", COLLECT], capture_output=True, text=True, check=True, cwd=ROOT)
    compiled = [(str(module), str(pattern), int(flags)) for module, pattern, flags in json.loads(done.stdout)]
    return compiled + [(path, pattern, re.UNICODE) for path, pattern in _calls() if pattern is not None]


def _calls() -> Iterator[tuple[str, str | None]]:
    """The first argument of each call of `re` inside a function; None where it is no plain text."""
    for path in sorted((ROOT / "coach").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
        for call in (node for function in functions for node in ast.walk(function) if isinstance(node, ast.Call)):
            of = call.func
            if (
                isinstance(of, ast.Attribute)
                and isinstance(of.value, ast.Name)
                and of.value.id == "re"
                and of.attr != "escape"
            ):
                first = call.args[0]
                yield path.relative_to(ROOT).as_posix(), first.value if isinstance(first, ast.Constant) else None  # type: ignore[misc]


def ids(given: tuple[str, str, int]) -> str:
    return f"{given[0]} {given[1][:40]}"


def _chars(op: str, value: Any) -> frozenset[str]:
    """The characters of the alphabet that one place of a pattern takes."""
    if op == "LITERAL":
        return frozenset({chr(value).lower(), chr(value).upper()})
    if op == "ANY":
        return frozenset(ALPHABET)
    if op == "NOT_LITERAL":
        return frozenset(ALPHABET) - {chr(value)}
    taken: set[str] = set()
    for inner, what in value:
        if str(inner) == "RANGE":
            taken.update(
                char
                for char in ALPHABET
                if any(what[0] <= ord(form) <= what[1] for form in (char.lower()[0], char.upper()[0]))
            )
        elif str(inner) == "CATEGORY":
            taken.update(filter(re.compile(_CLASSES[str(what)]).match, ALPHABET))
        elif str(inner) == "LITERAL":
            taken.update({chr(what).lower(), chr(what).upper()})
    negated = bool(value) and str(value[0][0]) == "NEGATE"
    return frozenset(ALPHABET) - taken if negated else frozenset(taken)


_CLASSES = {
    "CATEGORY_DIGIT": r"\d", "CATEGORY_NOT_DIGIT": r"\D", "CATEGORY_SPACE": r"\s", "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\w", "CATEGORY_NOT_WORD": r"\W",
}  # fmt: skip
_REPEATS = {"MAX_REPEAT", "MIN_REPEAT"}


def _first(items: Any) -> tuple[frozenset[str], bool]:
    """What a sequence may begin with, and whether it may be empty."""
    begun: frozenset[str] = frozenset()
    for op, value in items:
        taken, empty = _first_of(str(op), value)
        begun |= taken
        if not empty:
            return begun, False
    return begun, True


def _first_of(op: str, value: Any) -> tuple[frozenset[str], bool]:
    if op in _REPEATS or op == "POSSESSIVE_REPEAT":
        taken, empty = _first(value[2])
        return taken, empty or value[0] == 0
    if op == "SUBPATTERN":
        return _first(value[3])
    if op == "BRANCH":
        each = [_first(one) for one in value[1]]
        return frozenset().union(*(taken for taken, _ in each)), any(empty for _, empty in each)
    if op in {"AT", "ASSERT", "ASSERT_NOT"}:
        return frozenset(), True
    if op in {"GROUPREF", "GROUPREF_EXISTS", "ATOMIC_GROUP"}:
        return frozenset(ALPHABET), True
    return _chars(op, value), False


def _dangers(items: Any, following: frozenset[str], *, looped: bool) -> Iterator[str]:
    """Every unbounded repeat in a loop that may go on with the characters that may follow it in the same loop."""
    items = list(items)
    for at, (op, value) in enumerate(items):
        rest, empty = _first(items[at + 1 :])
        then = rest | following if empty else rest
        kind = str(op)
        if kind in _REPEATS:
            begun, _ = _first(value[2])
            unbounded = value[1] == sre.MAXREPEAT or value[1] >= UNBOUNDED
            if unbounded and looped and begun & then:
                yield f"a repeat of {''.join(sorted(begun & then))[:20]!r} inside a repeat that goes on with it"
            yield from _dangers(value[2], then | begun, looped=looped or unbounded)
        elif kind == "SUBPATTERN":
            yield from _dangers(value[3], then, looped=looped)
        elif kind == "BRANCH":
            for one in value[1]:
                yield from _dangers(one, then, looped=looped)
        elif kind in {"ASSERT", "ASSERT_NOT"}:
            yield from _dangers(value[1], frozenset(), looped=looped)


def dangers(pattern: str, flags: int = 0) -> list[str]:
    return list(_dangers(sre.parse(pattern, flags), frozenset(), looped=False))


@pytest.mark.parametrize("pattern", [r"(a+)+$", r"(?:\w+\s*)*x", r"(?:[a-z]+-?)*!", r"(a|b+)*b", r"((?:ab)+)*"])
def test_an_expression_that_blows_up_is_seen(pattern: str) -> None:
    assert dangers(pattern)


@pytest.mark.parametrize("pattern", [r"\w+(?:-\w+)*", r"(?:a{1,3}b)*", r"[^\n]*", r"(?:\d+,)*\d+"])
def test_an_expression_that_does_not_is_left_alone(pattern: str) -> None:
    assert not dangers(pattern)


def test_no_repeat_stands_inside_a_repeat_of_the_same_characters() -> None:
    assert len(expressions()) > 100
    assert [(ids(each), found) for each in expressions() if (found := dangers(each[1], each[2]))] == []


def test_expressions_made_of_data_are_those_that_are_known() -> None:
    assert {path for path, pattern in _calls() if pattern is None} == MADE_OF_DATA


def _least(items: Any, pumped: Any = None) -> str:
    """A text that fits, each repeat as short as may be but for the one that is pumped."""
    return "".join(_least_of(str(op), value, pumped) for op, value in items)


def _least_of(op: str, value: Any, pumped: Any) -> str:
    if op in _REPEATS:
        times = min(LENGTH, value[1] if value[1] != sre.MAXREPEAT else LENGTH) if value is pumped else value[0]
        return _least(value[2], pumped) * times
    if op == "SUBPATTERN":
        return _least(value[3], pumped)
    if op == "BRANCH":
        return _least(value[1][0], pumped)
    if op in {"AT", "ASSERT", "ASSERT_NOT", "GROUPREF", "GROUPREF_EXISTS"}:
        return ""
    return min(_chars(op, value) or "a", key=lambda char: (not char.isalnum(), char))


def _repeats(items: Any) -> Iterator[Any]:
    for op, value in items:
        if str(op) in _REPEATS:
            yield value
            yield from _repeats(value[2])
        elif str(op) == "SUBPATTERN":
            yield from _repeats(value[3])
        elif str(op) == "BRANCH":
            for one in value[1]:
                yield from _repeats(one)


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    begun = time.thread_time()
    for _ in pattern.finditer(text):
        pass
    return time.thread_time() - begun


SHORT_OR_ANCHORED = {
    r"[a-z0-9]+(?:-[a-z0-9]+)*\.toml": "matched with the whole name of a file",
    r"(?=\s*(?:$|[.,!?;:": "asked at the end of what was found, never searched for",
    "10,? downing|": "searched for in one address of at most some words",
    r"[A-Z]\w*[a-z][A-Z][a-z]": "asked at the beginning of one handle",
    r"[^\W\d_]+\*[^\W\d_*]*": "matched with one run without a space, of at most 80 characters",
    r"(?P<key>[a-z][a-z-]*):": "asked at the beginning of a line",
}
"""Expressions, by how they begin, that are never searched for in a long text, and why."""


def _is_slow(pattern: re.Pattern[str], text: str) -> bool:
    return all(_seconds(pattern, text) > SLOW for _ in range(3))


def test_no_search_takes_quadratic_time_in_what_is_pumped() -> None:
    slow: list[tuple[str, str, str]] = []
    for module, written, flags in expressions():
        if written.startswith(tuple(SHORT_OR_ANCHORED)):
            continue
        pattern, tree = re.compile(written, flags), sre.parse(written, flags)
        texts = [(pump * LENGTH)[:LENGTH] + "\x00" for pump in PUMPS]
        texts += [_least(tree, pumped)[: 2 * LENGTH] + "\x00" for pumped in _repeats(tree)]
        texts.append((_least(tree)[:-1] or "a") * (LENGTH // max(len(_least(tree)), 1)))
        slow += [(module, written[:60], text[:12]) for text in texts if _is_slow(pattern, text)]
    assert slow == []
