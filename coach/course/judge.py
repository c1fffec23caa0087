"""Coach's responses to answers: kind, about the words, and with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from coach.course.wording import has_words, same_words, says_something
from coach.models import Choice, Concern, Judgement, Message, Report, RewriteTask, Sorted

Check = Callable[[Message], Report]
"""Checks a message; the engine is passed in as a function."""

_NUMBERS = ("none", "one", "two", "three", "four", "five", "six")


def judge_choice(choice: Choice, chosen: frozenset[int]) -> Judgement:
    """Judge the chosen options, counted from 0.

    Raises:
        IndexError: there is no such option.
    """
    if not chosen:
        return Judgement(passed=False, words="Choose an answer first.")
    if min(chosen) < 0:
        raise IndexError(min(chosen))
    if choice.several:
        return _judge_several(choice, chosen)
    if len(chosen) > 1:
        return Judgement(passed=False, words="Only one answer is right here. Choose one.")
    option = choice.options[min(chosen)]
    return Judgement(passed=option.right, words=option.answer)


def judge_sort(item: Sorted, box: str) -> Judgement:
    """Judge putting `item` into `box`."""
    if box in item.boxes:
        return Judgement(passed=True, words=item.answer)
    return Judgement(passed=False, words=f"Have another look. {item.answer}")


def judge_rewrite(rewrite: RewriteTask, text: str, check: Check) -> Judgement:
    """Judge `text`, a rewrite of the draft that `rewrite` starts with."""
    if not says_something(text):
        return Judgement(passed=False, words="Write your own words first. Short is fine.")
    if same_words(text, rewrite.start):
        return Judgement(passed=False, words="These are still the first words. Change a part and try again.")
    report = check(Message(text=text, audience=rewrite.audience))
    missing = [word for word in rewrite.keep if not has_words(text, word)]
    if care := report.of(Concern.CARE):
        return Judgement(passed=False, words=care[0].why)
    if missing:
        return Judgement(passed=False, words=f"Keep {_quoted(missing)} in it, so that it still says what you want.")
    if report.flags:
        phrase = " ".join(report.flags[0].phrase.split())
        return Judgement(passed=False, words=f'Look at "{phrase}" again. {report.flags[0].why}')
    return Judgement(passed=True, words="These words work. Coach finds nothing in them to stop at.")


def _judge_several(choice: Choice, chosen: frozenset[int]) -> Judgement:
    right = {at for at, option in enumerate(choice.options) if option.right}
    options = [choice.options[at] for at in sorted(chosen)]
    if len(options) == 1:
        answers = options[0].answer
    else:
        answers = "\n".join(f"{option.text}: {option.answer}" for option in options)
    if chosen == right:
        return Judgement(passed=True, words=answers)
    return Judgement(passed=False, words=f"{_what_is_missing(len(chosen - right), len(right - chosen))}\n{answers}")


def _what_is_missing(wrong: int, missing: int) -> str:
    said = []
    if wrong:
        said.append(f"{_number(wrong)} of these {'does' if wrong == 1 else 'do'} not fit.")
    if missing:
        said.append(f"{_number(missing)} more {'is' if missing == 1 else 'are'} right.")
    return " ".join(["Have another look." if wrong else "Good start.", *said])


def _number(count: int) -> str:
    return (_NUMBERS[count] if count < len(_NUMBERS) else str(count)).capitalize()


def _quoted(words: Iterable[str]) -> str:
    return " and ".join(f'"{word}"' for word in words)
