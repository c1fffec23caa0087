"""Ages and birthdays of children."""

from __future__ import annotations

import re

from coach.engine.details.lazy_regex import Expression
from coach.engine.details.seeker import Seeker, always, where
from coach.engine.details.wording import EMOJI, MONTH, QUOTE, WEEKDAY, is_made_up, speaks_of_pets

_AGE = (
    r"(?:1[0-7]|[5-9]|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen)(?:[ \t](?:and (?:a|one) half|and three quarters|and a quarter)|½)?"
)
_YEARS = r"(?:[ \t]?y(?:ea|ee|e|)rs?[ \t]?(?:old)?|[ \t]?y/?o)"
_ORDINAL = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)"
)
_DAY = rf"(?:{_ORDINAL}[ \t](?:of[ \t])?{MONTH}|{MONTH}[ \t](?:the[ \t])?{_ORDINAL})\b(?:,?[ \t]\d{{4}}\b)?"
_NUMERIC = r"(?:\d{1,2}[/.\-]\d{1,2}[/.\-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})\b"
_DATE = rf"(?:{_DAY}|{_NUMERIC})"
_FEAST = (
    r"(?:christmas|xmas|boxing day|new years?(?: (?:day|eve))?|halloween|leap day|valentines(?: day)?|"
    r"easter|eid|diwali|st patrick['’]?s day|anzac day|waitangi day|australia day|freedom day|the weekend)"
)
_WHEN = (
    rf"(?:[ \t](?:today|(?:for|in) (?:another )?\w{{1,8}} (?:more )?(?:days|weeks|months)|(?:til|till|until) {MONTH}|"
    rf"(?:on|at|over|this|next) {_FEAST}|"
    rf"yesterday|tomorrow|tmrw|tmr|(?:on|next|nxt|this|last)[ \t](?:{WEEKDAY}\b|{_DAY}|week)|"
    rf"in[ \t](?:\w{{1,8}}[ \t](?:days|weeks|months)|{MONTH}))\b)"
)
_AFTER_AGE = (
    rf"(?=\s*(?:$|[\r\n]|[.,!?;…)\"”](?!\d)|:(?!\d)|{EMOJI})|{_WHEN}|[ \t](?:and|n|&|but|so|btw|lol|lmao|"
    rf"ha(?:ha){{1,4}}|tbh|too|"
    r"aswell|as well|now|already|bc|cuz|cos|because|from|irl|tho|though|hbu|wbu|u|who|girl|boy|female|male|f|m|x|"
    r"xx|pls|please|hi|hey|not|tall|yes|no|my|i|this year|"
    r"(?:wh?at|wot|how)[ \t](?:about|abt|bout)[ \t](?:you|u|ya|ur?self)|"
    r"how[ \t]old|(?:are|r)[ \t](?:you|u|ya)|(?:wh?at|wot)['’]?s?[ \t](?:is[ \t])?(?:your|ur|yr)[ \t]age)\b)"
)
_SLY = r"(?:only|just|actually|rly|really|still|now|finally|also|basically|literally|technically|nearly|almost)"
_SELF = Expression(
    rf"(?<!\w)(?:i{QUOTE}m|i[ \t]am|i(?:{QUOTE}|[ \t]wi)ll[ \t](?:finally[ \t])?be|just[ \t]turned|"
    rf"we{QUOTE}re both|we are both)[ \t](?:{_SLY}[ \t])?(?P<age>{_AGE})(?![\w'’½]|[.,:/\-]\d)(?:{_YEARS}\b|"
    rf"{_WHEN})?{_AFTER_AGE}",
    re.IGNORECASE,
)
_TURNING = Expression(
    rf"(?<!\w)(?:i[ \t](?:go[ \t])?)?(?:turn|turns|turned|turning|finally be)[ \t](?P<age>{_AGE})(?![\w'’½]|"
    rf"[.,:/\-]\d){_WHEN}?{_AFTER_AGE}",
    re.IGNORECASE,
)
_TO_BE = Expression(
    rf"(?<!\w)my[ \t](?:[\w'’]{{1,10}}[ \t]){{0,2}}(?:brother|bro|sister|sis|cousin|twins?|bestie|best friend)[ \t]"
    rf"(?:[^\W\d_]{{2,14}}[ \t])?(?:will be|['’]ll be|is (?:going to|gonna) be|"
    rf"turns|is turning|just turned|turned)"
    rf"[ \t]{_AGE}(?![\w'’½]|[.,:/\-]\d){_WHEN}?{_AFTER_AGE}",
    re.IGNORECASE,
)
_BARE = Expression(
    rf"(?:(?:^|(?<=[.!?\n\"”] )|(?<=[\"”\n]))(?P<age>{_AGE})(?:[ \t](?:today|tomorrow|tmrw)|"
    rf"[ \t](?:in|on|next|this)[ \t]"
    rf"(?:{MONTH}|{WEEKDAY})\b)(?![ \t](?:at|we|is|are)\b)|"
    rf"\bin (?:yr|year|grade|class|p|std)?[ \t]?\d{{1,2}}(?:st|nd|rd|th)?(?: grade)? (?:and|so|n) (?:im |i['’]m )?"
    rf"{_AGE}(?![\w'’½]|[.,:/\-]\d){_AFTER_AGE}|"
    rf"\b(?:bio|about me|profile|asl)(?:[ \t]\w{{2,8}})?:[ \t]{_AGE}(?=[,.;|/]|$| {EMOJI})|"
    rf"\b(?:my age(?: is|:)|age[ \t]?[:=])[ \t](?:only |actually |just )?{_AGE}(?![\w'’½]|[.,:/\-]\d)|"
    rf"\b(?:i am|i{QUOTE}m)[ \t](?:a[ \t])?20(?:0[89]|1\d)[ \t](?:baby|kid|born|liner)\b)",
    re.IGNORECASE,
)
_MY_PARTY = Expression(
    r"\bmy[ \t](?:(?:1[0-7]|[5-9])th|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|"
    r"fifteenth|sixteenth)[ \t]b(?:irth)?day(?:[ \t]party)?[ \t]"
    r"(?:is|on|this|next|tomorrow|today|was (?:on|last|yesterday))\b",
    re.IGNORECASE,
)
_FINE = Expression(
    rf"\b(?:b(?:irth)?-?days?|dob|born)\b[^\n]{{0,40}}?\b(?:its|it['’]s|it is|on)[ \t](?:the[ \t])?(?P<date>{_DATE})",
    re.IGNORECASE,
)
_THEIRS = Expression(
    rf"(?<!\w)(?:s?he{QUOTE}s|(?:brother|bro|sister|sis|cousin|twins?)(?:[ \t][^\W\d_]{{2,14}})?(?:{QUOTE}s|"
    rf"[ \t](?:is|are)))[ \t](?:{_SLY}[ \t])?(?P<age>{_AGE})(?![\w'’½]|[.,:/\-]\d)(?:{_YEARS}\b|"
    rf"{_WHEN})?{_AFTER_AGE}",
    re.IGNORECASE,
)
_SHORT = Expression(
    r"(?<![\w/.:])(?:(?:1[0-7]|[5-9])[ \t]?/[ \t]?[fm]|[fm][ \t]?/[ \t]?(?:1[0-7]|[5-9])|(?:1[0-7])[FM])(?![\w/])"
    rf"|(?:^|(?<=[\r\n])|(?<=hi )|(?<=hey )|(?<=hiii )|(?<=hii ))(?:(?:1[0-7]|[5-9])[ \t]?[fm]\b(?=[ \t]?(?:,|"
    rf"from\b|here\b|$))|{_AGE}{_YEARS}\b(?![ \t](?:dog|cat|account|phone|for|ago|after|later|in a row)))",
    re.IGNORECASE,
)
_BIRTHDAY = Expression(
    rf"\b(?:my[ \t]|our[ \t]|her[ \t]|his[ \t])?(?:b(?:irth)?-?days?|dob|d\.o\.b\.?|date of birth)(?:{QUOTE}s|"
    rf"[ \t](?:is|was|its)|[ \t]?[:=])?[ \t]{{0,2}}(?:on[ \t])?(?:the[ \t])?{_DATE}|"
    rf"{_DAY}[ \t]is[ \t]my[ \t]b(?:irth)?day\b",
    re.IGNORECASE,
)
_BORN = Expression(rf"\bborn[ \t](?:on[ \t]|in[ \t])?(?:the[ \t])?(?:{_DATE}|(?P<alone>20[012]\d)\b)", re.IGNORECASE)
_MY_NEXT = Expression(
    rf"\b(?:its|it['’]s|it is)[ \t]my[ \t](?:1[0-7]|[5-9])th(?:[ \t]b(?:irth)?day)?[ \t](?:today|tomorrow|tmrw|"
    rf"on[ \t]{WEEKDAY}\b)",
    re.IGNORECASE,
)


