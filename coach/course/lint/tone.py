"""Finds a lesson of one tone: sentences all of one length or one beginning, no question, or one kind of practice only.

The limits are far from the lessons that Coach ships: their sentences differ from the average by 37 to 50 %, at most one
in five begins with the most frequent word, and each lesson has at least two kinds of practice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from statistics import fmean, pstdev

from coach.course.lint.rhythm import FEWEST, prose_of
from coach.course.wording import word_count, words_of
from coach.errors import Fault
from coach.models import AgeGroup, Lesson, StepKind
from coach.source import Source

LEAST_SPREAD = 0.25
"""How far the lengths of sentences differ at least, as a share of their average."""
MOST_ALIKE = 0.33
"""The largest share of sentences that may begin with the same word."""
FEWEST_PRACTICES = 3
"""A lesson with fewer practices need not vary them."""
_NOT_PRACTISED = {StepKind.READ, StepKind.TALK, StepKind.PICTURE, StepKind.PROMISE}


def one_tone(source: Source, lesson: Lesson, ages: Iterable[AgeGroup] = AgeGroup) -> Iterator[Fault]:
    """Report each way in which a lesson has only one tone, as a fault of the whole file."""
    seen: set[str] = set()
    for age in ages:
        track = lesson.for_age(age)
        sentences = list(prose_of(track)) if lesson.is_english else []
        found = [*_of_practices(track), *(_of_sentences(sentences) if len(sentences) >= FEWEST else ())]
        for problem, fix in (one for one in found if one[0] not in seen):
            seen.add(problem)
            yield Fault(source.path, 0, 1, problem, fix)


def _of_practices(lesson: Lesson) -> Iterator[tuple[str, str]]:
    kinds = [step.kind for step in lesson.steps if step.kind not in _NOT_PRACTISED]
    if len(kinds) >= FEWEST_PRACTICES and len(set(kinds)) == 1:
        problem = f"all {len(kinds)} practices are of one kind: {kinds[0]}"
        yield problem, "let the two do something else in one of them: sort, write, chat, decide, or try it on a phone"


def _of_sentences(sentences: Sequence[str]) -> Iterator[tuple[str, str]]:
    counts = [word_count(sentence) for sentence in sentences]
    spread = pstdev(counts) / fmean(counts)
    if spread < LEAST_SPREAD:
        problem = f"sentences differ by only {spread:.0%} from their average length: at least {LEAST_SPREAD:.0%} needed"
        yield problem, "let a short sentence follow a long one, as when you speak"
    word, often = Counter(words_of(sentence)[0].lower() for sentence in sentences).most_common(1)[0]
    if often > MOST_ALIKE * len(sentences):
        problem = f"{often} of {len(sentences)} sentences begin with `{word}`: at most {MOST_ALIKE:.0%} allowed"
        yield problem, "begin some of them otherwise"
    if not any("?" in sentence for sentence in sentences):
        yield "the child is asked nothing", "ask the child a real question, one without a trick"
