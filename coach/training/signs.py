"""Works out the signs of the details' expressions: what each cannot do without (see `coach.engine.details.signs`).

Run with `python -m coach.training.signs` after an expression was changed. An expression is taken apart as Python's own
`re` does it. Whatever is not understood here asks for nothing, so that an expression is rather looked for in vain than
missed.
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
"""Texts of which a part of an expression may be one before it is no longer told which."""
MOST_GROUPS = 5
"""Groups kept of an expression, those that fewest messages fill."""
_FEW, _MANY = 12, 400
"""Characters of a class that are told one by one, and that are looked at one by one."""
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_TIMES = 4
"""How often a part is repeated before the times are no longer told one by one."""
_GAP, _ANY_DIGIT = " ", "\0"
"""Stand in texts for characters of no word, and for digits, however many."""
_OFTEN = frozenset(
    "a and are as at be for from he i in is it its me my no not of on or so that the this to was we you".split()
)
"""Words that stand in many messages."""
_DEAR = 1.5
"""What a group costs that most messages fill."""
_COMMON = frozenset(".,!?:;'’\"-()\n")
_parser: Any = import_module("re._parser")

Texts = frozenset[str]
Groups = tuple[Texts, ...]
_NOTHING, _EDGE = Texts({""}), Texts({EDGE})
_GAPS, _DIGITS = Texts({EDGE + _GAP + EDGE}), Texts({_ANY_DIGIT})


@dataclass(frozen=True)
class Part:
    """What is known of whatever fits a part of an expression."""

    texts: Texts | None
    """It is one of these, in folded letters; None where there are too many."""
    groups: Groups = ()
    """It has a sign of each of these, or such a sign stands beside it."""

    def needs(self) -> Groups:
        """All groups of which it has a sign, that of fewest messages first."""
        of_texts = _of_any([_signs_in(text) for text in sorted(self.texts)]) if self.texts else ()
        groups = {Texts(_shortest(group)) for group in (*self.groups, *of_texts)}
        least = (group for group in groups if not any(other < group for other in groups))
        return tuple(sorted(least, key=lambda group: (_cost(group), sorted(group))))


def signs_of(pattern: str, flags: int) -> list[list[str]]:
    """The groups of signs of an expression."""
    needs = _sequence(_parser.parse(pattern, flags), before=False, behind=False).needs()
    return [sorted(group) for group in needs[:MOST_GROUPS] if group is needs[0] or _cost(group) < _DEAR]


def _sequence(items: Iterable[tuple[object, Any]], *, before: bool, behind: bool) -> Part:
    """One part after the other; `before` and `behind` say whether the edge of a word is there."""
    known, groups, whole, items = _EDGE if before else _NOTHING, list[Texts](), True, list(_unrolled(items))
    for at, (op, value) in enumerate(items):
        edged = all(text.endswith(EDGE) for text in known)
        part = _part(str(op), value, before=edged, behind=_is_edge(items[at + 1 :], behind=behind))
        groups += part.groups
        if part.texts is not None and len(known) * len(part.texts) <= MOST_TEXTS:
            known = Texts(one + other for one in known for other in part.texts)
        else:
            groups += Part(known).needs()
            known, whole = part.texts or _NOTHING, False
    if behind:
        known = Texts(text + EDGE for text in known)
    return Part(known, tuple(groups)) if whole else Part(None, (*groups, *Part(known).needs()))


def _part(op: str, value: Any, *, before: bool = False, behind: bool = False) -> Part:
    if op in _REPEATS:
        return _repeated(*value, before=before, behind=behind)
    if op in {"SUBPATTERN", "ATOMIC_GROUP"}:
        return _sequence(value[3] if op == "SUBPATTERN" else value, before=before, behind=behind)
    if op == "BRANCH":
        return _any_of([_sequence(one, before=before, behind=behind) for one in value[1]])
    if op == "ASSERT":
        return Part(_NOTHING, _sequence(value[1], before=False, behind=False).needs())
    return Part(_texts(op, value))


def _texts(op: str, value: Any) -> Texts | None:
    """What a part that has no parts may be."""
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


def _any_of(parts: Sequence[Part]) -> Part:
    texts = Texts().union(*(part.texts or () for part in parts))
    if all(part.texts for part in parts) and len(texts) <= MOST_TEXTS:
        return Part(texts)
    return Part(None, _of_any([part.needs() for part in parts]))


def _repeated(least: int, most: int, items: Any, *, before: bool, behind: bool) -> Part:
    once = most == 1
    part = _sequence(items, before=once and before, behind=once and behind)
    if part.texts in {_GAPS, _DIGITS} or (once and part.texts):
        return Part(part.texts | _NOTHING) if least == 0 else part
    if least == 0:
        return Part(None)
    if part.texts and most <= _TIMES and len(part.texts) ** most <= MOST_TEXTS:
        return Part(
            Texts("".join(each) for times in range(least, most + 1) for each in product(part.texts, repeat=times))
        )
    return part if once else Part(None, part.needs())


def _unrolled(items: Iterable[tuple[object, Any]]) -> Iterator[tuple[object, Any]]:
    """The same parts, one that is repeated without end once and then again."""
    for op, value in items:
        if str(op) in _REPEATS and value[0] == 1 and value[1] > _TIMES and _part(str(op), value).texts is None:
            yield "SUBPATTERN", (None, 0, 0, value[2])
            yield op, (0, value[1] - 1, value[2])
        else:
            yield op, value


def _is_edge(items: Sequence[tuple[object, Any]], *, behind: bool) -> bool:
    """Whether the edge of a word stands where these parts begin; `behind` says it of what follows them."""
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
    """What one character of a class may be."""
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
    """The characters that a class names, folded; None where they are many."""
    ranges = [(what, what) if str(kind) == "LITERAL" else what for kind, what in members if str(kind) in _NAMING]
    if sum(last - first for first, last in ranges) > _MANY:
        return None
    return Texts(fold(chr(code)) for first, last in ranges for code in range(first, last + 1))


_NAMING = frozenset({"LITERAL", "RANGE"})


def _has_all_words(items: Sequence[tuple[object, Any]]) -> bool:
    """Whether what may not stand there may be one character, any of a word."""
    if len(items) == 1 and str(items[0][0]) == "BRANCH":
        return any(map(_has_all_words, items[0][1][1]))
    if len(items) != 1 or str(items[0][0]) != "IN":
        return False
    names = [str(what) for _, what in items[0][1]]
    return "CATEGORY_WORD" in names and str(items[0][1][0][0]) != "NEGATE"


def _of_any(needs: Sequence[Groups]) -> Groups:
    """What one of several things needs in any case: a group of each, together."""
    groups, left = list[Texts](), list(needs)
    while all(needs) and any(left):
        group = _together([some or every[:1] for some, every in zip(left, needs, strict=True)])
        groups.append(group)
        left = [tuple(one for one in each if not one <= group) for each in left]
    return tuple(groups)


def _together(needs: Sequence[Groups]) -> Texts:
    """As few signs as may be that make up a group of each."""
    signs = Texts()
    for each in sorted(needs, key=len):
        if not any(group <= signs for group in each):
            signs |= each[0]
    return signs


def _signs_in(text: str) -> Groups:
    """The signs in a text, each a group of its own, that of fewest messages first."""
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
    """The signs in which no other one stands."""
    return (sign for sign in group if not any(other != sign and other in sign for other in group))


def _cost(group: Iterable[str]) -> float:
    """About how many messages of a hundred fill a group, as a part of one."""
    return fsum(map(_share, group))  # the same in any order, so that equal costs stay equal


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
    """Write the signs of all expressions into the file that Coach reads."""
    expressions = [one for seeker in SEEKERS for one in seeker.expressions]
    groups = {one.key: signs_of(one.pattern, one.flags) for one in expressions}
    lines = (f"  {json.dumps(key)}: {json.dumps(each, ensure_ascii=False)}" for key, each in sorted(groups.items()))
    content = "{\n" + ",\n".join(lines) + "\n}\n"
    write_whole(Path(details.__file__).with_name(SIGNS), content.encode(), SHARED)


if __name__ == "__main__":
    main()
