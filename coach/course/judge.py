"""Coach's responses to choices and to items that were sorted: kind, and with a reason."""

from __future__ import annotations

from collections.abc import Callable

from coach.locale import N_, _, ngettext
from coach.models import Choice, Judgement, Message, Report, Sort, Sorted

Check = Callable[[Message], Report]
"""Checks a message; the engine is passed in as a function."""

_NUMBERS = (N_("None"), N_("One"), N_("Two"), N_("Three"), N_("Four"), N_("Five"), N_("Six"))


def judge_choice(choice: Choice, chosen: frozenset[int]) -> Judgement:
    """Judge the chosen options, counted from 0.

    Raises:
        IndexError: there is no such option.
    """
    if not chosen:
        return Judgement(passed=False, words=_("Choose an answer first."))
    if min(chosen) < 0:
        raise IndexError(min(chosen))
    if choice.several:
        return _judge_several(choice, chosen)
    if len(chosen) > 1:
        return Judgement(passed=False, words=_("Only one answer is right here. Choose one."))
    option = choice.options[min(chosen)]
    return Judgement(passed=option.right, words=option.answer)


def judge_sort(sort: Sort, item: Sorted, box: str) -> Judgement:
    """Judge putting `item` into `box`; more care than it needs is right too."""
    if box in item.boxes:
        return Judgement(passed=True, words=item.answer)
    if sort.is_more_careful(item, box):
        fine = _(" or ").join(item.boxes)
        words = _("You can be that careful. Here this would be fine too: {boxes}.").format(boxes=fine)
        return Judgement(passed=True, words=f"{words} {item.answer}")
    words = _("“{box}”? Have another look.").format(box=box)
    return Judgement(passed=False, words=f"{words} {item.answer}")


def _judge_several(choice: Choice, chosen: frozenset[int]) -> Judgement:
    right = {at for at, option in enumerate(choice.options) if option.right}
    options = [choice.options[at] for at in sorted(chosen)]
    if len(options) == 1:
        answers = options[0].answer
    else:
        signs = {True: "\u2713", False: "\u2717"}
        answers = "\n".join(f"{signs[option.right]} {option.text}: {option.answer}" for option in options)
    if chosen == right:
        return Judgement(passed=True, words=answers)
    return Judgement(passed=False, words=f"{_what_is_missing(len(chosen - right), len(right - chosen))}\n{answers}")


def _what_is_missing(wrong: int, missing: int) -> str:
    said = []
    if wrong:
        words = ngettext("{number} of these does not fit.", "{number} of these do not fit.", wrong)
        said.append(words.format(number=_number(wrong)))
    if missing:
        words = ngettext("{number} more is right.", "{number} more are right.", missing)
        said.append(words.format(number=_number(missing)))
    return " ".join([_("Have another look.") if wrong else _("Good start."), *said])


def _number(count: int) -> str:
    return _(_NUMBERS[count]) if count < len(_NUMBERS) else str(count)
