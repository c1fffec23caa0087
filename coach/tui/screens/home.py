"""Home: where the family is on the path, what is next, and the way to everything else."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from coach.course import Course
from coach.course import today as this_day
from coach.locale import N_, _, spoken
from coach.models import Lesson
from coach.tui.checking import Checker
from coach.tui.family_service import FamilyService
from coach.tui.messages import OpenLesson
from coach.tui.path import left_open_last, next_on_path, practised, progress_words, promised, said_before, signs_of
from coach.tui.preferences import COMPANIONS, companion_of
from coach.tui.safe_text import shown
from coach.tui.screens.too_small import RoomyScreen
from coach.tui.widgets.companion import Companion
from coach.tui.widgets.home_lists import (
    PATH,
    PathList,
    TodayList,
    narrow_options,
    open_card,
    path_options,
    today_options,
)
from coach.tui.widgets.lines import KeyLine, ReadyLine
from coach.tui.widgets.night_path import newest_flower, newest_flowers
from coach.tui.widgets.path_line import PathLine
from coach.tui.widgets.remembered import Remembered
from coach.tui.widgets.typed_number import TypedNumber

TODAY, BOTH = N_("Today"), N_("Today and the path")
"""Above the first list; it holds the path too where the screen is narrow."""
NOBODY = N_("Coach has no name for you yet, so this is the course for all ages. To type one, choose: Who is here.")
WELCOME = N_("Two people, one keyboard. Nothing you type is sent. Only your progress is kept.")
ALL_DONE = N_("You came to the end of the path. Well done, you two!")
NARROW = 80
"""Below so many columns, both lists are one."""
WAIT = 0.8
"""Seconds in which a second digit may follow the first."""
LARGE = Size(110, 36)
"""From this size on, every lesson has two lines."""


class HomeScreen(RoomyScreen, Screen[None]):
    """Two lists side by side, below the path; a wide screen adds what was promised and practised."""

    BINDINGS = [Binding("f6", "app.settings", N_("Settings"), priority=True)]
    DEFAULT_CSS = """
    HomeScreen #hello { height: auto; margin: 1 1 0 1; }
    HomeScreen Companion { margin: 0 2; }
    HomeScreen #words { width: 1fr; height: auto; min-height: 3; }
    HomeScreen.-narrow #words, HomeScreen.-short #words { min-height: 1; }
    HomeScreen PathLine { margin: 0 1 1 1; }
    HomeScreen .column { width: 1fr; height: 1fr; margin: 0 1; }
    HomeScreen .column > .heading { height: 1; }
    HomeScreen #today { width: 37; }
    HomeScreen #lessons { width: 1fr; max-width: 48; margin: 0; }
    HomeScreen OptionList { height: 1fr; }
    HomeScreen Remembered { display: none; }
    HomeScreen.-broad Remembered { display: block; }
    HomeScreen.-broad #today { margin: 0 3 0 1; }
    HomeScreen.-broad #lessons { width: 43; }
    HomeScreen.-narrow #today { width: 1fr; }
    HomeScreen.-narrow #lessons { display: none; }
    HomeScreen.-narrow PathLine { margin: 0 1; }
    HomeScreen.-narrow #words { max-height: 4; }
    """

    def __init__(self, course: Course, service: FamilyService, checker: Checker) -> None:
        super().__init__()
        self._checker = checker
        self._course = course
        self._service = service
        self.language = ""
        """The language of its words; empty before it was shown. Below a lesson it may be shown in that one's."""
        self._room = (False, False)
        """Whether the screen is narrow, and whether it is large."""
        self._typed = TypedNumber()
        self._shown: tuple[str, frozenset[str]] | None = None
        """Who was here, and what was finished or looked through, when home was shown last."""

    def compose(self) -> ComposeResult:
        """Who is here, the path, both lists, what was promised."""
        self.language = spoken()
        yield Static(_("Coach: kind and careful messages, together"), markup=False, id="title")
        with Horizontal(id="hello"):
            yield Static(_(WELCOME), markup=False, id="words")
            yield Companion()
        yield PathLine()
        with Horizontal():
            with Vertical(id="today", classes="column"):
                yield Static("", markup=False, classes="heading")
                yield TodayList()
            with Vertical(id="lessons", classes="column"):
                yield Static(_(PATH), markup=False, classes="heading")
                yield PathList()
            yield Remembered(classes="column")
        yield ReadyLine(self._checker)
        yield KeyLine()

    def on_mount(self) -> None:
        """Fill the lists."""
        self._room = room_in(self.app.size)
        self.show_family()

    def on_resize(self, event: events.Resize) -> None:
        """Put both lists in one on a narrow screen, and stretch the path on a large one."""
        if room_in(event.size) != self._room:
            self._room = room_in(event.size)
            self._fill(stays=True)

    def on_key(self, event: events.Key) -> None:
        """Open a lesson by its number, as the list shows it; wait a moment where another digit may follow."""
        if event.character and event.character in "0123456789":
            event.stop()
            self._open_number(self._typed.add(event.character, self._numbers))
            if digits := self._typed.digits:
                self.set_timer(WAIT, lambda: self._end_number(digits))

    def _end_number(self, digits: str) -> None:
        """Open the lesson of these digits if no other one followed."""
        if self.is_current and self._typed.digits == digits:
            self._open_number(self._typed.end(self._numbers))

    def _open_number(self, number: int | None) -> None:
        if number is not None:
            self.post_message(OpenLesson(self._numbers[number]))

    @property
    def _numbers(self) -> dict[int, str]:
        """The lessons by number; where two have the same, the first."""
        return {lesson.number: lesson.name for lesson in reversed(self._course.lessons)}

    def show_family(self, left: str = "") -> None:
        """Show the family's progress, at the place or lesson that was left, or at what is next after a finished one."""
        track, lessons = self._service.family.track, self._course.lessons
        here = self._here()
        self.query_one("#words", Static).update(shown(self._greeting()))
        flowers = newest_flowers(self._service.family.nights)
        self.query_one(PathLine).show(signs_of(lessons, track.progress), self._place(here), self._where(here), flowers)
        done = practised((*lessons, *self._course.cases), track)
        self.query_one(Remembered).show(promised(lessons, self._service.family), done, self._service.family.agreement)
        self.query_one(Companion).show()
        before, playing = self._shown, self._service.family.playing
        self._shown = playing, frozenset(name for name, known in track.progress.items() if known.has_ended)
        self._fill(stays=before == self._shown, left=left)
        self.query_one(ReadyLine).watch_readiness()  # said in another language if a lesson in one was open
        if self.focused is None or before is None or before[0] != playing:
            self.query_one(TodayList).focus()

    def show_company(self) -> None:
        """Say who keeps the family company now."""
        if self.is_mounted and self._shown:
            self._fill(stays=True)

    def _fill(self, *, stays: bool, left: str = "") -> None:
        here, progress = self._here(), self._service.family.track.progress
        service, night = self._service, self._service.played.place_in_night
        today = list(
            today_options(
                here,
                service.played.case,
                progress,
                case_is_done=service.played.case_is_done,
                another=service.played.another_case,
                case_in_night=service.played.case_in_night,
                night=night,
                flower=newest_flower(service.family.nights) if service.played.is_night_had else "",
                company=_(COMPANIONS[companion_of(service.family.comfort)]),
            )
        )
        left_open = left_open_last(self._course.lessons, progress)
        if left_open and left_open is not here:
            today.insert(today.index(None), open_card(left_open, progress))  # what is above keeps its place
        is_narrow, is_large = self._room
        self.query_one("#today .heading", Static).update(_(BOTH if is_narrow else TODAY))
        path = list(path_options(self._course, here, progress, is_large=is_large))
        first = left if stays and left else here.name if here else ""
        lessons, place = self.query_one(PathList), f"lesson:{first}"
        there = lessons.highlighted_option.id if lessons.highlighted_option else ""
        lessons.fill(path, place, stays=stays and (not left or there == place))
        shown_today = self.query_one(TodayList)
        is_new = bool(night) and not shown_today.begins_with_night
        options = narrow_options(today, path) if is_narrow else today
        shown_today.fill(options, "", stays=stays and not is_new)

    def _greeting(self) -> str:
        """Who is here, and the last promise."""
        family = self._service.family
        age = next((one.age for one in family.members if one.nickname == family.playing), "")
        hello = _("Hello, {child} ({age} years) and your grown-up!").format(child=family.playing, age=age)
        hello = (hello if family.playing else _(NOBODY)) + "\n"
        said = said_before(self._course.lessons, self._service.family, this_day())
        return hello + (_('Last time you said: "{promise}"').format(promise=said) if said else _(WELCOME))

    def _place(self, here: Lesson | None) -> int:
        """The station to point at, counted from 0."""
        return self._course.lessons.index(here) if here else len(self._course.lessons) - 1

    def _where(self, here: Lesson | None) -> str:
        if here is None:
            return _(ALL_DONE)
        words = progress_words(here, self._service.family.track.progress.get(here.name))[1]
        return _("Here: {place}").format(place=f"{here.title}, {words}" if words else here.title)

    def _here(self) -> Lesson | None:
        return next_on_path(self._course.lessons, self._service.family.track.progress)


def room_in(size: Size) -> tuple[bool, bool]:
    """Return whether a screen is narrow, and whether it is large."""
    return size.width < NARROW, size.width >= LARGE.width and size.height >= LARGE.height
