"""Templates: a clause with slots, and what it becomes: `you never {do}` -> `Can you {do} more?`.

The words of a template are in plain spelling, as rules see them. `(a|b)` is a choice, `x?` may be missing, `{name}`
holds one word or more, and keeps the child's own spelling; what fills `{do}` begins with a verb.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from coach.counsel.tokens import Token
from coach.counsel.words import grammar, is_past
from coach.models import Audience, RuleEdit

LONGEST = 40
"""Most words of a clause that a template is compared with: two slots try every way to share them."""
_NAMELESS = frozenset({"it", "this", "that", "them", "everything", "anything", "life", "all"})
"""What fills `{thing}` has a name: nobody offers help with `it`."""
_QUOTES = frozenset('"\u201c\u201d')
"""Marks around what somebody else said."""
_HELD = {"at": "at", "first": "party"}
"""A choice with one of these words holds what the child wrote, and the name of the slot for it."""
_PIECE = re.compile(
    r"\{(?P<slot>[a-z-]+)\}|\((?P<options>[^()]*)\)(?P<maybe>\?)?|(?P<word>[^\s(){}?]+)(?P<perhaps>\?)?"
)


def _filled(template: RuleEdit, text: str, words: Sequence[tuple[str, Token]], joined: str) -> str | None:
    """Return what a clause becomes by a template, or None if it looks different."""
    found = _compiled(template.match).fullmatch(joined)
    if found is None or not _begins_with_verb(found.groupdict().get("do")) or not _is_softened(found.groupdict()):
        return None
    if found.groupdict().get("where") in grammar("prepositions"):
        return None
    if _is_nameless(found.groupdict().get("thing")):
        return None
    is_more = " more" in template.becomes
    spans = {name: _unstressed(joined, found.span(name), is_more=is_more) for name in found.groupdict()}
    slots = {name: _written(text, words, span) for name, span in spans.items()}
    if request := slots.get("ask") or slots.get("do"):
        slots["ask" if "ask" in slots else "do"] = _ASKING_CAN.sub("", request[:1].lower() + request[1:])
    return template.becomes.format_map(slots)


def _is_nameless(thing: str | None) -> bool:
    """Return whether what fills `{thing}` has no name, or runs on into another sentence: `obbys everyone thinks so`."""
    words = thing.split() if thing else []
    return thing in _NAMELESS or not (_SUBJECTS - {"your", "ur"}).isdisjoint(words[1:])


_SUBJECTS = grammar("subjects") | {"every", "not", "because"}
_ASKING_CAN = re.compile(r"(?<! you)(?<! i)(?<! we)(?<! u) can$")
"""At the end of a request, it asks whether that is possible: `send me your part can`."""


def _unstressed(joined: str, span: tuple[int, int], *, is_more: bool) -> tuple[int, int]:
    """Return the characters of a slot without the words at its end that only stress what was said: `so much`, `ever`.

    Args:
        joined: the words of the clause, each with a space before it.
        span: where the slot is filled in them.
        is_more: whether it is asked for more often, so that `all the time` says nothing either.
    """
    stresses = grammar("stressing") | grammar("stressing-often") if is_more else grammar("stressing")
    said = joined[span[0] : span[1]]
    while shorter := next((said[: -len(end) - 1] for end in stresses if said.endswith(f" {end}")), ""):
        said = shorter
    return span[0], span[0] + len(said)


def _begins_with_verb(deed: str | None) -> bool:
    """Return whether what fills `{do}` begins with a verb that can follow `can you`: not `came`, `ever` or `lose`."""
    return deed is None or deed.split()[0] in (grammar("verbs") | grammar("imperatives")) - grammar("not-asked-for")


def _is_softened(slots: Mapping[str, str | None]) -> bool:
    """Return whether `{ask}` may be asked as a favour, and `{doing}` is a verb in `-ing`, `{joint}` one for two."""
    request, doing = slots.get("ask"), slots.get("doing")
    did = slots.get("did")
    if did is not None and not is_past(did.split()[0]):
        return False
    if (seen := slots.get("seen")) is not None and not _is_finding(seen.lower().split()):
        return False
    if _waits(slots.get("what")) or _waits(slots.get("seen")) or _MENACE.search(slots.get("task") or ""):
        return False
    mishap = slots.get("mishap")
    if mishap is not None and not _is_mishap(mishap.lower().split()):
        return False
    if not _is_of_people(slots):
        return False
    is_doing = doing is None or doing.split()[0].endswith(("ing", "in"))
    joint = (slots.get("joint") or "playing").split()
    is_joint = joint[0].endswith(("ing", "in")) and grammar("possessives").isdisjoint(joint)
    return is_doing and is_joint and (request is None or _is_bare_request(request.lower().split()))


_MENACE = re.compile(r"\bi (?:am|will) (?:tell|show|post|send|say|get|leak)")
"""A threat that runs on behind what is asked for: `let me be player one i am telling everyone`."""


def _is_of_people(slots: Mapping[str, str | None]) -> bool:
    """Return whether `{called}` only insults `{kin}` or a `{part}` of somebody, and `{deed}` is asked for the writer.

    Nobody is asked for money by what fills `{do}`.
    """
    called, kin, part = (slots.get(name) for name in ("called", "kin", "part"))
    if called is not None and not grammar("called-people").issuperset(called.split()):
        return False
    if (kin is not None and kin not in grammar("family") | grammar("own-people")) or (
        part is not None and part not in grammar("whole-parts")
    ):
        return False
    is_own = {"my", "our"} & set((slots.get("do") or "").split())
    if not is_own and not grammar("demanded").isdisjoint((slots.get("do") or "").split()):
        return False
    return (deed := slots.get("deed")) is None or _is_neutral(deed.split())


def _is_neutral(words: Sequence[str]) -> bool:
    """Return whether a deed is for the writer or for what is planned: `give me my bike back`, not `lose weight`."""
    is_for_writer = not (grammar("first-person") | grammar("things") | grammar("days")).isdisjoint(words)
    is_asked = words[0] in grammar("neutral-deeds") and (is_for_writer or any(map(str.isdigit, "".join(words))))
    return is_asked and grammar("demanded").isdisjoint(words)


def _waits(words: str | None) -> bool:
    """Return whether something must follow the words of a slot: `tell them to`."""
    return words is not None and words.split()[-1] in grammar("dangling") - {"in"}


def _is_mishap(words: Sequence[str]) -> bool:
    """Return whether `{mishap}` may happen to anybody: `broke the clock`, `left the gate open`, not `left rubbish`."""
    return words[0] in grammar("mishaps") or (words[0] == "left" and words[-1] in {"open", "on", "unlocked", "running"})


def _is_finding(words: Sequence[str]) -> bool:
    """Return whether `{seen}` is what somebody may see or find: `you see him`, `anyone finds it`."""
    is_somebody = words[0] in {"you", "u", "anyone", "anybody", "someone", "somebody"}
    return (
        is_somebody
        and len(words) > 2
        and words[1] in {"see", "sees", "find", "finds", "spot", "spots", "knows", "know"}
    )


def _is_bare_request(words: Sequence[str]) -> bool:
    """Return whether words begin with a bare verb that can follow `can you`: not the noun of `practice is at 6`."""
    following = words[1:2]
    nouns = grammar("auxiliaries") | (grammar("prepositions") if words[0] == "practice" else frozenset())
    return words[0] in grammar("softened") and bool(following) and nouns.isdisjoint(following)


def _written(text: str, words: Sequence[tuple[str, Token]], span: tuple[int, int]) -> str:
    """Return the child's own words for a part of the plain ones."""
    at, first, last = 1, None, None
    for word, token in words:
        if span[0] <= at and at + len(word) <= span[1]:
            first, last = first or token, token
        at += len(word) + 1
    return text[first.start : last.end] if first and last else ""


