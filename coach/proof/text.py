"""Explains in words how the engine read a message."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from coach.engine import Explanation, Found, Opinion, Verdict
from coach.models import Aim, Catalog, Direction, Rule, Setting
from coach.visible import visible

_TO = {"public": "to everybody", "group": "to a group", "friend": "to a friend", "stranger": "to a stranger"}
_BREAK = "|"
_HALF_BELIEVED = 0.2
"""How sure the second reader must be for its opinion to be shown."""


def reason(found: Found, catalog: Catalog) -> str:
    """Explain what happened to a phrase, as the end of a sentence: `silent: it is said negated; ...`."""
    rule = _rule(found, catalog)
    aims, settings = (_listed(rule.aims), _listed(rule.settings)) if rule else ("", "")
    by = f'"{_one_line(found.by.phrase)}" ({found.by.rule})' if found.by else ""
    reasons = {
        Verdict.SPEAKS: f"flagged, weight {found.weight}",
        Verdict.NO_CATEGORY: "silent: its category has no text",
        Verdict.DIRECTION: f"silent: {_concern(found)} is not looked for in this direction",
        Verdict.AIM: f"silent: it is about {found.aim}; the rule accepts {aims}",
        Verdict.SETTING: f"silent: it is said {found.setting}; the rule accepts {settings}",
        Verdict.OVERLAPPED: f"silent: on the same words {by} {_stronger(found)}",
        Verdict.ECHO: f"silent: the red flag {by} says it better",
        Verdict.HEARD: f"silent: {by} speaks for whoever wrote it, at least as heavily",
        Verdict.AUDIENCE: "silent: it counts with somebody known only online, and nothing shows that this is one",
        Verdict.FENDED_OFF: "silent: the message sends somebody known only online away, and may be rude",
        Verdict.OFF: "silent: your family switched it off; `coach rules off` lists what is off",
    }
    return reasons[found.verdict]


def _stronger(found: Found) -> str:
    """Explain why the other of two overlapping phrases won."""
    other = found.by
    if other is None:
        return "speaks"
    if found.weight and other.weight and other.weight.rank > found.weight.rank:
        return f"is heavier ({other.weight})"
    if other.end - other.start > found.end - found.start:
        return "is longer"
    return "comes first"


NOTHING = "No rule has a phrase that matches it."


def explanation_lines(explanation: Explanation, catalog: Catalog, width: int, nothing: str = NOTHING) -> Iterator[str]:
    """List every step of reading a message, wrapped to `width` columns; `nothing` is said where none was found."""
    message = explanation.message
    way = "received" if message.direction is Direction.RECEIVED else f"draft {_TO[message.audience]}"
    yield from _wrapped(f"{way}: {_one_line(message.text)}", "", width)
    yield ""
    yield f"Read as (written=plain; phrases end at {_BREAK}):"
    yield from _wrapped("  ".join(_word(written, plain) for written, plain in explanation.words), "  ", width)
    for found in explanation.found:
        yield ""
        yield from _found_lines(found, catalog, width)
    if not explanation.found:
        yield ""
        yield from _wrapped(nothing, "", width)
    if explanation.opinions:
        yield ""
        yield from _opinion_lines(explanation.opinions, width)


def _opinion_lines(opinions: Sequence[Opinion], width: int) -> Iterator[str]:
    """List what the second reader thinks: everything that it half believes, or what it believes most."""
    yield "What the second reader thinks (it speaks where no rule does, if it is surer than the second figure):"
    for one in [each for each in opinions if each.probability >= _HALF_BELIEVED] or opinions[:1]:
        said = f'{one.probability:.0%} (needs {one.needed:.0%}) {one.category}: "{_one_line(one.phrase)}"'
        yield from _wrapped(said if one.is_read else f"{said}; its quick first look passes over this", "  ", width, 2)


def _found_lines(found: Found, catalog: Catalog, width: int) -> Iterator[str]:
    rule = _rule(found, catalog)
    yield f'"{_one_line(found.phrase)}"'
    yield from _wrapped(f"rule     {found.rule}" + ("" if rule else f" ({found.source})"), "  ", width, 9)
    if found.pattern:
        yield from _wrapped(f"phrase   {found.pattern}", "  ", width, 9)
    if rule and found.aim:
        yield from _wrapped(f"aim      {found.aim} (accepted: {_listed(rule.aims)})", "  ", width, 9)
    if rule and found.setting:
        yield from _wrapped(f"setting  {found.setting} (accepted: {_listed(rule.settings)})", "  ", width, 9)
    yield from _wrapped(f"{'>' if found.verdict is Verdict.SPEAKS else '-'} {reason(found, catalog)}", "  ", width, 2)


def _word(written: str, plain: str | None) -> str:
    if plain is None:
        return _BREAK
    return _one_line(written) if written.lower() == plain else f"{_one_line(written)}={plain}"


def _rule(found: Found, catalog: Catalog) -> Rule | None:
    return next((rule for rule in catalog.rules if rule.id == found.rule), None)


def _concern(found: Found) -> str:
    return found.rule.partition("/")[0]


def _listed(names: frozenset[Aim] | frozenset[Setting]) -> str:
    return "anybody" if names == frozenset(Aim) else ", ".join(sorted(names))


def _one_line(text: str) -> str:
    return visible(" ".join(text.split("\n")))


def _wrapped(text: str, indent: str, width: int, hang: int = 0) -> list[str]:
    following = indent + " " * hang
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=following, break_on_hyphens=False) or [
        ""
    ]
