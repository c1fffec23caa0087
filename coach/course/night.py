"""Puts a family night together: the last promise, this week's case, a duel, a new promise. Reads `night.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from coach.course.own_lessons import Course
from coach.course.people import about_others
from coach.course.walk import place_of, step_called
from coach.course.week import another_case, is_done, this_weeks_case
from coach.locale import _, spoken
from coach.models import (
    AS_WORDED,
    NIGHT,
    AgeGroup,
    Audience,
    Case,
    Decide,
    DecideWay,
    Duel,
    Family,
    Lesson,
    Night,
    Passage,
    Pause,
    Progress,
    Promise,
    Reader,
    SampleAnswer,
    Step,
)

Words = Mapping[str, Any]


@cache
def night_words(age: AgeGroup | None = None) -> Words:
    """Read the words of a night for an age group; a child of unknown age gets what younger children get."""
    words = tomllib.loads(Path(__file__).with_name("night.toml").read_text(encoding="utf-8"))
    return {**words, **{name: _over(words[name], other) for name, other in words.get(age or "", {}).items()}}


def _over(said: Any, other: Any) -> Any:  # noqa: ANN401 - whatever TOML holds
    """Return what is said, with other words on top."""
    return {**said, **other} if isinstance(said, dict) else other


def night_duels(age: AgeGroup | None = None) -> tuple[Duel, ...]:
    """Return the duels of an age group for weeks whose case has none."""
    fitting = {None, age or AgeGroup.YOUNGER}
    return tuple(
        Duel(
            start=each["start"],
            category=each["marks"],
            audience=Audience(each["audience"]),
            passes=tuple(SampleAnswer(text=text, line=1) for text in each["passes"]),
            fails=tuple(SampleAnswer(text=text, line=1) for text in each["fails"]),
            line=1,
        )
        for each in night_words()["duels"]
        if each.get("age") in fitting
    )


def course_is_done(course: Course, family: Family) -> bool:
    """Return whether the child using Coach now finished every lesson that Coach ships."""
    progress = family.track.progress
    shipped = [lesson for lesson in course.lessons if lesson.name not in course.own]
    return bool(shipped) and all(one.name in progress and progress[one.name].finished for one in shipped)


def place_in_night(night: Night, so_far: Progress) -> str:
    """Return where a night that was begun goes on, such as `step 3 of 6`; empty if it was only looked into."""
    step = step_called(night, so_far.step)
    is_begun = step is not None and (so_far.answered or step is not night.steps[0])
    return place_of(night, so_far.step) if is_begun else ""


def night_of(course: Course, family: Family, today: date) -> Night:
    """Return the night of this week for the child using Coach now; promises of today are too new to ask about."""
    words = night_words(family.age)
    case, seen = _begun_case(course, family, today), None
    if case is None:
        case, seen = _weeks_case(course, family, today)
    case, seen = (one and about_others(one, family) for one in (case, seen))
    promised = _promised_tonight(family, today)
    offered = course.called(promised) or next(_offered(course, family, case or seen), None)
    before = _before(course, family, today)
    steps = (*before, *_case(case, seen, family.age), *_duel(case, family), *_promise(offered, family.age))
    return Night(
        name=NIGHT,
        number=0,
        title=_(words["title"]),
        goal=_(words["goal"]),
        minutes=words["minutes"],
        language=spoken(),
        steps=steps,
        case=case,
        promises=offered.name if offered else "",
        own=family.track.own_words(offered.name) if offered else AS_WORDED,
        has_promised=bool(promised),
    )


def _begun_case(course: Course, family: Family, today: date) -> Case | None:
    """Return the case of the night that was begun, also when it was played to its end; None if there is none."""
    so_far = family.begun_night(today)
    return next((case for case in course.cases if so_far and case.name == so_far.case), None)


def _weeks_case(course: Course, family: Family, today: date) -> tuple[Case | None, Case | None]:
    """Return the case for a new night, and this week's case if it was played before."""
    weeks = this_weeks_case(course.cases, family.track, family.age, today)
    seen = weeks if weeks and is_done(family.track, weeks.name, today) else None
    case = None if seen else weeks
    if seen and family.track.progress[seen.name].day == today:  # played this evening: take up the next one
        case = another_case(course.cases, family.track, family.age, today)
    return case, seen


def _promised_tonight(family: Family, today: date) -> str:
    """Return the name of the lesson whose promise was made in the night that was begun; empty if none was."""
    so_far = family.begun_night(today)
    return so_far.promised if so_far else ""


