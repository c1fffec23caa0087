"""The two lists of home: what to do now, and the path of lessons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from coach.course import Course
from coach.models import Case, Lesson, Progress
from coach.tui.messages import Destination, OpenDestination, OpenLesson
from coach.tui.path import progress_words
from coach.tui.safe_text import shown

ACTIONS: Mapping[Destination, tuple[str, str]] = {
    Destination.CHECK: ("Check a draft", ""),
    Destination.CHAT: ("Look at a chat together", ""),
    Destination.NIGHT: ("Family night: ten minutes", ""),
    Destination.AGREEMENT: ("Our agreement", ""),
    Destination.LAB: ("Picture lab: how pictures lie", ""),
    Destination.SCREENSHOT: ("A screenshot of our own", ""),
    Destination.CARE: ("People who help", "F2"),
    Destination.WHO: ("Who is here", ""),
    Destination.WORDS: ("Our own words", ""),
    Destination.SETTINGS: ("Settings", "F6"),
    Destination.HELP: ("Help", "F1"),
    Destination.QUIT: ("Quit", "Ctrl+Q"),
}
"""Everything beside the lessons, in the order shown, with its key."""
FIRST = (Destination.NIGHT, Destination.CHECK, Destination.CHAT)
"""What a family comes for most; the rest follows below a line."""
OWN = "Lessons that you added:"
BROKEN = "! Cannot be opened. To see why, type in a terminal: coach lessons lint {path}"
PATH = "The path"
WAY = "\u2502"
"""Between two lessons on a large screen."""
WIDTH = 33
"""Columns of a line of the menu, at which its key ends."""


class HomeList(OptionList):
    """Options that open a lesson or something else."""

    def __init__(self) -> None:
        super().__init__(markup=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open what was chosen."""
        event.stop()
        kind, _, name = str(event.option_id).partition(":")
        self.post_message(OpenLesson(name) if name else OpenDestination(Destination(kind)))

    def action_across(self) -> None:
        """Go to the other list, if it is there."""
        self.screen.focus_next(HomeList)

    def fill(self, options: Iterable[Option | None], first: str) -> None:
        """Show these options, the one with the id `first` highlighted."""
        self.clear_options()
        self.add_options(options)
        known = [option.id for option in self.options]
        self.highlighted = known.index(first) if first in known else 0


class TodayList(HomeList):
    """What is next, this week's case, and all else; on a narrow screen the lessons too."""

    BINDINGS = [Binding("right", "across", "To the path", show=False)]


class PathList(HomeList):
    """Every lesson with its progress."""

    BINDINGS = [Binding("left", "across", "To the menu", show=False)]


def today_options(here: Lesson | None, case: Case | None, progress: Mapping[str, Progress]) -> Iterator[Option | None]:
    """The next lesson and this week's case, then everything else."""
    if here:
        words = progress_words(here, progress.get(here.name))[1] or f"{here.minutes} minutes"
        yield _card(here, f"\u25b8 Next on the path: {words}")
    if case:
        words = progress_words(case, progress.get(case.name))[1] or f"{case.minutes} minutes"
        yield _card(case, f"\u25c7 This week's case: {words}")
    yield from (_entry(destination) for destination in FIRST)
    yield None
    yield from (_entry(destination) for destination in ACTIONS if destination not in FIRST)


def path_options(
    course: Course, here: Lesson | None, progress: Mapping[str, Progress], *, is_large: bool
) -> Iterator[Option | None]:
    """Every lesson, the family's own ones apart, then the files that cannot be opened."""
    for lesson in course.lessons:
        if lesson.name == course.first_own:
            yield Option(shown(OWN, "$text-muted"), disabled=True)
        entry = _station(lesson, progress.get(lesson.name), is_here=lesson is here)
        if is_large:
            entry += _way_on(lesson, progress.get(lesson.name), is_last=lesson is course.lessons[-1])
        yield Option(entry, id=f"lesson:{lesson.name}")
    for path in course.broken:
        yield Option(shown(BROKEN.format(path=path), "$text-warning"), disabled=True)


def narrow_options(today: Sequence[Option | None], path: Sequence[Option | None]) -> Iterator[Option | None]:
    """Both lists as one; the next lesson and the case are there twice, once as a card."""
    yield from today
    yield Option(shown(f"\n{PATH}", "bold"), disabled=True)
    for option in path:
        if option is not None:
            yield Option(option.prompt, id=option.id, disabled=option.disabled)


def _card(lesson: Lesson, words: str) -> Option:
    """Two lines: what it is, and its title."""
    return Option(shown(words) + "\n  " + shown(lesson.title, "bold"), id=f"card:{lesson.name}")


def _entry(destination: Destination) -> Option:
    words, key = ACTIONS[destination]
    return Option(Content(f"  {words:<{WIDTH - 2 - len(key)}}") + shown(key, "dim"), id=destination.value)


def _station(lesson: Lesson, progress: Progress | None, *, is_here: bool) -> Content:
    """The sign, the number and the title."""
    sign, _ = progress_words(lesson, progress)
    return shown(f"{sign} {lesson.number:>2} ") + shown(lesson.title, "bold" if is_here else "")


def _way_on(lesson: Lesson, progress: Progress | None, *, is_last: bool) -> Content:
    """A second line: the way to the next lesson, and the progress or the minutes."""
    words = progress_words(lesson, progress)[1] or f"{lesson.minutes} minutes"
    return Content("\n") + shown(f"{' ' if is_last else WAY}    {words}", "dim")
