"""The end of a family night, line by line: how many there were, and a certificate if the course is done."""

from __future__ import annotations

from pathlib import Path

from coach.course import Course, course_is_done, today
from coach.errors import InputError
from coach.family import save_certificate
from coach.locale import N_, _
from coach.models import Family
from coach.models.certificate import MAX_NAME, Certificate
from coach.plain.console import Console

FIRST = N_("That was your first family night.")
SAID = N_("That was family night number {count}.")
NEXT = N_("Any evening next week is a good one for the next. And if a week goes by, it does not matter.")
TONIGHT = N_("You two had your family night today.")
MORE = N_("If you both want more this evening: a draft of your own, a lesson or a case are in the menu.")
DONE = N_("You have done the whole course. There is a certificate for you.")


def end_night(console: Console, course: Course, family: Family) -> None:
    """Say which night it was, and offer a certificate after the last lesson."""
    count = len(family.nights)
    console.say(_(FIRST) if count == 1 else _(SAID).format(count=count))
    console.say(_(NEXT))
    if course_is_done(course, family):
        console.say(_(DONE))
        _certificate(console, course, family)


def say_over(console: Console) -> None:
    """Say that the evening's night is over, when the next one is, and what else there is."""
    for words in (TONIGHT, NEXT, MORE):
        console.say(_(words))


def _certificate(console: Console, course: Course, family: Family) -> None:
    """Ask for the file and the names, and save the page; Enter goes on without one."""
    name = console.ask(_("Type a file name that ends in .pdf or .html to save it. Enter goes on."))
    if not name:
        return
    child = console.ask(_("The child's name, as it shall be written:")) or family.playing
    grown_up = console.ask(_("The grown-up's name:"))
    lessons = sum(lesson.name not in course.own for lesson in course.lessons)
    certificate = Certificate(child=child[:MAX_NAME], grown_up=grown_up[:MAX_NAME], lessons=lessons, day=today())
    try:
        lost = save_certificate(certificate, Path(name).expanduser())
    except InputError as error:
        console.say(str(error))
        return
    console.say(
        _("Saved as {name}.").format(name=name)
        + (_(" No font here has these letters: {lost}").format(lost=lost) if lost else "")
    )
