"""A conversation as one page: bubbles with marks, counts by sender and day, and where it turned."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from datetime import date
from importlib.resources import files
from typing import IO

from coach.cli.chat.words import nobody_said_who, said_of_knowing, said_of_maybe_online
from coach.cli.check.formats.text_report import PRACTISE, lesson_commands
from coach.cli.html_parts import PAGE_END, page_head
from coach.cli.terminal import counted
from coach.helplines import OUTSIDE, Helpline, help_with_chat, home_country
from coach.models import Flag
from coach.models.marked_html import flag_item, marked, safe_html
from coach.threads import Conversation, ReadTurn, ShownClimb
from coach.threads.opened import OpenedChat
from coach.threads.words import (
    said_of_banter,
    said_of_climb,
    said_of_group,
    said_of_reading,
    said_of_sender,
    said_of_time,
)

MOST_SHOWN = 2_000
"""The most turns on a page; then only those to look at, each with what was said around it, up to this number."""
AROUND = 2
"""How many turns before one to look at are shown with it."""
_DAYS = 120
"""The most bars in the line of time; days are put together beyond that."""
_HEIGHT = 60


class ChatPage:
    """Writes one self-contained page without scripts."""

    def __init__(self, opened: OpenedChat, country: str, off: str = "") -> None:
        self._opened = opened
        self._off = off
        self._country = home_country(country)

    def write(self, conversation: Conversation, out: IO[str]) -> None:
        """Read the conversation and write the page."""
        style = files("coach.cli.chat").joinpath("chat.css").read_text(encoding="utf-8")
        facts = conversation.facts.values()
        is_long = sum(chat.turns.total() for chat in facts) > MOST_SHOWN
        shown = ShownTurns(is_long=is_long)
        bubbles = [line for one in conversation.looked_at() for line in shown.take(one)]
        out.write(page_head("Coach: a chat, looked at together", style))
        out.write(f"<h1>A chat, looked at together</h1>\n<p>{said_of_reading(self._opened, facts)}.</p>\n")
        for note in (nobody_said_who(facts), said_of_knowing(facts, conversation.between), self._off):
            out.write(f"<p>{safe_html(note)}</p>\n" if note else "")
        climbs = list(conversation.watch.climbs())
        for climb in climbs:
            out.writelines(_climb(climb))
        banter = said_of_banter(self._opened, conversation)
        online = said_of_maybe_online(conversation)
        for line in filter(None, (*said_of_group(conversation.watch, facts), banter, online)):
            out.write(f"<p>{safe_html(line)}</p>\n")
        out.writelines(shown.counts())
        is_alarm = any(climb.alarm is not None for climb in climbs)
        out.writelines(_help(help_with_chat(shown.flags.values(), self._country, is_alarm=is_alarm)))
        if commands := lesson_commands(shown.flags.values()):
            listed = ", ".join(f"<code>{safe_html(command)}</code>" for command in commands)
            out.write(f"<p>{PRACTISE} {listed}</p>\n")
        out.write('<ol class="thread">\n')
        out.writelines(bubbles)
        out.write("</ol>\n" + PAGE_END)


class ShownTurns:
    """Chooses the turns that are shown, and counts all."""

    def __init__(self, *, is_long: bool) -> None:
        self.flags: dict[str, Flag] = {}
        """One flag of each category."""
        self._is_long = is_long
        self._waiting = deque[ReadTurn](maxlen=AROUND)
        self._left_out = 0
        self._shown = 0
        self._by_sender: Counter[str] = Counter()
        self._flagged_by: Counter[str] = Counter()
        self._by_day: Counter[date] = Counter()
        self._flagged_on: Counter[date] = Counter()

    def take(self, one: ReadTurn) -> Iterator[str]:
        """Count a turn, and yield it if it is shown, with those before it that are."""
        self._count(one)
        if one.flags:
            self.flags.update({flag.rule: flag for flag in one.flags if flag.rule not in self.flags})
        if self._is_long and (not one.flags or self._shown >= MOST_SHOWN):
            self._left_out += len(self._waiting) == AROUND
            self._waiting.append(one)
            return
        if self._left_out:
            yield f'<li class="gap">{counted(self._left_out, "message")} in between</li>\n'
        for each in (*self._waiting, one):
            self._shown += 1
            yield from _bubble(each)
        self._waiting.clear()
        self._left_out = 0

    def _count(self, one: ReadTurn) -> None:
        self._by_sender[one.turn.sender] += 1
        self._flagged_by[one.turn.sender] += bool(one.flags)
        if one.turn.time:
            self._by_day[one.turn.time.date()] += 1
            self._flagged_on[one.turn.time.date()] += bool(one.flags)

    def counts(self) -> Iterator[str]:
        """Yield a table of senders and a line of time."""
        yield '<table>\n<thead><tr><th scope="col">Who</th><th scope="col">Messages</th>'
        yield '<th scope="col">To look at</th></tr></thead>\n<tbody>\n'
        for name, count in self._by_sender.most_common(50):
            yield f'<tr><th scope="row"><bdi>{safe_html(said_of_sender(name))}</bdi></th><td>{count:,}</td>'
            yield f"<td>{self._flagged_by[name] or ''}</td></tr>\n"
        yield "</tbody>\n</table>\n"
        if len(self._by_day) > 1:
            yield from _line_of_time(self._by_day, self._flagged_on)


def _help(lines: Iterable[Helpline]) -> Iterator[str]:
    listed = "".join(f"<li>{safe_html(str(line))}</li>" for line in lines)
    if listed:
        yield f'<p class="help">{OUTSIDE}</p><ul>{listed}</ul>\n'


def _line_of_time(by_day: Counter[date], flagged_on: Counter[date]) -> Iterator[str]:
    """Draw one bar a day, or for several days where there are many; the part to look at is hatched."""
    first, last = min(by_day), max(by_day)
    step = -(-((last - first).days + 1) // _DAYS)
    bars = range(-(-((last - first).days + 1) // step))
    all_of, found = Counter[int](), Counter[int]()
    for day, count in by_day.items():
        all_of[(day - first).days // step] += count
        found[(day - first).days // step] += flagged_on[day]
    most = max(all_of.values())
    said = f"Messages by day, from {first} to {last}; the dark part is to look at"
    yield f'<figure><svg role="img" aria-label="{said}" viewBox="0 0 {len(bars) * 6} {_HEIGHT}" class="days">\n'
    for at in bars:
        for count, name in ((all_of[at], "all"), (found[at], "found")):
            if count:
                height = max(_HEIGHT * count // most, 2)
                yield f'<rect class="{name}" x="{at * 6}" y="{_HEIGHT - height}" width="5" height="{height}"/>\n'
    yield f"</svg><figcaption>{said}.</figcaption></figure>\n"


def _bubble(one: ReadTurn) -> Iterator[str]:
    turn, side = one.turn, "mine" if one.is_mine else "theirs"
    extras = [word for word, is_so in (("edited", turn.is_edited), ("deleted", turn.is_deleted)) if is_so]
    about = ", ".join([*extras, *([turn.media] if turn.media else [])])
    yield f'<li class="{side}" id="m{one.place}"><p class="who"><bdi>{safe_html(said_of_sender(turn.sender))}</bdi>'
    extra = f" ({safe_html(about)})" if about else ""
    yield f" <small>{safe_html(said_of_time(turn))}{one.place}{extra}</small></p>\n"
    yield '<p class="message" dir="auto">'
    yield from marked(one.report)
    yield "</p>\n"
    if one.flags:
        yield "<ol>\n"
        yield from (flag_item(number, flag) for number, flag in enumerate(one.flags, 1))
        yield "</ol>\n"
    yield "</li>\n"


def _climb(climb: ShownClimb) -> Iterator[str]:
    """Yield the staircase of one sender, if it is an alarm: each stage with the words that show it."""
    if climb.alarm is None:
        return
    yield f'<section class="climb"><h2 dir="auto">{safe_html(said_of_climb(climb))}</h2>\n<ol>\n'
    for step in climb.steps:
        heavy = ' class="stop"' if step.stage.is_heavy else ""
        yield f"<li><strong{heavy}>{safe_html(step.title)}</strong>: "
        yield f'<a href="#m{step.place}">message {step.place}</a>, <q>{safe_html(step.phrase)}</q>'
        if step.stage.is_heavy:
            yield f"<p>{safe_html(step.stage.why)}</p>"
            yield f'<p class="note">For the grown-up: {safe_html(step.stage.note)}</p>'
        yield "</li>\n"
    yield "</ol></section>\n"
