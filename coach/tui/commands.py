"""What the command palette offers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from textual.command import DiscoveryHit, Hit, Hits, Provider

from coach.models import Lesson
from coach.tui.messages import OpenLesson
from coach.tui.shown import clean, shown


class Command(NamedTuple):
    """One line of the palette."""

    title: str
    help: str
    run: Callable[[], Any]


class CoachCommands(Provider):
    """All that Coach can do, and every lesson."""

    async def discover(self) -> Hits:
        """Every command."""
        for command in self._commands():
            yield DiscoveryHit(shown(command.title), command.run, command.title, command.help)

    async def search(self, query: str) -> Hits:
        """The commands that fit `query`."""
        matcher = self.matcher(query)
        for command in self._commands():
            if (score := matcher.match(command.title)) > 0:
                yield Hit(
                    score, matcher.highlight(clean(command.title)), command.run, command.title, command.help
                )

    def _commands(self) -> Iterator[Command]:
        run = partial(partial, self.app.run_action)
        yield Command("Go home", "All lessons", run("app.go_home"))
        yield Command("Check a draft", "See which words to look at again", run("app.open_check"))
        lessons: tuple[Lesson, ...] = getattr(self.app, "lessons", ())
        for lesson in lessons:
            yield Command(lesson.title, "Open this lesson", partial(self._open, lesson.name))
        yield Command("Change colours", "Light, dark, and others", run("app.change_theme"))
        yield Command("Help", "Keys, signs, and people to call", run("app.show_help"))
        yield Command("Quit", "Leave Coach", run("app.quit"))

    def _open(self, name: str) -> None:
        self.app.post_message(OpenLesson(name))
