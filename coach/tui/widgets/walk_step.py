"""The walk through a chat: what it adds up to, one page for each mark, and an end."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Button, Static

from coach.chats.together import together
from coach.helplines import Helpline, help_with_chat
from coach.locale import N_, _, ngettext
from coach.models.thread import Between, Skip
from coach.threads.chat_walk import ChatWalk, MarkedTurn
from coach.threads.known import known_of
from coach.threads.plan import planned
from coach.threads.walk_pages import WalkPage, first_things, is_long, own_gravest, pages_of, skip_from
from coach.threads.words import said_of_time
from coach.tui.family_app import country_in
from coach.tui.relabel import relabel
from coach.tui.safe_text import shown
from coach.tui.widgets.chat_steps import SKIPS, ChatStep
from coach.tui.widgets.climb_words import words_of_climb
from coach.tui.widgets.flag_entries import help_words
from coach.tui.widgets.mark_page import line, mark_page
from coach.tui.widgets.more_line import MoreLine, has_more

ANSWER = N_("What would you answer?")
IF_ANSWERED = N_("A safe answer?")
"""Where the advice is to write no answer."""
SHORT = {ANSWER: N_("Answer"), **dict(zip(SKIPS.values(), (N_("Your words"), N_("Plan"), N_("End")), strict=True))}
"""What the buttons say where a row has no room for more."""
_ROOMY = 72
"""The fewest columns in which a row with all buttons can be read."""


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
        self._first = first_things(walk)
        self._ahead = 1 if self._first else 0
        """How many pages come between what it adds up to and the marks: one if there is something to do first."""
        self.number = 0
        """Of the page, from 0: what it adds up to; what to do first, if anything; then the marks; then the end."""
        self._came_from = dict[int, int]()
        """From which page a page was skipped to."""

    @property
    def _last(self) -> int:
        return self._ahead + len(self._pages) + 1 if self._pages else 0

    @property
    def _marks_here(self) -> WalkPage | None:
        """The marks of this page, if it has any."""
        at = self.number - 1 - self._ahead
        return self._pages[at] if 0 <= at < len(self._pages) else None

    @property
    def _is_first(self) -> bool:
        """Whether this page says what to do first."""
        return bool(self._first) and self.number == 1

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
    def skips_to(self) -> Skip | None:
        """Where the way may be cut short to."""
        goal = skip_from(self._walk, self._pages, max(self.number - self._ahead, 0))
        return Skip.END if self._is_first and goal is Skip.PLAN else goal

    def compose(self) -> ComposeResult:
        """The place, the page, the ways on."""
        yield Static("", markup=False, id="place")
        yield (page := VerticalScroll(id="page"))
        with Horizontal(classes="row"):
            yield Button(_("\u2190 Back"), id="back", compact=True)
            yield Button(_("Next \u2192"), id="next", variant="primary", compact=True)
            yield Button(_(ANSWER), id="answer", compact=True)
            yield Button(_(SKIPS[Skip.END]), id="skip", compact=True)
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
        """Show the page before, or the one that the way was cut short at; False if this is the first."""
        if self.number:
            self._go(self._came_from.pop(self.number, self.number - 1))
            return True
        return False

    def skip(self) -> None:
        """Cut the way short."""
        if goal := self.skips_to:
            number = own_gravest(self._pages) + self._ahead if goal is Skip.OWN else self._last
            if goal is Skip.PLAN and not self.number:
                number = 1
            self._came_from[number] = self.number
            self._go(number)

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
        goal = self.skips_to
        relabel(skip, self._fitting(SKIPS[goal or Skip.END]))
        answer.display = self.answered is not None
        skip.display = goal is not None
        self.query_one("#back").display = self.number > 0
        self.query_one("#next").display = self.number < self._last

    def _fitting(self, label: str) -> str:
        """Return a label, in short where the row of a long walk is narrow."""
        is_narrow = self.skips_to is not None and self.app.size.width < _ROOMY
        return _(SHORT.get(label, label) if is_narrow else label)

    def _place(self) -> str:
        page = self._marks_here
        if page is None:
            return _("What to do first") if self._is_first else _("The end") if self.number else _("The whole chat")
        left = self._last - 1 - self.number
        if not (is_long(self._walk) and left):
            return self._marks_in(page)
        return f"{self._marks_in(page)} \u00b7 {ngettext('1 more page', '{count} more pages', left).format(count=left)}"

    def _marks_in(self, page: WalkPage) -> str:
        count = len(self._walk.marks)
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
            yield from mark_page(page, self._lines_said())
            if any(map(self._walk.needs_no_answer, page.marks)):
                yield line(_(together().said["no-answer"]))
        elif self._is_first:
            yield from self._plan()
            yield line(_(together().said["stop-here"]))
        elif self.number:
            yield from self._end()
        else:
            yield from self._whole()

    def _end(self) -> Iterator[Widget]:
        """After an alarm, the plan and who can help; else a question."""
        if self._walk.alarms and any(planned(self._walk)):
            yield from self._plan()
        else:
            yield line(_(together().said["end"]))
            yield from (line("\n".join(known)) for known in [list(known_of(self._walk))] if known)
        yield line(" ".join(_(together().said[name]) for name in self._walk.farewell))

    def _plan(self) -> Iterator[Widget]:
        """What to do first, what the others know by now, and who can help."""
        yield line("\n".join(self._first))
        if known := list(known_of(self._walk)):
            yield line("\n".join(known))
        yield from self._help()

    def _help(self) -> Iterator[Widget]:
        country = country_in(self.app)
        if lines := self._lines_said():
            yield Static(shown("\n".join(help_words(lines, country))), markup=False, classes="care")

    def _lines_said(self) -> tuple[Helpline, ...]:
        """The help lines of the whole chat."""
        return help_with_chat(self._walk.flags, country_in(self.app), is_alarm=bool(self._walk.alarms))

    def _whole(self) -> Iterator[Widget]:
        walk, said = self._walk, together().said
        yield line(walk.said_of_reading)
        yield from (line(_("{name}: not a chat that Coach knows, not read.").format(name=name)) for name in walk.others)
        if not walk.knows_child:
            yield line(_(said["either-way"]))
        if walk.between is Between.UNSURE and walk.marks:
            yield line(_(said["unsure-between"]))
        if walk.is_calm:
            yield line(_(said[walk.calm]))
            yield line(" ".join(_(said[name]) for name in walk.farewell))
            return
        if walk.marks:
            yield line(self._marks())
        yield from (Static(words_of_climb(each), markup=False, classes="climb") for each in walk.alarms)
        yield from map(line, filter(None, (*walk.together, walk.banter)))
        yield from self._help()

    def _marks(self) -> str:
        count = self._walk.flagged
        words = ngettext("1 message to look at together.", "{count:,} messages to look at together.", count).format(
            count=count
        )
        if count > len(self._walk.marks):
            words += " " + _(together().said["first-marks"]).format(count=len(self._walk.marks))
        if self._walk.is_of_both:
            words += " " + _(together().said["others-first"])
        if len(self._pages) < len(self._walk.marks):
            words += " " + _(together().said["gathered"])
        return f"{words} {_('Next (F4) goes from one to the next.')}"
