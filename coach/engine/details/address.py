"""Street addresses: a number, one to three words and a kind of street, as written in several countries."""

from __future__ import annotations

import re

from coach.engine.details.detail import Detail
from coach.engine.details.lazy_regex import Expression
from coach.engine.details.seeker import Seeker, always
from coach.engine.details.wording import END, GAP, is_made_up, is_notice, ordinary

_FIRM = (
    r"street|strt|str|road|lane|avenue|avenu|crescent|cres|terrace|terr|tce|drive|court|close|boulevard|blvd|mews|"
    r"gardens|gdns|grove|croft|parade|pde|highway|hwy|alley|parkway|pkwy|spinney|crossing"
)
_SHORT = r"st|rd|ln|ave|av|dr|ct|pl|sq|cir|cl"
_LOOSE = (
    r"way|place|row|rise|walk|hill|green|view|park|square|circle|trail|loop|quay|house|estate|heights|villas?|"
    r"towers?|cross|bank|fields?|meadows?|copse|common|pointe?|yard|buildings|residenc(?:y|es)|apartments|enclave|"
    r"colony|nagar|vihar|society|bhavan|block|lodge|cottages?"
)
_MISSPELT = (
    r"raod|roade|rode|rowd|stret|streat|sreet|steet|streeet|streer|aveneu|avanue|avenew|layn|laine|cresent|cresant|"
    r"crecent|teris|terris|terace|drve|drieve|clouse|klose"
)
"""Kinds of streets as young children spell them; `rode` is also a word."""
_KINDS = rf"(?P<kind>{_FIRM}|{_SHORT}|{_LOOSE}|{_MISSPELT})\b\.?"
_NUMBER = r"(?:\d{1,5}(?:[a-d]?[/\-]\d{1,4})?(?:[ \-]?[a-d])?|[a-z]-?\d{1,4})\b"
_UNIT = r"(?:flat|apt|apartment|unit|building|bldg)\.?[ \t]?(?:no\.?[ \t]?)?#?\d{1,4}[a-z]?,?[ \t]{1,2}"
_PREFIX = r"(?:(?:no\.?|number|plot|house|hse|blk|block|door)[ \t]{0,2})"
_NAME = r"(?:[^\W\d_][\w'’.\-]{0,20}|\d{1,3}(?:st|nd|rd|th))"
_TAIL = r"(?P<tail>,?[ \t](?:apt|unit|flat|suite|#)\.?[ \t]?#?\d{1,4}[a-z]?\b)?"
_START = r"(?<![\w£$€₹#%*@])(?<!\d[.,:/\-])"

