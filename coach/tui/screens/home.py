"""Home: the lessons, the family's progress, and the way to everything else."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from coach.course import Course, place_of
from coach.models import Lesson, Progress
from coach.tui.checking import Checker
from coach.tui.family_service import FamilyService
from coach.tui.messages import Destination, OpenDestination, OpenLesson
from coach.tui.safe_text import shown
from coach.tui.screens.too_small import RoomyScreen
from coach.tui.widgets.companion import Companion
from coach.tui.widgets.lines import KeyLine, ReadyLine

GO_ON = "(go on here)"
ACTIONS = {
    Destination.CHECK: "Check a draft",
    Destination.CHAT: "Look at a chat together",
    Destination.NIGHT: "Family night: ten minutes together",
    Destination.AGREEMENT: "Our agreement",
    Destination.LAB: "Picture lab: how a screenshot can lie",
    Destination.SCREENSHOT: "A screenshot of our own: cover names and numbers",
    Destination.CARE: "People who help (F2)",
    Destination.WHO: "Who is here",
    Destination.WORDS: "Our own words (for the grown-up)",
    Destination.SETTINGS: "Settings",
    Destination.HELP: "Help",
    Destination.QUIT: "Quit",
}
"""Everything beside the lessons, in the order shown."""
CASE = "This week's case: "
OPEN, DONE = "\u25c7", "\u2713"
FIRST = (Destination.NIGHT, Destination.CHECK, Destination.CHAT)
"""What comes before the lessons, so that it is in sight on a small screen."""
OWN = "Lessons of your own:"
BROKEN = "! Cannot be opened. To see why, type in a terminal: coach lessons lint {path}"
WELCOME = "Two people, one keyboard. Nothing you type is sent. Only your progress is kept."


class HomeScreen(RoomyScreen, Screen[None]):
    """Lists the lessons with their progress, then everything else."""

    DEFAULT_CSS = """
    HomeScreen Vertical { max-width: 78; height: 1fr; }
    HomeScreen .title { text-style: bold; color: $text-primary; padding: 1 2 0 2; }
    HomeScreen .words { width: 1fr; padding: 0 2 1 2; height: auto; }
    HomeScreen .company { height: auto; }
    HomeScreen Companion { height: 3; margin-right: 2; }
    HomeScreen OptionList { height: 1fr; padding: 0 1; background: $background; }
    HomeScreen OptionList, HomeScreen OptionList:focus { border: none; }
    """

    def __init__(self, course: Course, service: FamilyService, checker: Checker) -> None:
        super().__init__()
        self._checker = checker
        self._course = course
        self._lessons = course.lessons
        self._service = service

    def compose(self) -> ComposeResult:
        """Title, greeting, list."""
        with Vertical():
            yield Static("Coach: kind and careful messages, together", markup=False, classes="title")
            with Horizontal(classes="company"):
                yield Static(WELCOME, markup=False, classes="words", id="last")
                yield Companion()
            yield OptionList(markup=False)
        yield ReadyLine(self._checker)
        yield KeyLine()

    def on_mount(self) -> None:
        """Fill the list."""
        self.show_family()

    def show_family(self) -> None:
        """Show the family's progress, and highlight the lesson to go on with."""
        self.query_one("#last", Static).update(shown("\n".join(self._greeting())))
        choices = self.query_one(OptionList)
        choices.clear_options()
        choices.add_options(self._options())
        self.query_one(Companion).show()
        here = self._here()
        choices.highlighted = choices.get_option_index(f"lesson:{here.name}") if here else 0
        choices.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open what was chosen."""
        kind, _, name = str(event.option_id).partition(":")
        self.post_message(OpenLesson(name) if kind == "lesson" else OpenDestination(Destination(kind)))

    def _options(self) -> Iterator[Option]:
        here = self._here()
        case = self._service.case
        if case:
            progress = self._service.family.track.progress.get(case.name)
            entry = _case_entry(case, progress, is_done=self._service.case_is_done)
            yield Option(entry, id=f"lesson:{case.name}")
        for destination in FIRST:
            yield Option(Content(ACTIONS[destination]), id=destination.value)
        for lesson in self._lessons:
            if lesson.name == self._course.first_own:
                yield Option(shown(OWN, "$text-muted"), disabled=True)
            entry = _entry(lesson, self._service.family.track.progress.get(lesson.name), here=lesson is here)
            yield Option(entry, id=f"lesson:{lesson.name}")
        for path in self._course.broken:
            yield Option(shown(BROKEN.format(path=path), "$text-warning"), disabled=True)
        for destination, words in ACTIONS.items():
            if destination not in FIRST:
                yield Option(Content(words), id=destination.value)

    def _greeting(self) -> Iterator[str]:
        """Who is here, the last promise, and the path of lessons."""
        if self._service.family.playing:
            yield f"Hello, {self._service.family.playing} and your grown-up!"
        promises = {lesson.name: step.promise for lesson in self._lessons for step in lesson.steps if step.promise}
        said = [promises[name].child for name in self._service.family.track.promises if name in promises]
        yield f'Last time you said: "{said[-1]}"' if said else WELCOME
        here = self._here()
        yield self._path()
        yield f"Next: {here.title}" if here else "All done. Well done, you two!"

    def _path(self) -> str:
        """One sign per lesson, in order."""
        progress = self._service.family.track.progress
        return "\u2500".join(progress_words(lesson, progress.get(lesson.name))[0] for lesson in self._lessons)

    def _here(self) -> Lesson | None:
        """The lesson to go on with: the first one begun, else the first one not done."""
        progress = self._service.family.track.progress
        begun = (lesson for lesson in self._lessons if lesson.name in progress and progress[lesson.name].step)
        new = (lesson for lesson in self._lessons if lesson.name not in progress)
        return next(begun, None) or next(new, None)


def _entry(lesson: Lesson, progress: Progress | None, *, here: bool) -> Content:
    """The sign, the title, the progress and the minutes."""
    sign, words = progress_words(lesson, progress)
    title = shown(f"{sign} {lesson.number:>2} ") + shown(lesson.title, "bold") + Content(f"  {GO_ON}" if here else "")
    minutes = "" if here and words else f"{lesson.minutes} minutes"
    return title + shown(f"  {', '.join(filter(None, (words, minutes)))}", "$text-muted")


def _case_entry(case: Lesson, progress: Progress | None, *, is_done: bool) -> Content:
    """The title of this week's case, and its minutes or how far the family came."""
    _, words = progress_words(case, progress)
    about = words if is_done or (progress and progress.step) else f"{case.minutes} minutes"
    return (
        shown(f"{DONE if is_done else OPEN}    {CASE}") + shown(case.title, "bold") + shown(f"  {about}", "$text-muted")
    )


def progress_words(lesson: Lesson, progress: Progress | None) -> tuple[str, str]:
    """The progress in a lesson, as a sign and words."""
    if progress is None:
        return "\u25cb", ""
    try:
        return "\u25d0", place_of(lesson, progress.step)
    except ValueError:
        return ("\u2713", "done") if progress.finished else ("\u25cb", "")
