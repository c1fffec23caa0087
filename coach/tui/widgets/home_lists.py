"""The two lists of home: what to do now, and the path of lessons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from coach.course import Course
from coach.locale import N_, _
from coach.models import Case, Lesson, Progress
from coach.tui.messages import Destination, OpenDestination, OpenLesson
from coach.tui.path import progress_words
from coach.tui.safe_text import shown
from coach.tui.widgets.bounded import BoundedList

ACTIONS: Mapping[Destination, tuple[str, str]] = {
    Destination.CHECK: (N_("Check a draft"), ""),
    Destination.CHAT: (N_("Look at a chat together"), ""),
    Destination.NIGHT: (N_("Family night: ten minutes"), ""),
    Destination.AGREEMENT: (N_("Our agreement"), ""),
    Destination.LAB: (N_("Picture lab: how pictures lie"), ""),
    Destination.SCREENSHOT: (N_("A screenshot of our own"), ""),
    Destination.CARE: (N_("People who help"), "F2"),
    Destination.WHO: (N_("Who is here"), ""),
    Destination.COMPANION: (N_("Your company"), ""),
    Destination.WORDS: (N_("Our own words"), ""),
    Destination.SETTINGS: (N_("Settings"), "F6"),
    Destination.HELP: (N_("Help"), "F1"),
    Destination.QUIT: (N_("Quit"), N_("Ctrl+Q")),
}
"""Everything beside the lessons, in the order shown, with its key."""
FIRST = (Destination.NIGHT, Destination.CHECK, Destination.CHAT)
"""What a family comes for most; the rest follows below a line."""
OWN = N_("Lessons that you added:")
BROKEN = N_("! Cannot be opened. To see why, type in a terminal: coach lessons lint {path}")
PATH = N_("The path")
DONE_THIS_WEEK = N_("done this week")
GO_ON = N_("Go on where you left it")
ANOTHER = N_("\u25c7 Case done. Another: {words}")
IN_NIGHT = N_("\u25c7 Case: done in family night")
WAY = "\u2502"
"""Between two lessons on a large screen."""
WIDTH = 33
"""Columns of a line of the menu, at which its key ends."""


class HomeList(BoundedList):
    """Options that open a lesson or something else."""

    def __init__(self) -> None:
        super().__init__(markup=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open what was chosen."""
        event.stop()
        kind, _colon, name = str(event.option_id).partition(":")
        self.post_message(OpenLesson(name) if name else OpenDestination(Destination(kind)))

    def action_across(self) -> None:
        """Go to the other list, if it is there."""
        self.screen.focus_next(HomeList)

    def fill(self, options: Iterable[Option | None], first: str, *, stays: bool) -> None:
        """Show these options; if the list `stays`, at the place where it was, otherwise at the id `first`."""
        before = self.highlighted_option if stays else None
        place = self.scroll_y
        self.clear_options()
        self.add_options(options)
        known = [option.id for option in self.options]
        if before and before.id in known:
            self.highlighted = known.index(before.id)
            self.scroll_to(y=place, animate=False)
            self.call_after_refresh(self.scroll_to_highlight)
        else:
            self.highlighted = known.index(first) if first in known else 0


class TodayList(HomeList):
    """What is next, this week's case, and all else; on a narrow screen the lessons too."""

    BINDINGS = [Binding("right", "across", N_("To the path"), show=False)]

    @property
    def begins_with_night(self) -> bool:
        """Whether a family night that is half done comes first."""
        return bool(self.options) and self.options[0].id == Destination.NIGHT.value


class PathList(HomeList):
    """Every lesson with its progress."""

    BINDINGS = [Binding("left", "across", N_("To the menu"), show=False)]


