"""What the app does with what is kept of a family: who is here, settings, own words, the agreement, help."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.screen import Screen

from coach.errors import FamilyError, InputError
from coach.tui import themes
from coach.tui.discreet import DiscreetApp
from coach.tui.safe_text import safe
from coach.tui.web_driver import hand_over

if TYPE_CHECKING:
    from coach.course import Course
    from coach.family import FamilyFile
    from coach.models import Agreement, Family
    from coach.tui.keeper import Keeper
    from coach.tui.screens.agreement import AgreementScreen
    from coach.tui.screens.care import CareScreen
    from coach.tui.screens.private_words import PrivateWordsScreen
    from coach.tui.screens.settings import SettingsScreen
    from coach.tui.screens.who import WhoScreen

RULES_ALONE = "From now on Coach looks for what its rules know, and nothing else."
BOTH_READ = "From now on the second reader looks too. It finds more, and is wrong more often."
LOOK_AGAIN = timedelta(days=30)
"""When an agreement is looked at again, unless the two say another day."""


class FamilyApp(DiscreetApp):
    """An app with a family; screens ask it to change what is kept."""

    course: Course
    keeper: Keeper

    def __init__(self) -> None:
        super().__init__()
        for theme in themes.OWN:
            self.register_theme(theme)

    @property
    def has_begun(self) -> bool:
        """Whether course and family are known."""
        return hasattr(self, "keeper")

    def know(self, course: Course, family_file: FamilyFile) -> list[str]:
        """Take in the course and what was kept; gives words for whatever is wrong with it."""
        from coach.tui.keeper import Keeper

        self.course = course
        self.keeper = Keeper(family_file, self.tell)
        return list(self.keeper.read())

    @abstractmethod
    def show(self, screen: Screen[None]) -> None:
        """Show a screen above home."""

    @abstractmethod
    def go_home(self) -> None:
        """Show home."""

    @abstractmethod
    def get_ready(self) -> object:
        """Load the checker anew."""

    @property
    def family(self) -> Family:
        """What is known of the family now."""
        return self.keeper.family

    def own_words(self) -> None:
        """Show the screen of the family's private words."""
        from coach.tui.screens.private_words import PrivateWordsScreen

        self.show(PrivateWordsScreen(self.family.private_words))

    def who_is_here(self) -> None:
        """Show the screen on which a child sits down."""
        from coach.tui.screens.who import WhoScreen

        self.show(WhoScreen(self.family))

    def our_agreement(self) -> None:
        """Show the agreement, or the promises that were made."""
        from coach.family import gather
        from coach.tui.screens.agreement import AgreementScreen

        lessons = {lesson.name: lesson for lesson in self.course.lessons}
        kept = self.family.agreement
        names = self.family.track.promises
        steps = (step for name in names if name in lessons for step in lessons[name].steps)
        agreement = kept or gather(step.promise for step in steps if step.promise)
        self.show(AgreementScreen(agreement, str(date.today() + LOOK_AGAIN)))  # noqa: DTZ011 - the family's own day

    def settings(self) -> None:
        """Show the settings."""
        from coach.tui.screens.settings import SettingsScreen

        self.show(SettingsScreen(self.family))

    def change(self, name: str, turn: Callable[[Family], Family]) -> None:
        """Change a setting."""
        from coach.tui.screens.settings import SettingsScreen

        self.keeper.keep(turn)
        self.show_comfort()
        if name == "reader":
            self.tell(RULES_ALONE if self.family.rules_only else BOTH_READ)
            self.get_ready()
        for screen in self.screen_stack:
            if isinstance(screen, SettingsScreen):
                screen.show_family(self.family)

    def show_comfort(self) -> None:
        """Look as the family likes it."""
        comfort = self.family.comfort
        self.theme = comfort.theme if comfort.theme in themes.NAMES else themes.FIRST
        self.set_class(comfort.is_roomy, "-roomy")

    @property
    def country(self) -> str:
        """Where the family looks for help, as two letters; empty where nothing tells."""
        from coach.helplines import home_country

        return home_country(self.family.country)

    def action_care(self) -> None:
        """Show people who help, or close it."""
        from coach.helplines import read_helplines
        from coach.tui.screens.care import CareScreen

        if not self.has_begun:
            return
        if isinstance(self.screen, CareScreen):
            self.pop_screen()
        else:
            self.push_screen(CareScreen(read_helplines(), self.country))

    def on_settings_screen_changed(self, event: SettingsScreen.Changed) -> None:
        """Change a setting."""
        self.change(event.name, event.turn)

    def on_care_screen_chosen(self, event: CareScreen.Chosen) -> None:
        """Keep where the family lives, as its settings."""
        self.keeper.keep(lambda family: family.model_copy(update={"country": event.country}))

    def on_done_screen_help_asked(self) -> None:
        """Show people who help."""
        self.action_care()

    def on_who_screen_left(self) -> None:
        """Go on; on the first start the family was asked now."""
        if not self.family.was_asked:
            self.keeper.keep(lambda family: family.model_copy(update={"was_asked": True}))
        self.go_home()

    def on_who_screen_joined(self, event: WhoScreen.Joined) -> None:
        """A new child sits down."""
        from coach.family import join

        try:
            self.keeper.keep(partial(join, nickname=event.nickname, age=event.age))
        except FamilyError as error:
            self._say_who(str(error))
        else:
            self.go_home()

    def on_who_screen_sat_down(self, event: WhoScreen.SatDown) -> None:
        """A child that is known sits down."""
        from coach.family import sit_down

        self.keeper.keep(partial(sit_down, nickname=event.nickname))
        self.go_home()

    def on_who_screen_gone(self, event: WhoScreen.Gone) -> None:
        """Forget a child."""
        from coach.family import leave

        self.keeper.keep(partial(leave, nickname=event.nickname))
        self._say_who("Forgotten, with how far it came.")

    def _say_who(self, said: str) -> None:
        from coach.tui.screens.who import WhoScreen

        if isinstance(self.screen, WhoScreen):
            self.screen.show_family(self.family, said)

    def on_agreement_screen_kept(self, event: AgreementScreen.Kept) -> None:
        """Keep the agreement."""
        self._keep_agreement(event)

    @work(exclusive=True, group="save")
    async def on_agreement_screen_saved(self, event: AgreementScreen.Saved) -> None:
        """Keep the agreement, and save it as a page; the keys go on meanwhile."""
        from coach.family import save_page

        agreement = self._keep_agreement(event)
        if agreement:
            self._say_agreement("Saving\u2026")
            try:
                lost = await asyncio.to_thread(save_page, agreement, event.path)
            except InputError as error:
                self._say_agreement(str(error))
            else:
                no_letters = f" Left out, no font here has it: {lost}. The .html has all." if lost else ""
                self._say_agreement(f"Saved as {event.path}{hand_over(self, event.path)}.{no_letters}")

    def _keep_agreement(self, event: AgreementScreen.Kept) -> Agreement | None:
        from coach.family import agreement_of, keep_agreement

        try:
            agreement = agreement_of(event.child, event.grown_up, event.day)
        except FamilyError as error:
            self._say_agreement(str(error))
            return None
        self.keeper.keep(partial(keep_agreement, agreement=agreement))
        self._say_agreement("Kept. Look at it again on that day.")
        return agreement

    def _say_agreement(self, words: str) -> None:
        from coach.tui.screens.agreement import AgreementScreen

        if isinstance(self.screen, AgreementScreen):
            self.screen.say(words)

    def on_private_words_screen_added(self, event: PrivateWordsScreen.Added) -> None:
        """Keep one more private word, and look for it from now on."""
        from coach.family import advice_on, keep_word
        from coach.tui.screens.private_words import PrivateWordsScreen

        try:
            self.keeper.keep(partial(keep_word, kind=event.kind, words=event.words))
        except FamilyError as error:
            self.tell(str(error))
            return
        kept = next(word for word in reversed(self.family.private_words) if word.kind == event.kind)
        self._own_words_changed(advice_on(kept) or "Kept. Coach marks it in drafts from now on.")
        if isinstance(self.screen, PrivateWordsScreen):
            self.screen.added()

    def on_private_words_screen_removed(self, event: PrivateWordsScreen.Removed) -> None:
        """Keep a private word no more."""
        from coach.family import leave_word

        self.keeper.keep(partial(leave_word, which=str(event.number)))
        self._own_words_changed("Removed.")

    def _own_words_changed(self, said: str) -> None:
        from coach.tui.screens.private_words import PrivateWordsScreen

        if isinstance(self.screen, PrivateWordsScreen):
            self.screen.show_words(self.family.private_words, said)
        self.get_ready()

    def tell(self, words: str) -> None:
        """Say something to the family for a while."""
        self.notify(safe(words), title="Coach", severity="warning", timeout=20, markup=False)
