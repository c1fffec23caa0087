"""The walk through a chat: what it adds up to, one page for each mark, and an end."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Button, Static

from coach.chats.together import together
from coach.helplines import help_with_chat
from coach.locale import N_, _, ngettext
from coach.models import Counsel, Report
from coach.threads import ReadTurn
from coach.threads.chat_walk import ChatWalk, MarkedTurn
from coach.threads.plan import planned
from coach.threads.walk_pages import WalkPage, is_long, pages_of
from coach.threads.words import said_of_time
from coach.tui.relabel import relabel
from coach.tui.safe_text import shown
from coach.tui.widgets.chat_steps import ChatStep
from coach.tui.widgets.climb_words import words_of_climb
from coach.tui.widgets.flag_entries import FlagEntry, flag_entries, help_words
from coach.tui.widgets.flag_list import FlagList, country_in
from coach.tui.widgets.more_line import MoreLine, has_more
from coach.tui.widgets.turn_view import TurnView

ANSWER = N_("What would you answer?")
IF_ANSWERED = N_("A safe answer?")
"""Where the advice is to write no answer."""
TO_PLAN, TO_END = N_("To the plan"), N_("To the end")
SHORT = {ANSWER: N_("Answer"), TO_PLAN: N_("Plan"), TO_END: N_("End")}
"""What the buttons say where a row has no room for more."""
_ROOMY = 72
"""The fewest columns in which a row with all buttons can be read."""
SAME_STEPS = N_("The same steps as before.")
"""In place of the steps that the mark before had too."""


class MarkList(FlagList):
    """The advice on one turn; it scrolls with the page."""

    DEFAULT_CSS = """
    MarkList { height: auto; min-height: 0; padding: 0; }
    """

    def __init__(self, one: ReadTurn, before: ReadTurn | None = None) -> None:
        """Show the advice on `one`; what to do is not said again where it is the same as for the mark `before`."""
        super().__init__()
        self.can_focus = False
        self.report = without_repeated_steps(one.report, before.report) if before else one.report

    def _current_entries(self) -> Iterator[FlagEntry]:
        if self.report is not None:
            yield from flag_entries(self.report, Counsel(), country_in(self.app))


def without_repeated_steps(report: Report, before: Report) -> Report:
    """Return a report that says in a few words where what to do is the same as in the report before."""
    said, same = {flag.steps for flag in before.flags if flag.steps}, {"steps": (_(SAME_STEPS),)}
    flags = (flag.model_copy(update=same) if flag.steps in said else flag for flag in report.flags)
    return report.model_copy(update={"flags": tuple(flags)})


class WalkStep(ChatStep):
    """Pages to walk through, back and forth."""

    DEFAULT_CSS = """
    WalkStep #place { height: auto; padding: 0 1; text-style: bold; }
    WalkStep #page { height: 1fr; padding: 0 1; }
    WalkStep #page .line { height: auto; margin-bottom: 1; }
    WalkStep #page .climb { height: auto; padding-left: 1; margin-bottom: 1; border-left: outer $error; }
    WalkStep #page .care { height: auto; padding-left: 1; margin-bottom: 1; border-left: outer $success; }
    """

    def __init__(self, walk: ChatWalk, then: Callable[[], object]) -> None:
        """Walk through what was found; call `then` behind the end."""
        super().__init__()
        self._then = then
        self._walk = walk
        self._pages = pages_of(walk)
        self.number = 0
        """Of the page, from 0: what it adds up to; then the marks; then the end."""

    @property
    def _last(self) -> int:
        return len(self._pages) + 1 if self._pages else 0

    @property
    def _marks_here(self) -> WalkPage | None:
        """The marks of this page, if it has any."""
        return self._pages[self.number - 1] if 1 <= self.number <= len(self._pages) else None

    @property
    def mark(self) -> MarkedTurn | None:
        """The first mark of this page, if it has one."""
        return self._marks_here.marks[0] if self._marks_here else None

    @property
    def answered(self) -> MarkedTurn | None:
        """The mark that can be answered from here: of several, the last one."""
        marks = reversed(self._marks_here.marks) if self._marks_here else ()
        return next((mark for mark in marks if self._walk.may_answer(mark)), None)

    @property
    def may_skip(self) -> bool:
        """Whether the rest of the marks may be left out: in a long walk, everywhere but at the end."""
        return is_long(self._walk) and self.number < self._last

    def compose(self) -> ComposeResult:
        """The place, the page, the ways on."""
        yield Static("", markup=False, id="place")
        yield (page := VerticalScroll(id="page"))
        with Horizontal(classes="row"):
            yield Button(_("\u2190 Back"), id="back", compact=True)
            yield Button(_("Next \u2192"), id="next", variant="primary", compact=True)
            yield Button(_(ANSWER), id="answer", compact=True)
            yield Button(_(TO_END), id="skip", compact=True)
            yield Button(_("We are done"), id="home", compact=True)
            yield MoreLine(page)

    async def on_mount(self) -> None:
        """Show the first page."""
        await self._draw()

    def start(self) -> None:
        """Let the arrows scroll the page; at the end, Enter leaves."""
        is_end = 0 < self._last == self.number
        self.query_one("#home" if is_end else "#page").focus()

    def on_key(self, event: events.Key) -> None:
        """Let Enter on the page go on: first to what is below, at last to the way home."""
        page = self.query_one("#page", VerticalScroll)
        if event.key != "enter" or not page.has_focus:
            return
        event.stop()
        if has_more(page):
            page.scroll_page_down(animate=False)
        elif self.number < self._last:
            self.go_on()
        else:
            self.query_one("#home").focus()

    def go_on(self) -> None:
        """Show the next page, or leave after the last."""
        if self.number < self._last:
            self._go(self.number + 1)
        else:
            self._then()

    def go_back(self) -> bool:
        """Show the page before; False if this is the first."""
        if self.number:
            self._go(self.number - 1)
            return True
        return False

    def skip(self) -> None:
        """Show the end."""
        if self.may_skip:
            self._go(self._last)

    def _go(self, number: int) -> None:
        self.number = number
        self.call_later(self._draw)

    def show_country(self) -> None:
        """Show the help lines of another country."""
        self.call_later(self._draw)

    async def _draw(self) -> None:
        page = self.query_one("#page", VerticalScroll)
        async with self.batch():
            self.query_one("#place", Static).update(shown(self._place()))
            self._draw_buttons()
            await page.remove_children()
            await page.mount_all(self._page())
        page.scroll_home(animate=False)
        self.start()
        self.screen.refresh_bindings()

    def on_resize(self) -> None:
        """Let the buttons say less where they have less room."""
        self._draw_buttons()

    def _draw_buttons(self) -> None:
        answer, skip = self.query_one("#answer", Button), self.query_one("#skip", Button)
        needs_one = self.answered is not None and not self.answered.need_not_be_answered
        relabel(answer, self._fitting(ANSWER if needs_one else IF_ANSWERED))
        relabel(skip, self._fitting(TO_PLAN if any(planned(self._walk)) else TO_END))
        answer.display = self.answered is not None
        skip.display = self.may_skip
        self.query_one("#back").display = self.number > 0
        self.query_one("#next").display = self.number < self._last

    def _fitting(self, label: str) -> str:
        """Return a label, in short where the row of a long walk is narrow."""
        is_narrow = self.may_skip and self.app.size.width < _ROOMY
        return _(SHORT.get(label, label) if is_narrow else label)

    def _place(self) -> str:
        page, count = self._marks_here, len(self._walk.marks)
        if page is None:
            return _("The whole chat") if not self.number else _("The end")
        if page.first < page.last:
            return _("Marks {first} to {last} of {count}").format(first=page.first, last=page.last, count=count)
        counter = _("Mark {number} of {count}").format(number=page.first, count=count)
        if page.marks[0].is_quiet:
            return counter
        one = page.marks[0].one
        chat = f", {one.turn.chat}" if one.turn.chat else ""
        return _("{counter}: {when}message {number}{chat}").format(
            counter=counter, when=said_of_time(one.turn), number=one.place, chat=chat
        )

    def _page(self) -> Iterator[Widget]:
        if page := self._marks_here:
            yield from _mark_page(page)
            if any(map(self._walk.needs_no_answer, page.marks)):
                yield _line(_(together().said["no-answer"]))
        elif self.number:
            yield from self._end()
        else:
            yield from self._whole()

    def _end(self) -> Iterator[Widget]:
        """After an alarm, the plan and who can help; else a question."""
        if plan := list(planned(self._walk)):
            yield _line("\n".join(plan))
            country = country_in(self.app)
            if lines := help_with_chat(self._walk.flags, country, is_alarm=True):
                yield Static(shown("\n".join(help_words(lines, country))), markup=False, classes="care")
        else:
            yield _line(_(together().said["end"]))
        yield _line(" ".join(_(together().said[name]) for name in self._walk.farewell))

    def _whole(self) -> Iterator[Widget]:
        walk, said = self._walk, together().said
        yield _line(walk.said_of_reading)
        yield from (
            _line(_("{name}: not a chat that Coach knows, not read.").format(name=name)) for name in walk.others
        )
        if not walk.knows_child:
            yield _line(_(said["either-way"]))
        if walk.is_calm:
            yield _line(_(said[walk.calm]))
            yield _line(" ".join(_(said[name]) for name in walk.farewell))
            return
        if walk.marks:
            yield _line(self._marks())
        yield from (Static(words_of_climb(each), markup=False, classes="climb") for each in walk.alarms)
        yield from map(_line, filter(None, (*walk.together, walk.banter)))
        country = country_in(self.app)
        if lines := help_with_chat(walk.flags, country, is_alarm=bool(walk.alarms)):
            yield Static(shown("\n".join(help_words(lines, country))), markup=False, classes="care")

    def _marks(self) -> str:
        count = self._walk.flagged
        words = ngettext("1 message to look at together.", "{count:,} messages to look at together.", count).format(
            count=count
        )
        if count > len(self._walk.marks):
            words += " " + _(together().said["first-marks"]).format(count=len(self._walk.marks))
        if self._walk.is_of_both:
            words += " " + _(together().said["others-first"])
        return f"{words} {_('Next (F4) goes from one to the next.')}"


def _mark_page(page: WalkPage) -> Iterator[Widget]:
    mark = page.marks[0]
    own = mark.said_of_own
    for one, is_mark in () if mark.is_quiet else page.turns:
        if own and is_mark:
            yield _line(_(together().said[own]))
            own = ""
        yield TurnView(one, is_marked=is_mark or one is mark.question)
    if len(page.marks) > 1:
        yield _line(_(together().said["same-advice"]))
    if mark.is_unmarked:
        yield _line(_(together().said["unmarked"]))
    else:
        yield Vertical(MarkList(mark.one, page.before.one if page.before else None), classes="line")


def _line(words: str) -> Static:
    return Static(shown(words), markup=False, classes="line")
