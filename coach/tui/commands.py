"""What the command palette offers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen
from textual.widgets import Button

from coach.tui.keys import TEXTUAL_ACTIONS, written
from coach.tui.messages import Destination
from coach.tui.safe_text import shown

if TYPE_CHECKING:
    from coach.tui.family_service import FamilyService
    from coach.tui.router import Router

PLACES = (
    ("Check a draft", "Look at words before you send them", Destination.CHECK),
    ("Our agreement", "What you promise each other", Destination.AGREEMENT),
    ("Picture lab", "How a screenshot can lie", Destination.LAB),
    ("A screenshot of our own", "Cover names and numbers before you show it", Destination.SCREENSHOT),
    ("People who help", "Lines to call, and what to do now", Destination.CARE),
    ("Who is here", "Another child sits down", Destination.WHO),
    ("Our own words", "For the grown-up: what strangers should not learn", Destination.WORDS),
)
"""What the palette offers before the lessons."""
READERS = {
    False: ("Rules only", "Let the second reader keep silent: fewer questions, more misses"),
    True: ("Second reader too", "Let it look for what no rule knows: more found, and more asked in vain"),
}
"""What the palette offers, by whether only the rules read now."""
LAST_PLACES = (
    ("Settings", "Colours, space, and how talks move", Destination.SETTINGS),
    ("Help", "Keys, signs, and what Coach keeps", Destination.HELP),
    ("Quit", "Leave Coach", Destination.QUIT),
)


class Command(NamedTuple):
    """One line of the palette; its title may be authored text."""

    title: str
    words: str
    run: Callable[[], object]


class CoachCommands(Provider):
    """All that Coach can do; the app gives the commands, and titles are never markup."""

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
    """What the keys and the buttons of one screen do."""
    for active in screen.active_bindings.values():
        binding, node = active.binding, active.node
        if node is screen and binding.description and binding.action not in TEXTUAL_ACTIONS:
            title = binding.description[0].upper() + binding.description[1:]
            yield Command(title, f"Here: {written(binding.key)}", partial(screen.app.run_action, binding.action, node))
    for button in screen.query(Button):
        if button.is_on_screen and not button.disabled:
            yield Command(str(button.label).strip(), "Here: press this", button.press)


def commands_of(router: Router, service: FamilyService) -> Iterator[Command]:
    """What can be opened from anywhere, and who reads drafts."""
    yield Command("Home", "All lessons", router.go_home)
    for title, words, destination in PLACES:
        yield Command(title, words, partial(router.open, destination))
    for lesson in router.lessons.values():
        title = f"Lesson {lesson.number}: {lesson.title}"
        yield Command(title, "Open this lesson", partial(router.open_lesson, lesson.name))
    yield Command(*READERS[service.family.rules_only], partial(service.turn, "reader"))
    for title, words, destination in LAST_PLACES:
        yield Command(title, words, partial(router.open, destination))
