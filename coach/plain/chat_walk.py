"""The walk through a chat, line by line: what it adds up to, then one mark after the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from coach.chats.together import together
from coach.counsel import CheckWithCounsel, pipeline_of
from coach.helplines import OUTSIDE, help_with_chat
from coach.locale import N_, _, ngettext
from coach.models import Concern, Flag, Message
from coach.models.thread import Between, Skip
from coach.plain.console import Console, WentBack
from coach.plain.practices import tell
from coach.threads import ShownClimb
from coach.threads.answering import ReplyCheck
from coach.threads.chat_walk import ChatWalk, MarkedTurn
from coach.threads.known import known_of
from coach.threads.plan import planned
from coach.threads.survey import audience_of
from coach.threads.walk_pages import WalkPage, first_things, is_long, own_gravest, pages_of, skip_from
from coach.threads.words import said_in, said_of_climb, said_of_sender, said_of_steps, said_of_time

ON, ON_OR_ANSWER = N_("Enter goes on."), N_("Enter goes on, a practises an answer.")
SKIPS: Mapping[Skip, str] = {
    Skip.OWN: N_("e goes to what you wrote."),
    Skip.PLAN: N_("e goes to the plan."),
    Skip.END: N_("e goes to the end."),
}
ON_TO_MARKS = N_("Enter goes on to what was written.")
REPLY = N_("Type it. Enter goes back to the chat.")


class PlainWalk:
    """Walks through what was found in a chat."""

    def __init__(self, console: Console, check: CheckWithCounsel, country: str, walk: ChatWalk) -> None:
        self._console = console
        self._check = check
        self._country = country
        self._walk = walk
        self._pages = pages_of(walk)
        self._first = first_things(walk)
        self._came_from = dict[int, int]()
        """From which page a page was skipped to."""

    def go(self) -> None:
        """Go from the whole and what to do first to the end; b goes back by one page, and e to the end.

        Raises:
            WentBack: back from the whole.
        """
        self._say_whole()
        at = start = -1 if self._first and self._pages else 0
        while at < len(self._pages):
            try:
                at = self._visit(at) if at >= 0 else self._say_first()
            except WentBack:
                if at == start:
                    raise
                at = self._came_from.pop(at, at - 1)
        self._say_end()

    def _say_first(self) -> int:
        """Say what to do first, and return the number of the page to go to: the end is behind the last."""
        self._console.say()
        self._say_lines(self._first)
        self._say_lines(known_of(self._walk))
        goes_to_end = self._console.ask(f"{_(ON_TO_MARKS)} {_(SKIPS[Skip.END])}").lower() == "e"
        return len(self._pages) if goes_to_end else 0

    def _say_end(self) -> None:
        """After an alarm, say the plan and who can help; else ask what was new."""
        if plan := list(planned(self._walk)):
            self._say_lines(plan)
            self._say_help()
        elif self._walk.marks:
            self._console.say(_(together().said["end"]))
            self._say_lines(known_of(self._walk))
        self._console.say(" ".join(_(together().said[name]) for name in self._walk.farewell))

    def _say_lines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._console.say(line)

    def _say_help(self) -> None:
        if lines := help_with_chat(self._walk.flags, self._country, is_alarm=bool(self._walk.alarms)):
            self._console.say(_(OUTSIDE))
            self._say_list(map(str, lines))

    def _say_whole(self) -> None:
        walk, said = self._walk, together().said
        self._console.say(walk.said_of_reading)
        for name in walk.others:
            self._console.say(_("{name}: not a chat that Coach knows, not read.").format(name=name))
        if not walk.knows_child:
            self._console.say(_(said["either-way"]))
        if walk.between is Between.UNSURE and walk.marks:
            self._console.say(_(said["unsure-between"]))
        if walk.is_calm:
            self._console.say(_(said[walk.calm]))
        for climb in walk.alarms:
            self._say_climb(climb)
        for line in filter(None, (*walk.together, "" if walk.is_calm else walk.banter)):
            self._console.say(line)
        self._say_help()
        if walk.is_of_both:
            self._console.say(_(said["others-first"]))
        if len(self._pages) < len(walk.marks):
            self._console.say(_(said["gathered"]))
        if walk.flagged > len(walk.marks):
            self._console.say(_(said["first-marks"]).format(count=len(walk.marks)))

    def _say_climb(self, climb: ShownClimb) -> None:
        self._console.say(said_of_climb(climb))
        self._say_list(f"{number}. {line}" for number, line in enumerate(said_of_steps(climb.steps), 1))
        for step in climb.steps:
            if step.stage.is_heavy:
                self._console.say(step.stage.why, "  ")
                self._console.say(_("For the grown-up: {note}").format(note=step.stage.note), "  ")

    def _say_list(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._console.say(line, "  ")

    def _visit(self, at: int) -> int:
        """Say a page, practise answers as often as the family likes, and return the number of the page to go to."""
        page = self._pages[at]
        self._console.say()
        self._say_place(page, len(self._pages) - 1 - at)
        if not page.marks[0].is_quiet:
            self._say_turns(page)
        for _mark, flags in page.advised:
            for flag in flags:
                self._say_flag(flag)
        if page.marks[0].is_unmarked:
            self._console.say(_(together().said[page.marks[0].said_of_group]), "  ")
        if page.repeats:
            self._console.say(_(together().said["same-advice"]))
        answered = next((mark for mark in reversed(page.marks) if self._walk.may_answer(mark)), None)
        while said := self._console.ask(self._ways(at, can_answer=answered is not None)).lower():
            if said == "e" and is_long(self._walk):
                return self._skipped_to(at)
            if said != "a" or answered is None:
                break
            self._answer(answered)
        return at + 1

    def _say_place(self, page: WalkPage, left: int) -> None:
        place = {"number": page.first, "first": page.first, "last": page.last, "count": len(self._walk.marks)}
        several = _("Marks {first} to {last} of {count}.")
        words = (several if page.first < page.last else _("Mark {number} of {count}.")).format(**place)
        if left and is_long(self._walk):
            words += " " + ngettext("1 more page.", "{count} more pages.", left).format(count=left)
        self._console.say(words)

    def _ways(self, at: int, *, can_answer: bool) -> str:
        words = _(ON_OR_ANSWER) if can_answer else _(ON)
        goal = skip_from(self._walk, self._pages, at + 1)
        return f"{words} {_(SKIPS[goal])}" if goal else words

    def _skipped_to(self, at: int) -> int:
        """Return the number of the page that e goes to; b leads back from there."""
        is_own = skip_from(self._walk, self._pages, at + 1) is Skip.OWN
        number = own_gravest(self._pages) - 1 if is_own else len(self._pages)
        self._came_from[number] = at
        return number

    def _say_turns(self, page: WalkPage) -> None:
        own = page.marks[0].said_of_own
        for one, is_mark in page.turns:
            if not is_mark:
                self._console.say(f"{said_of_sender(one.turn.sender)}: {said_in(one.turn)}", "  ")
                continue
            if own:
                self._console.say(_(together().said[own]))
                own = ""
            self._console.say(
                _("Look at message {number}, {when}by {name}:").format(
                    number=one.place, when=said_of_time(one.turn), name=said_of_sender(one.turn.sender)
                )
            )
            self._console.say(said_in(one.turn), "  ")

    def _say_flag(self, flag: Flag) -> None:
        is_care = flag.concern is Concern.CARE
        self._console.say(
            flag.why
            if is_care
            else _('Look at "{phrase}". {why}').format(phrase=" ".join(flag.phrase.split()), why=flag.why),
            "  ",
        )
        for step in flag.steps:
            self._console.say(f"- {step}", "    ")
        if flag.note:
            self._console.say(_("For the grown-up: {note}").format(note=flag.note), "  ")

    def _answer(self, mark: MarkedTurn) -> None:
        one, between = mark.one, self._walk.between
        check = ReplyCheck(self._check, pipeline_of(self._check), one.turn.text, between)
        self._console.say(_(together().said["answer"]))
        if mark.need_not_be_answered:
            self._console.say(_(together().said["need-not"]))
        while line := self._console.ask(_(REPLY)):
            report = check(Message(text=line, audience=audience_of(between)))
            tell(self._console, report, check.counsel(report), self._country)
            if not report.flags:
                self._console.say(_(together().said["nothing"]))
