"""What the command palette offers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen
from textual.widgets import Button

from coach.tui.keys import TEXTUAL_ACTIONS, written
from coach.tui.messages import Destination, GoPlain
from coach.tui.safe_text import shown
from coach.tui.screens.too_small import RoomyScreen

if TYPE_CHECKING:
    from coach.tui.family_service import FamilyService
    from coach.tui.router import Router

PLACES = (
    ("Check a draft", "Look at words before you send them", Destination.CHECK),
    ("Look at a chat together", "From an app, or pasted: what stands out, and where it turned", Destination.CHAT),
    ("Family night", "Ten minutes together, once a week", Destination.NIGHT),
    ("Our agreement", "What you promise each other", Destination.AGREEMENT),
    ("Picture lab", "How a screenshot can lie", Destination.LAB),
    ("A screenshot of our own", "Cover names and numbers before you show it", Destination.SCREENSHOT),
    ("People who help", "Lines to call, and what to do now", Destination.CARE),
    ("Who is here", "Switch to another child", Destination.WHO),
    ("Our own words", "For the grown-up: what strangers should not find out", Destination.WORDS),
)
"""What the palette offers before the lessons."""
READERS = {
    False: ("Rules only", "Turn the second reader off: fewer false alarms, more misses"),
    True: ("Second reader too", "Turn it on: it finds more, with more false alarms"),
}
"""The command that switches readers, by whether only the rules read now."""
LAST_PLACES = (
    ("Settings", "Colours, spacing, and how chats move", Destination.SETTINGS),
    ("Help", "Keys, signs, and what Coach keeps", Destination.HELP),
    ("Quit", "Leave Coach", Destination.QUIT),
)


class Command(NamedTuple):
    """One line of the palette; its title may be authored text."""

    title: str
    words: str
    run: Callable[[], object]


class RoomyPalette(RoomyScreen, CommandPalette):
    """The command palette, which survives a tiny window."""


class CoachCommands(Provider):
    """Everything Coach can do, from the app and its screen; titles are never markup."""

    async def discover(self) -> Hits:
        """Every command."""
        for command in self._commands():
            yield DiscoveryHit(shown(command.title), command.run, command.title, command.words)

    async def search(self, query: str) -> Hits:
        """The commands that fit `query`."""
        matcher = self.matcher(query)
        for command in self._commands():
            score = matcher.match(command.title)
            if score > 0:
                yield Hit(score, shown(command.title), command.run, command.title, command.words)

    def _commands(self) -> Iterable[Command]:
        commands: Callable[[], Iterable[Command]] = getattr(self.app, "commands", list)
        return (*commands_here(self.screen), *commands())


def commands_here(screen: Screen[Any]) -> Iterator[Command]:
    """One command per key and button of a screen."""
    for active in screen.active_bindings.values():
        binding, node = active.binding, active.node
        if node is screen and binding.description and binding.action not in TEXTUAL_ACTIONS:
            title = binding.description[0].upper() + binding.description[1:]
            yield Command(title, f"Here: {written(binding.key)}", partial(screen.app.run_action, binding.action, node))
    for button in screen.query(Button):
        if button.is_on_screen and not button.disabled:
            yield Command(str(button.label).strip(), "Here: press this", button.press)


def commands_of(router: Router, service: FamilyService) -> Iterator[Command]:
    """One command per place that can be opened, and one for who reads drafts."""
    yield Command("Home", "All lessons", router.go_home)
    for title, words, destination in PLACES:
        yield Command(title, words, partial(router.go_to, destination))
    yield Command("Choose a companion", "Who keeps you company", router.choose_companion)
    if service.is_course_done:
        yield Command("Our certificate", "To print, with your names", router.certificate)
    for lesson in router.lessons.values():
        title = f"Lesson {lesson.number}: {lesson.title}"
        yield Command(title, "Open this lesson", partial(router.open_lesson, lesson.name))
    yield Command(*READERS[service.family.rules_only], partial(service.turn, "reader"))
    yield Command("Plain mode", "Line by line, for a screen reader", lambda: router.app.post_message(GoPlain()))
    for title, words, destination in LAST_PLACES:
        yield Command(title, words, partial(router.go_to, destination))
