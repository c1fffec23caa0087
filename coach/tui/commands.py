"""What the command palette offers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from textual.command import DiscoveryHit, Hit, Hits, Provider

from coach.tui.showing import shown


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
        return commands()