_SUPPOSED = Expression(
    r"\b(?:when|whenever|if|until|till|til|once|wish|pretend|says?|said|think|thinks|thought|tell|like|before|"
    r"acting|feel)(?:[ \t][\w'’]{1,10}){0,2}[ \t]{1,2}$",
    re.IGNORECASE,
)
_ELDERS = Expression(
    r"\b(?:mum|mom|dad|nan|gran|grandma|grandad|grandpa|uncle|aunt|auntie|teacher|queen|king|president|jesus|"
    r"einstein|mr|mrs|ms|sir|miss|shakespeare|actor|singer|idol|celebrity|player|oppa)(?:['’]?s)?\b[^.!?\n]{0,30}$",
    re.IGNORECASE,
)


def _is_meant(found: re.Match[str], text: str) -> bool:
    return not _SUPPOSED.search(text[max(found.start() - 40, 0) : found.start()])


def _is_childs(found: re.Match[str], text: str) -> bool:
    """Return whether a birthday is a child's, by its wording and, if given, its year."""
    years = re.findall(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)", found[0])
    young = all(2005 <= int(year) <= 2025 for year in years)
    return young and not _ELDERS.search(text[max(found.start() - 60, 0) : found.start()])


_IS_AGE = where(_is_meant, always("age-birthday", "age"))
_IS_BIRTHDAY = where(_is_childs, always("age-birthday", "birthday"))
BIRTHS = (
    *(Seeker(one, _IS_AGE) for one in (_SELF, _SHORT, _MY_NEXT, _BARE, _MY_PARTY)),
    *(Seeker(one, _IS_BIRTHDAY) for one in (_BIRTHDAY, _FINE)),
    Seeker(_BORN, _IS_BIRTHDAY, unless=(is_made_up,)),
    *(Seeker(one, _IS_AGE, unless=(speaks_of_pets,)) for one in (_TURNING, _TO_BE, _THEIRS)),
)
"""Finds ages and birthdays of children."""