def today_options(  # noqa: PLR0913 - what is shown is named
    here: Lesson | None,
    case: Case | None,
    progress: Mapping[str, Progress],
    *,
    case_is_done: bool = False,
    another: Case | None = None,
    case_in_night: bool = False,
    night: str = "",
    flower: str = "",
    company: str = "",
) -> Iterator[Option | None]:
    """The next lesson, this week's case, then everything else.

    `another` is a case for whoever wants more. It comes in the place of this week's once that is done, so that
    everything below keeps its place.
    `night` says where a family night that is half done goes on: it comes first then, and its case with it.
    `flower` stands for the family night that this week had; it is empty if there was none. `case_in_night` says that
    the case was played there. `company` is the name of the companion.
    """
    if night:
        yield _night_begun(night)
    if here:
        words = progress_words(here, progress.get(here.name))[1] or _("{minutes} minutes").format(minutes=here.minutes)
        yield _card(here, _("\u25b8 Next on the path: {words}").format(words=words))
    if case and case_is_done and another:
        yield _card(another, _(ANOTHER).format(words=_place_or_minutes(another, progress)))
    elif case and not (night and not case_is_done):
        words = _(DONE_THIS_WEEK) if case_is_done else _place_or_minutes(case, progress)
        in_night = case_is_done and case_in_night
        yield _card(case, _(IN_NIGHT) if in_night else _("\u25c7 This week's case: {words}").format(words=words))
    for destination in FIRST[1:] if night else FIRST:
        yield _night_had(flower) if flower and destination is Destination.NIGHT else _entry(destination)
    yield None
    keys = {Destination.COMPANION: company}
    yield from (_entry(destination, keys.get(destination, "")) for destination in ACTIONS if destination not in FIRST)


def open_card(lesson: Lesson, progress: Mapping[str, Progress]) -> Option:
    """A lesson that was looked through, and the first question left open in it."""
    words = progress_words(lesson, progress.get(lesson.name))[1]
    return _card(lesson, _("\u25d0 Still open: {words}").format(words=words))


def path_options(
    course: Course, here: Lesson | None, progress: Mapping[str, Progress], *, is_large: bool
) -> Iterator[Option | None]:
    """Every lesson, the family's own ones apart, then the files that cannot be opened."""
    for lesson in course.lessons:
        if lesson.name == course.first_own:
            yield Option(shown(_(OWN), "$text-muted"), disabled=True)
        entry = _station(lesson, progress.get(lesson.name), is_here=lesson is here)
        if is_large:
            entry += _way_on(lesson, progress.get(lesson.name), is_last=lesson is course.lessons[-1])
        yield Option(entry, id=f"lesson:{lesson.name}")
    for path in course.broken:
        yield Option(shown(_(BROKEN).format(path=path), "$text-warning"), disabled=True)


def narrow_options(today: Sequence[Option | None], path: Sequence[Option | None]) -> Iterator[Option | None]:
    """Both lists as one; the next lesson and the case are there twice, once as a card."""
    yield from today
    yield Option(shown(f"\n{_(PATH)}", "bold"), disabled=True)
    for option in path:
        if option is not None:
            yield Option(option.prompt, id=option.id, disabled=option.disabled)


def _place_or_minutes(case: Case, progress: Mapping[str, Progress]) -> str:
    """Where the family was in a case, or how long it takes."""
    known = progress.get(case.name)
    place = progress_words(case, known)[1] if known and known.step else ""
    return place or _("{minutes} minutes").format(minutes=case.minutes)


def _card(lesson: Lesson, words: str) -> Option:
    """Two lines: what it is, and its title."""
    return Option(shown(words) + "\n  " + shown(lesson.title, "bold"), id=f"card:{lesson.name}")


def _entry(destination: Destination, said: str = "") -> Option:
    words, key = ACTIONS[destination]
    return _line(destination, _(words), said or _(key))


def _night_begun(place: str) -> Option:
    words = shown(_("\u25d0 Your family night: {place}").format(place=place))
    return Option(words + "\n  " + shown(_(GO_ON), "bold"), id=Destination.NIGHT.value)


def _night_had(flower: str) -> Option:
    return _line(Destination.NIGHT, _("Family night: {words}").format(words=_(DONE_THIS_WEEK)), flower)


def _line(destination: Destination, words: str, key: str) -> Option:
    gap = " " if key and len(words) + len(key) > WIDTH - 3 else ""
    return Option(Content(f"  {words:<{WIDTH - 2 - len(key)}}{gap}") + shown(key, "dim"), id=destination.value)


def _station(lesson: Lesson, progress: Progress | None, *, is_here: bool) -> Content:
    """The sign, the number and the title."""
    sign, _words = progress_words(lesson, progress)
    return shown(f"{sign} {lesson.number:>2} ") + shown(lesson.title, "bold" if is_here else "")


def _way_on(lesson: Lesson, progress: Progress | None, *, is_last: bool) -> Content:
    """A second line: the way to the next lesson, and the progress or the minutes."""
    words = progress_words(lesson, progress)[1] or _("{minutes} minutes").format(minutes=lesson.minutes)
    return Content("\n") + shown(f"{' ' if is_last else WAY}    {words}", "dim")
