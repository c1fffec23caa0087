"""What the command palette offers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen
from textual.widgets import Button

from coach.tui.keys import TEXTUAL_ACTIONS, written
from coach.tui.safe_text import shown


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
