"""Amounts of money that a family earns, owes or keeps at home."""

from __future__ import annotations

import re

from coach.engine.details.lazy_regex import Expression
from coach.engine.details.seeker import Seeker, always, where
from coach.engine.details.wording import QUOTE, is_made_up

_KIN = (
    rf"(?:mum|mom|mam|mummy|mommy|mama|ma|dad|daddy|papa|da|appa|abbu|baba|amma|ammi|parents|folks|rents|nan|gran|"
    rf"grandma|grandad|grandpa|dadi|nani|auntie|aunty|uncle|stepdad|stepmum|stepmom|brother|sister|we|they|he|"
    rf"she){QUOTE}s?"
)
_UNIT = (
    r"(?:k|grand|thousand|hundred|million|mil|lakhs?|crores?|quid|pounds|dollars|bucks|euros?|naira|pesos|rand|"
    r"rupees|cedis)"
)
_WORDS = (
    r"(?:(?:a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|nineteen|twenty|thirty|forty|"
    r"fifty|sixty|seventy|eighty|ninety|half a)[ \t\-]){1,2}"
)
_PER = r"(?:[ \t](?:a|per|every)[ \t](?:month|year|week|day|hour|yr)|[ \t](?:monthly|yearly|in hand))"
_SUM = (
    rf"(?:[£$€₹][ \t]?\d[\d,.]{{0,10}}(?:[ \t]?{_UNIT}\b)?|\d[\d,.]{{0,10}}[ \t]?{_UNIT}\b|r\d{{3,7}}\b|"
    rf"\d{{1,3}},\d{{3}}\b|{_WORDS}{_UNIT}\b|\d{{3,7}}(?={_PER}))"
)


_ABOUT = r"(?:[ \t](?:like|about|around|over|nearly|almost|only|just|at least|roughly))?"
_EARNS = Expression(
    rf"\b{_KIN}[ \t](?:(?:now|only|just|both|already)[ \t])?(?:earns?|makes?|gets|clears|brings? home|takes? home|"
    rf"is on|are on|(?<=s[ \t])on|gets paid|owes?(?:[ \t](?:the|my|a)[ \t]\w{{2,12}})?|"
    rf"have in the bank)(?:[ \t]paid)?{_ABOUT}[ \t]{_SUM}{_PER}?",
    re.IGNORECASE,
)
_RAISE = r"(?:promotion|pay ?rise|raise|rise|bonus|payout)"
_RAISED = Expression(
    rf"\b{_KIN}[ \t](?:(?:just|now|finally|has|have|had)[ \t]){{0,2}}(?:got|gets|was|been|is|are|were)[ \t]"
    rf"(?:(?:promoted|bumped up|bumped|moved up|put up|raised)|(?:a|an|the|his|her)[ \t](?:new[ \t]|big[ \t])?{_RAISE})"
    rf"[ \t](?:to|of|for|with|at|on){_ABOUT}[ \t]{_SUM}{_PER}?",
    re.IGNORECASE,
)
_BONUS = Expression(
    rf"\b{_KIN}[ \t](?:(?:just|now|finally|has|have|had)[ \t]){{0,2}}(?:got|gets|is getting|are getting)[ \t]an?[ \t]"
    rf"{_SUM}[ \t]{_RAISE}\b",
    re.IGNORECASE,
)
_PAY = Expression(
    rf"\b(?:salary|wages?|bonus|pension|income|savings?|pay|paycheck|mortgage|rent|loan|debt)(?:{QUOTE}s|"
    rf"[ \t](?:is|was|are|of)){_ABOUT}[ \t]{_SUM}{_PER}?",
    re.IGNORECASE,
)
_AT_HOME = Expression(
    rf"{_SUM}(?:[ \t](?:of|in|cash|bday|birthday|money|quid|pounds|dollars)){{0,3}}[ \t](?:in|under|behind|"
    rf"inside)[ \t](?:my|the|a|mums|moms|"
    r"dads|nans|his|her|our)[ \t](?:\w{2,12}[ \t]){0,2}(?:drawer|tin|jar|wardrobe|safe|shoe ?box|cupboard|box|"
    r"mattress|teapot|purse|wallet|bag|desk|bed|closet|piggy bank|moneybox|house|home|pillow|sock)\b",
    re.IGNORECASE,
)
_IN_DEBT = Expression(rf"{_SUM}[ \t]in[ \t]debt\b", re.IGNORECASE)
_POCKET_MONEY = Expression(r"[ \t](?:pocket money|allowance|for (?:chores|snacks|lunch))\b", re.IGNORECASE)
_LARGE = Expression(r"\d ?(?:k|grand|thousand|million|mil|lakhs?|crores?)\b", re.IGNORECASE)
_MUCH = 100


def _is_kept(found: re.Match[str], text: str) -> bool:
    """Return whether an amount is more than pocket money."""
    return _is_much(found[0]) and not _POCKET_MONEY.match(text, found.end())


def _is_much(sum_of_money: str) -> bool:
    digits = [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", sum_of_money)]
    return not digits or max(digits) >= _MUCH or _LARGE.search(sum_of_money) is not None


INCOMES = tuple(
    Seeker(expression, where(_is_kept, always("money", name)), unless=(is_made_up,))
    for expression, name in (
        (_EARNS, "income"),
        (_RAISED, "income"),
        (_BONUS, "income"),
        (_PAY, "income"),
        (_AT_HOME, "cash-at-home"),
        (_IN_DEBT, "income"),
    )
)
"""Finds amounts that a family earns, owes or keeps at home."""