def _before(course: Course, family: Family, today: date) -> Iterator[Step]:
    """Arrive, then look back at the last promise."""
    said, age = night_words(family.age), family.age
    yield _step("arrive", age, _both(_(said["arrive"]["text"])), pause=Pause(line=2))
    last = _last_promise(course, family, today)
    if last is None:
        if not family.nights:
            yield _step("first", age, Passage(reader=Reader.TALK, text=_(said["first"]["text"]), line=1))
        return
    child, parent = (
        Passage(reader=reader, text=_(said["held"][reader]).format(promise=words), line=line)
        for line, (reader, words) in enumerate(((Reader.CHILD, last.child), (Reader.PARENT, last.parent)), 1)
    )
    ways = (DecideWay(text=_(text), answer=_(answer), line=3) for text, answer in said["held"]["ways"])
    yield _step("held", age, child, parent, decide=Decide(ways=tuple(ways), line=3))


def _last_promise(course: Course, family: Family, today: date) -> Promise | None:
    """Return the promise made last before today and tonight; if the agreement words it anew, its last lines."""
    new, agreed = _new_promises(family, today), family.agreement
    last = next((name for name in reversed(family.track.promises) if name not in new), "")
    promise = promise_as_made(course, family, last)
    if promise and not (agreed and all(agreed.sides) and promise.child not in agreed.child):
        return promise
    made = [made for name in new if (made := promise_as_made(course, family, name))]
    said = {words for one in made for words in (one.child, one.parent)}
    sides = [[line for line in side if line not in said] for side in agreed.sides] if agreed else []
    at = -1 if promise else 0
    return Promise(child=sides[0][at], parent=sides[1][at], line=1) if sides and all(sides) else None


def _new_promises(family: Family, today: date) -> set[str]:
    """Return the lessons whose promise was made today or tonight, which is too early to ask whether it held."""
    return {_promised_tonight(family, today), *(name for name, made in family.track.made.items() if made.day == today)}


def promise_as_made(course: Course, family: Family, lesson: str) -> Promise | None:
    """Return the promise of the lesson of this name, in the family's own words if it was made in such."""
    found = course.called(lesson)
    promise, own = promise_of(found) if found else None, family.track.own_words(lesson)
    if promise is None:
        return None
    return promise.model_copy(update={"child": own.child or promise.child, "parent": own.parent or promise.parent})


def _case(case: Case | None, seen: Case | None, age: AgeGroup | None) -> Iterator[Step]:
    """This week's case, or a word about it if it is done."""
    if case:
        yield from case.for_age(age).steps
    elif seen:
        words = _(night_words(age)["seen"]["text"]).format(title=seen.title)
        yield _step("seen", age, Passage(reader=Reader.TALK, text=words, line=1))


def _duel(case: Case | None, family: Family) -> Iterator[Step]:
    """A duel, unless the case has one; another one each night."""
    duels, age = night_duels(family.age), family.age
    if case is None or not any(step.duel for step in case.steps):
        yield _step(
            "duel", age, _both(_(night_words(age)["duel"]["text"])), duel=duels[len(family.nights) % len(duels)]
        )


def _promise(offered: Lesson | None, age: AgeGroup | None) -> Iterator[Step]:
    promise = promise_of(offered) if offered else None
    if promise:
        yield _step("promise", age, _both(_(night_words(age)["promise"]["text"])), promise=promise)


def _offered(course: Course, family: Family, case: Case | None) -> Iterator[Lesson]:
    """List the lessons whose promise fits tonight, best first: not made yet, then made the longest ago."""
    made, begun = family.track.promises, family.track.progress
    promising = {lesson.name: lesson for lesson in course.lessons if promise_of(lesson)}
    new = [lesson for name, lesson in promising.items() if name not in made]
    practised = case.practises if case else ""
    yield from sorted(new, key=lambda lesson: (lesson.name != practised, lesson.name not in begun))
    yield from (promising[name] for name in made if name in promising)


def promise_of(lesson: Lesson) -> Promise | None:
    """Return the promise of a lesson, if it has one."""
    return next((step.promise for step in lesson.steps if step.promise), None)


def _both(text: str) -> Passage:
    return Passage(reader=Reader.BOTH, text=text, line=1)


def _step(name: str, age: AgeGroup | None, *passages: Passage, **practice: object) -> Step:
    """Make a step of the night, in the words for an age group; its slug is one that no case has."""
    heading = _(night_words(age)[name]["heading"])
    return Step(heading=heading, slug=f"{NIGHT} {name}", passages=passages, line=1, **practice)