@cache
def _compiled(match: str) -> re.Pattern[str]:
    return re.compile("".join(map(_regex, _PIECE.finditer(match))))


def _regex(piece: re.Match[str]) -> str:
    """Return what a piece matches, with the space before it."""
    if piece["slot"]:
        return rf"(?: (?P<{piece['slot']}>\S+(?: \S+)*?))"
    if piece["word"]:
        return rf"(?: {re.escape(piece['word'])}){'?' if piece['perhaps'] else ''}"
    options = piece["options"].split("|")
    group = next((f"(?P<{name}>" for name, word in _HELD.items() if word in options), "(?:")
    return rf"(?: {group}{'|'.join(map(re.escape, options))})){'?' if piece['maybe'] else ''}"


@cache
def templates_in(name: str) -> tuple[RuleEdit, ...]:
    """Return the templates of a table of `templates.toml`, the most special first."""
    return tuple(RuleEdit.model_validate(row) for row in _tables()[name])


def sentences(name: str) -> Mapping[str, str]:
    """Return the sentences of a table of `templates.toml`."""
    found: Mapping[str, str] = _tables()[name]
    return found


@cache
def _tables() -> Mapping[str, Any]:
    read: dict[str, Any] = tomllib.loads((Path(__file__).parent / "templates.toml").read_text(encoding="utf-8"))
    return read


def fillings(templates: Sequence[RuleEdit], text: str, tokens: Sequence[Token], audience: Audience) -> Iterator[str]:
    """Yield what a clause may become for an audience; what somebody else said is not reworded."""
    words = [(word, token) for token in tokens for word in token.plain]
    if len(words) > LONGEST or not _QUOTES.isdisjoint(text[tokens[0].start : tokens[-1].end]):
        return
    joined = "".join(f" {word}" for word, _ in words)
    _, end = _unstressed(joined, (0, len(joined)), is_more=False)
    for said in (joined, joined[:end]) if end < len(joined) else (joined,):
        for template in templates:
            filled = _filled(template, text, words, said) if audience in template.audience else None
            if filled is not None:
                yield filled
