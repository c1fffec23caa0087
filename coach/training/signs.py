"""Computes the prefilter of the details' regular expressions: their required literals (`coach.engine.details.signs`).

Run `python -m coach.training.signs` after changing an expression. Expressions are parsed by Python's own `re`. Parts
that are not understood here require nothing, so the prefilter may let too much through, but never misses a match.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import product
from math import fsum
from pathlib import Path
from typing import Any

from coach.engine import details
from coach.engine.details.finding import SEEKERS
from coach.engine.details.signs import DIGIT, EDGE, SIGNS, fold
from coach.writing import SHARED, write_whole

MOST_TEXTS = 150
"""The most alternatives of a part that are enumerated."""
MOST_GROUPS = 5
"""The most groups kept per expression: those that the fewest messages contain."""
_FEW, _MANY = 12, 400
"""The most characters of a class that are enumerated as alternatives, and that are inspected at all."""
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_TIMES = 4
"""The most repetitions of a part that are enumerated."""
_GAP, _ANY_DIGIT = " ", "\0"
"""Placeholders for non-word characters and for digits, in any number."""
_OFTEN = frozenset(
    "a and are as at be for from he i in is it its me my no not of on or so that the this to was we you".split()
)
"""Words that occur in many messages."""
_DEAR = 1.5
"""The cost of a group that most messages contain."""
_COMMON = frozenset(".,!?:;'’\"-()\n")
_parser: Any = import_module("re._parser")

Texts = frozenset[str]
Groups = tuple[Texts, ...]
_NOTHING, _EDGE = Texts({""}), Texts({EDGE})
_GAPS, _DIGITS = Texts({EDGE + _GAP + EDGE}), Texts({_ANY_DIGIT})


@dataclass(frozen=True)
class PatternPart:
    """What is known about every match of a part of an expression."""

    texts: Texts | None
    """The possible matches, case-folded; None if there are too many."""
    groups: Groups = ()
    """Groups of signs; in or next to the match there is a sign of each group."""

    def needs(self) -> Groups:
        """List all required groups, rarest first."""
        of_texts = _of_any([_signs_in(text) for text in sorted(self.texts)]) if self.texts else ()
        groups = {Texts(_shortest(group)) for group in (*self.groups, *of_texts)}
        least = (group for group in groups if not any(other < group for other in groups))
        return tuple(sorted(least, key=lambda group: (_cost(group), sorted(group))))


def signs_of(pattern: str, flags: int) -> list[list[str]]:
    """Compute the groups of signs of an expression."""
    needs = _sequence(_parser.parse(pattern, flags), before=False, behind=False).needs()
    return [sorted(group) for group in needs[:MOST_GROUPS] if group is needs[0] or _cost(group) < _DEAR]


def _sequence(items: Iterable[tuple[object, Any]], *, before: bool, behind: bool) -> PatternPart:
    """Analyse a sequence of parts; `before` and `behind` say whether it starts and ends at a word boundary."""
    known, groups, whole, items = _EDGE if before else _NOTHING, list[Texts](), True, list(_unrolled(items))
    for at, (op, value) in enumerate(items):
        edged = all(text.endswith(EDGE) for text in known)
        part = _part(str(op), value, before=edged, behind=_is_edge(items[at + 1 :], behind=behind))
        groups += part.groups
        if part.texts is not None and len(known) * len(part.texts) <= MOST_TEXTS:
            known = Texts(one + other for one in known for other in part.texts)
        else:
            groups += PatternPart(known).needs()
            known, whole = part.texts or _NOTHING, False
    if behind:
        known = Texts(text + EDGE for text in known)
    return PatternPart(known, tuple(groups)) if whole else PatternPart(None, (*groups, *PatternPart(known).needs()))


def _part(op: str, value: Any, *, before: bool = False, behind: bool = False) -> PatternPart:
    if op in _REPEATS:
        return _repeated(*value, before=before, behind=behind)
    if op in {"SUBPATTERN", "ATOMIC_GROUP"}:
        return _sequence(value[3] if op == "SUBPATTERN" else value, before=before, behind=behind)
    if op == "BRANCH":
        return _any_of([_sequence(one, before=before, behind=behind) for one in value[1]])
    if op == "ASSERT":
        return PatternPart(_NOTHING, _sequence(value[1], before=False, behind=False).needs())
    return PatternPart(_texts(op, value))


def _texts(op: str, value: Any) -> Texts | None:
    """Return the possible matches of an atomic part."""
    match op:
        case "LITERAL":
            return _of_class([(op, value)])
        case "IN":
            return _of_class(value)
        case "AT":
            return _NOTHING if str(value) == "AT_NON_BOUNDARY" else _EDGE
        case "ASSERT_NOT":
            return _EDGE if _has_all_words(value[1]) else _NOTHING
    return None


def _any_of(parts: Sequence[PatternPart]) -> PatternPart:
    texts = Texts().union(*(part.texts or () for part in parts))
    if all(part.texts for part in parts) and len(texts) <= MOST_TEXTS:
        return PatternPart(texts)
    return PatternPart(None, _of_any([part.needs() for part in parts]))


def _repeated(least: int, most: int, items: Any, *, before: bool, behind: bool) -> PatternPart:
    once = most == 1
    part = _sequence(items, before=once and before, behind=once and behind)
    if part.texts in {_GAPS, _DIGITS} or (once and part.texts):
        return PatternPart(part.texts | _NOTHING) if least == 0 else part
    if least == 0:
        return PatternPart(None)
    if part.texts and most <= _TIMES and len(part.texts) ** most <= MOST_TEXTS:
        return PatternPart(
            Texts("".join(each) for times in range(least, most + 1) for each in product(part.texts, repeat=times))
        )
    return part if once else PatternPart(None, part.needs())


def _unrolled(items: Iterable[tuple[object, Any]]) -> Iterator[tuple[object, Any]]:
    """Unroll the first repetition of unbounded parts."""
    for op, value in items:
        if str(op) in _REPEATS and value[0] == 1 and value[1] > _TIMES and _part(str(op), value).texts is None:
            yield "SUBPATTERN", (None, 0, 0, value[2])
            yield op, (0, value[1] - 1, value[2])
        else:
            yield op, value


def _is_edge(items: Sequence[tuple[object, Any]], *, behind: bool) -> bool:
    """Return whether these parts start at a word boundary; `behind` says it of what follows them."""
    if not items:
        return behind
    (op, value), then = items[0], _is_edge(items[1:], behind=behind)
    match str(op):
        case "SUBPATTERN":
            return _is_edge(value[3], behind=then)
        case "BRANCH":
            return all(_is_edge(one, behind=then) for one in value[1])
        case "MAX_REPEAT" | "MIN_REPEAT":
            return _is_edge(value[2], behind=then) and (value[0] > 0 or then)
        case "ASSERT":
            return then
    texts = _texts(str(op), value)
    return then if texts == _NOTHING else texts is not None and all(text.startswith(EDGE) for text in texts)


def _of_class(members: Sequence[tuple[object, Any]]) -> Texts | None:
    """Return the possible matches of a character class."""
    names = [str(kind) if str(kind) != "CATEGORY" else str(what) for kind, what in members]
    if names[0] == "NEGATE":
        return _GAPS if "CATEGORY_WORD" in names else None
    chars, others = _chars(members), set(names) - {"LITERAL", "RANGE"}
    if chars is None or others - {"CATEGORY_SPACE", "CATEGORY_NOT_WORD", "CATEGORY_DIGIT"}:
        return None
    if not others and len(chars) <= _FEW and " " not in chars:
        return Texts(char if _is_word(char) else EDGE + char + EDGE for char in chars)
    if others <= {"CATEGORY_DIGIT"} and (others or chars) and all(map(str.isdecimal, chars)):
        return _DIGITS
    return _GAPS if "CATEGORY_DIGIT" not in others and not any(map(_is_word, chars)) else None


def _chars(members: Iterable[tuple[object, Any]]) -> Texts | None:
    """Return the characters listed in a class, case-folded; None if there are too many."""
    ranges = [(what, what) if str(kind) == "LITERAL" else what for kind, what in members if str(kind) in _NAMING]
    if sum(last - first for first, last in ranges) > _MANY:
        return None
    return Texts(fold(chr(code)) for first, last in ranges for code in range(first, last + 1))


_NAMING = frozenset({"LITERAL", "RANGE"})


def _has_all_words(items: Sequence[tuple[object, Any]]) -> bool:
    """Return whether a negative assertion excludes any single word character."""
    if len(items) == 1 and str(items[0][0]) == "BRANCH":
        return any(map(_has_all_words, items[0][1][1]))
    if len(items) != 1 or str(items[0][0]) != "IN":
        return False
    names = [str(what) for _, what in items[0][1]]
    return "CATEGORY_WORD" in names and str(items[0][1][0][0]) != "NEGATE"


def _of_any(needs: Sequence[Groups]) -> Groups:
    """Compute the groups required by every alternative: each unites one group per alternative."""
    groups, left = list[Texts](), list(needs)
    while all(needs) and any(left):
        group = _together([some or every[:1] for some, every in zip(left, needs, strict=True)])
        groups.append(group)
        left = [tuple(one for one in each if not one <= group) for each in left]
    return tuple(groups)


def _together(needs: Sequence[Groups]) -> Texts:
    """Unite one group per alternative, with as few signs as possible."""
    signs = Texts()
    for each in sorted(needs, key=len):
        if not any(group <= signs for group in each):
            signs |= each[0]
    return signs


def _signs_in(text: str) -> Groups:
    """Return the signs in a text, each as a group of its own, rarest first."""
    pieces = re.split(f"([{_GAP}{_ANY_DIGIT}])", text)
    signs = {DIGIT if piece == _ANY_DIGIT else _sign(piece) for piece in pieces} - {"", _GAP}
    return tuple(Texts({sign}) for sign in sorted(signs, key=lambda sign: (_cost([sign]), sign)))


def _sign(piece: str) -> str:
    letters = piece.replace(EDGE, "")
    before = EDGE if piece.startswith(EDGE) and _is_word(letters[:1]) else ""
    return before + letters + (EDGE if piece.endswith(EDGE) and _is_word(letters[-1:]) else "")


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _shortest(group: Texts) -> Iterator[str]:
    """Drop signs that contain another sign of the group."""
    return (sign for sign in group if not any(other != sign and other in sign for other in group))


def _cost(group: Iterable[str]) -> float:
    """Estimate the share of messages that contain a sign of a group."""
    return fsum(map(_share, group))  # independent of order, so that equal costs stay equal


def _share(sign: str) -> float:
    if sign == DIGIT:
        return 0.06
    letters = sign.strip(EDGE)
    if letters in _OFTEN:
        return 0.2
    if letters.isdecimal():
        return 0.01
    if not any(map(str.isalnum, letters)):
        return 0.5 if _COMMON.issuperset(letters) else 0.01
    if len(letters) == 1:
        return (0.8, 0.5, 0.1)[len(sign) - 1]
    return 2.5 * 0.3 ** len(letters) * 0.5 ** (len(sign) - len(letters))


def main() -> None:
    """Write the signs of all expressions to the file that Coach reads."""
    expressions = [one for seeker in SEEKERS for one in seeker.expressions]
    groups = {one.key: signs_of(one.pattern, one.flags) for one in expressions}
    lines = (f"  {json.dumps(key)}: {json.dumps(each, ensure_ascii=False)}" for key, each in sorted(groups.items()))
    content = "{\n" + ",\n".join(lines) + "\n}\n"
    write_whole(Path(details.__file__).with_name(SIGNS), content.encode(), SHARED)


if __name__ == "__main__":
    main()