_STREET = Expression(
    rf"{_START}(?P<front>(?:{_UNIT})(?:{_UNIT})?(?:at[ \t])?(?:{_PREFIX}?{_NUMBER},?[ \t]{{1,2}})?|"
    rf"{_PREFIX}?{_NUMBER},?[ \t]{{1,2}})"
    rf"(?:street[ \t]\d{{1,3}},?[ \t])?(?P<name>(?:{_NAME}{GAP}){{1,3}}?){_KINDS}{_TAIL}",
    re.IGNORECASE,
)
_ABROAD = Expression(
    rf"{_START}{_PREFIX}?{_NUMBER},?[ \t](?:heol|ffordd|stryd|sr[aá]id|b[oó]thar|rue|jalan|jln|lorong|"
    rf"calle)(?:[ \t](?:y|yr|na|an|de|la|del|du|"
    rf"des))?[ \t][^\W\d_][\w'’\-]{{1,20}}(?:[ \t](?-i:[A-Z])[\w'’\-]{{1,20}}){{0,2}}",
    re.IGNORECASE,
)
_BLOCK = Expression(r"\b(?:blk|block)[ \t]?\d{1,4}[a-z]?\b[^\n!?]{0,40}?#\d{1,2}-\d{1,4}[a-z]?\b", re.IGNORECASE)
_BOX = Expression(r"\bp\.? ?o\.? ?box[ \t]\d{1,6}\b", re.IGNORECASE)
_CUE = Expression(
    r"(?:^|[.!?:;=,\n]|\b(?:its|it['’]s|is|at|to|mine|mines|address|live|lives|house|from|on|number|come|were|"
    r"we['’]re))[ \t]{0,2}$",
    re.IGNORECASE,
)
_CUE_OF_HOME = Expression(
    r"\b(?:its|it['’]s|it is|is|liv(?:e|es)?[ \t](?:at|on|in)|liv(?:e|es)?|address|hou?se?|home|mine)[ \t]{1,2}$",
    re.IGNORECASE,
)
_AFTER_SHORT = Expression(
    rf"{END}|[ \t](?:apt|just|come|and|n|if|pls|plz|bring|by|at|in|lol|tho|x|w|with|so|but|near|next|ring|first|"
    rf"after)\b",
    re.IGNORECASE,
)
_AFTER_KIND = Expression(
    r"[ \t](?:food|lights?|lamps?|art|party|fair|dance|dogs?|cats?|signs?|works?|trip|race|rage|accidents?|style|"
    r"wear|fighter|vendors?|parking|side|hockey|cricket|football|performers?|corners?|points?|\d)\b",
    re.IGNORECASE,
)
_AFTER_VERB = Expression(r"[ \t](?:up|down|the|my|our|your|ur|to|of)\b", re.IGNORECASE)
_GAME = (
    r"(?:(?:my|our|the|this|ur|your)[ \t])?(?:minecraft|roblox|bloxburg|brookhaven|berry avenue|livetopia|adopt ?me|"
    r"fortnite|gta|(?:the )?sims(?: ?4)?|animal crossing|stardew|terraria|toca(?: (?:boca|life|world))?|avatar world|"
    r"(?:my|our|the|this) (?:server|realm|smp|game))\b"
)
_IN_A_GAME = Expression(rf"[ \t](?:in|on)[ \t]{_GAME}", re.IGNORECASE)
"""Right after an address that is part of a game: `12 diamond street in our server`."""
_OF_A_GAME = Expression(rf"\b(?:in|on)[ \t]{_GAME}[ \t](?:is|its|at)[ \t]$", re.IGNORECASE)
"""Right before one: `my house in bloxburg is 4 oak lane`."""
_GAME_WITHIN = 40
"""How many characters before an address its game may begin."""
_CUED = 20
"""How many characters before an address are looked at."""
_NEXT_WITHIN = 80
"""How many characters after an address its next word is looked for."""
_FAMOUS = Expression(
    r"10,? downing|221 ?b? ?baker|4,? privet|124 conch|742 evergreen|42 wallaby|62 west wallaby|32 windsor gard|"
    r"12 grim|1600 penn|1 greendale|31 spooner|17 cherry tree|52 festive|10 cloverfield|2[12] jump|3 abbey|8 mile|"
    r"9 bonecandle|1313 |1428 elm|13 elm|11 wall|350 fifth|112 ocean|1640 riverside|84 charing|23 railway cutt|"
    r"7 eccles|22 acacia|1407 graymalkin|177 ?a bleecker|20 ingram|4 yancy|\d+ wisteria|\d+ sesame|\d+ coronation",
    re.IGNORECASE,
)


def _street(found: re.Match[str], text: str) -> Detail | None:
    if _is_in_a_game(found, text) or not _is_address(found, text):
        return None
    return Detail(found.start(), found.end() - found[0].endswith("."), "oversharing/address", "street-address")


def _is_address(found: re.Match[str], text: str) -> bool:
    """Return whether the words between number and kind are a street name."""
    name = found["name"].split()
    if _FAMOUS.search(found[0]) or not ordinary("not-a-street").isdisjoint(word.lower() for word in name):
        return False
    kind = found["kind"].lower()
    named = all(word[0].isupper() or word[0].isdigit() for word in name) and not text.isupper()
    is_home = _CUE_OF_HOME.search(text[max(found.start() - _CUED, 0) : found.start()]) is not None
    is_verb = not (named or is_home) and _AFTER_VERB.match(text, found.end())
    if _AFTER_KIND.match(text, found.end()) or is_verb:
        return False
    if re.fullmatch(_SHORT, kind) and found["tail"] is None and not found[0].endswith("."):
        ends = _AFTER_SHORT.match(text, found.end()) is not None
        return ends or (named and not text[found.end() : found.end() + _NEXT_WITHIN].lstrip()[:1].isupper())
    if re.fullmatch(_FIRM, kind) or re.match(_UNIT, found["front"], re.IGNORECASE):
        return True
    if re.fullmatch(_MISSPELT, kind):
        return is_home
    cued = _CUE.search(text[max(found.start() - _CUED, 0) : found.start()]) is not None
    return cued and (named or not name[-1].lower().endswith("s"))


def _is_in_a_game(found: re.Match[str], text: str) -> bool:
    """Return whether a game is named right after the address, or right before it."""
    before = text[max(found.start() - _GAME_WITHIN, 0) : found.start()]
    return bool(_IN_A_GAME.match(text, found.end()) or _OF_A_GAME.search(before))


ADDRESSES = (
    Seeker(_STREET, _street, unless=(is_made_up, is_notice)),
    *(Seeker(one, always("address", "street-address"), unless=(is_made_up,)) for one in (_ABROAD, _BLOCK, _BOX)),
)
"""Finds street addresses that are neither famous nor part of a story."""
