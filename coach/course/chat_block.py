"""Reads a `chat` block: a branching chat, with days, several partners, and answers in the family's own words."""

from __future__ import annotations

from coach.course.blocks import Block
from coach.course.chat_places import KEYS, read_places
from coach.course.draft_block import refused_in
from coach.course.spread import spread, turned
from coach.models import YOU, Chat, Partner, Place

MAX_NAMED = 20
"""The most places that a fix lists."""
_FEWEST_IN_GROUP = 2


def read_chat(block: Block) -> Chat | None:
    """Read a `chat` block; None if it is too broken to play."""
    found = block.keys_above(KEYS)
    partner = found.get("who", "")
    if partner and partner not in set(Partner):
        block.fault_at("who", f"unknown partner `{partner}`", f"use one of: {', '.join(Partner)}")
    places = read_places(block)
    if places:
        _check_ways(block, places)
        _check_partner(block, partner, places)
    if not (found.get("with") and partner in set(Partner) and places):
        return None
    never = refused_in(block, found.get("never", ""))
    return Chat(name=found["with"], partner=Partner(partner), never=never, places=places, line=block.line)


def _check_ways(block: Block, places: tuple[Place, ...]) -> None:
    """Record replies to missing places, unreachable places, and places from which no ending can be reached."""
    names = {place.name for place in places}
    ways = [way for place in places for way in (*place.replies, *((place.own,) if place.own else ()))]
    lost = [way for way in ways if way.goes_to not in names]
    known = ", ".join(sorted(names)[:MAX_NAMED])
    for way in lost:
        column = block.source.lines[way.line - 1].rindex("->") + 4
        block.source.fault(way.line, f"unknown place `{way.goes_to}`", f"use one of: {known}", column)
    if lost:
        return
    onward = {place.name: set(place.leads_to) for place in places}
    reached = spread({places[0].name}, onward)
    leading_out = spread({place.name for place in places if place.is_end}, turned(onward))
    for place in places:
        if place.name not in reached:
            block.source.fault(place.line, "unreachable place", "add a reply that leads here, or remove the place", 3)
        elif place.name not in leading_out:
            block.source.fault(place.line, "the chat never ends from here", "let one reply lead to an ending", 3)


def _check_partner(block: Block, partner: str, places: tuple[Place, ...]) -> None:
    """Record a group of one, and a hurting friend of whom nobody else hears."""
    speakers = {bubble.speaker for place in places for bubble in place.bubbles} - {YOU}
    if partner == Partner.GROUP and len(speakers) < _FEWEST_IN_GROUP:
        block.fault_at("who", "a group in which only one writes", "let a second person write, or use another partner")
    acts = any(reply.text.startswith("(") for place in places for reply in place.replies)
    if partner == Partner.HURTING and not acts:
        fix = "add a reply in brackets, such as `- (Tell a grown-up) -> told`"
        block.fault_at("who", "a friend is hurting, and nobody else hears of it", fix)
