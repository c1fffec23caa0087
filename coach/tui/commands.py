"""What the command palette offers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen
from textual.widgets import Button

from coach.locale import N_, _
from coach.tui.keys import TEXTUAL_ACTIONS, written
from coach.tui.messages import Destination, GoPlain
from coach.tui.safe_text import shown
from coach.tui.screens.too_small import RoomyScreen

if TYPE_CHECKING:
    from coach.tui.family_service import FamilyService
    from coach.tui.router import Router

PLACES = (
    (N_("Check a draft"), N_("Look at words before you send them"), Destination.CHECK),
    (
        N_("Look at a chat together"),
        N_("From an app, or pasted: what stands out, and where it turned"),
        Destination.CHAT,
    ),
    (N_("Family night"), N_("Ten minutes together, once a week"), Destination.NIGHT),
    (N_("Our agreement"), N_("What you promise each other"), Destination.AGREEMENT),
    (N_("Picture lab"), N_("How a screenshot can lie"), Destination.LAB),
    (N_("A screenshot of our own"), N_("Cover names and numbers before you show it"), Destination.SCREENSHOT),
    (N_("People who help"), N_("Lines to call, and what to do now"), Destination.CARE),
    (N_("Who is here"), N_("Switch to another child"), Destination.WHO),
    (N_("Who keeps you company"), N_("A small figure on the screen, or nobody"), Destination.COMPANION),
    (N_("Our own words"), N_("For the grown-up: what strangers should not find out"), Destination.WORDS),
)
"""What the palette offers before the lessons."""
READERS = {
    False: (N_("Rules only"), N_("Turn off what Coach learned: fewer false alarms, more misses")),
    True: (N_("Trained checker too"), N_("Turn it on: it finds more, with more false alarms")),
}
"""The command that switches readers, by whether only the rules read now."""
CASE, ANOTHER = N_("This week's case: {title}"), N_("Another case: {title}")
LAST_PLACES = (
    (N_("Settings"), N_("Colours, spacing, and how chats move"), Destination.SETTINGS),
    (N_("Help"), N_("Keys, signs, and what Coach keeps"), Destination.HELP),
    (N_("Quit"), N_("Leave Coach"), Destination.QUIT),
)


class Command(NamedTuple):
    """One line of the palette; its title may be authored text."""

    title: str
    words: str
    run: Callable[[], object]


class RoomyPalette(RoomyScreen, CommandPalette):
    """The command palette, which survives a tiny window, and Page Up and Page Down before its list is drawn."""

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError):
            super()._action_command_list(action)


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
            title = _(binding.description)
            title = title[0].upper() + title[1:]
            yield Command(
                title,
                _("Here: {key}").format(key=written(binding.key)),
                partial(screen.app.run_action, binding.action, node),
            )
    for button in screen.query(Button):
        if button.is_on_screen and not button.disabled:
            yield Command(str(button.label).strip(), _("Here: press this"), button.press)


def commands_of(router: Router, service: FamilyService) -> Iterator[Command]:
    """One command per place that can be opened, and one for who reads drafts."""
    yield Command(_("Home"), _("All lessons"), router.go_home)
    for title, words, destination in PLACES:
        yield Command(_(title), _(words), partial(router.go_to, destination))
    yield Command(_("Choose a companion"), _("Who keeps you company"), router.choose_companion)
    if service.played.is_course_done:
        yield Command(_("Our certificate"), _("To print, with your names"), router.certificate)
    for words, case in ((CASE, service.played.case), (ANOTHER, service.played.another_case)):
        if case:
            yield Command(_(words).format(title=case.title), _("Five minutes"), partial(router.open_lesson, case.name))
    for lesson in router.lessons.values():
        title = _("Lesson {number}: {title}").format(number=lesson.number, title=lesson.title)
        yield Command(title, _("Open this lesson"), partial(router.open_lesson, lesson.name))
    title, words = READERS[service.family.rules_only]
    yield Command(_(title), _(words), partial(router.turn, "reader"))
    yield Command(_("Plain mode"), _("Line by line, for a screen reader"), lambda: router.app.post_message(GoPlain()))
    for title, words, destination in LAST_PLACES:
        yield Command(_(title), _(words), partial(router.go_to, destination))
