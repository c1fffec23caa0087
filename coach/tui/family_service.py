"""What the app knows about a family; every change is saved at once. Needs no Textual."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from coach.course import Course, today
from coach.family import (
    FamilyFile,
    NicknameTrouble,
    advice_on,
    agreement_of,
    change,
    join,
    keep_agreement,
    keep_word,
    leave,
    leave_word,
    off_note,
    promise,
    promise_again,
    sit_down,
    trouble_with,
)
from coach.family.keeper import Keeper
from coach.helplines import home_country
from coach.locale import N_, _, date_in_words
from coach.models import (
    AS_WORDED,
    AgeBand,
    AgeGroup,
    Agreement,
    Family,
    PrivateKind,
    PromiseWords,
)
from coach.played import Played
from coach.runtime import MISSING, can_read
from coach.tui.preferences import PREFERENCES, with_companion
from coach.tui.promises import Promises

RULES_ALONE = N_("From now on, only the rules check your drafts.")
BOTH_READ = N_("From now on, a trained checker looks too. It finds more, and is wrong more often.")
OWN_USED = N_("From now on, the rules and packs you added are used beside Coach's.")
OWN_LEFT_OUT = N_("From now on, Coach checks without the rules and packs you added.")
WORD_KEPT = N_("Kept. From now on, Coach marks it in drafts.")
LOOK_AGAIN = timedelta(days=30)
"""When to look at an agreement again, unless the family names a day."""


class FamilyService:
    """Members, what they played, private words, preferences and the agreement of one family."""

    def __init__(
        self,
        course: Course,
        file: FamilyFile,
        tell: Callable[[str], None],
        check_anew: Callable[[], object],
        follow_preferences: Callable[[], object],
    ) -> None:
        """Read the family's file; `tell` shows the family a message.

        `check_anew` is called when the checker must reload because private words or readers changed,
        `follow_preferences` after each change of a preference.
        """
        self.tell = tell
        self._check_anew = check_anew
        self._follow_preferences = follow_preferences
        self._keeper = Keeper(file, tell)
        self._promises = Promises(course, self._keeper)
        self.played = Played(course, self._keeper)
        """Lessons, cases and nights."""
        self.troubles = tuple(self._keeper.read())
        """What was wrong with the file, in words for the family."""

    @property
    def family(self) -> Family:
        """The family as it is now."""
        return self._keeper.family

    @property
    def country(self) -> str:
        """The two-letter country whose help lines come first; empty if unknown."""
        return home_country(self.family.country)

    @property
    def age(self) -> AgeGroup | None:
        """The age group of the child using Coach now; None if unknown."""
        return self.family.age

    @property
    def off(self) -> str:
        """What the family switched off, as a sentence; empty if nothing."""
        return off_note(self.family.off)

    def join(self, nickname: str, age: AgeBand) -> None:
        """Add a child and switch to it.

        Raises:
            FamilyError: the nickname is empty, too long or taken, or there are too many children.
        """
        self._keeper.keep(partial(join, nickname=nickname, age=age))

    def change_child(self, before: str, nickname: str, age: AgeBand) -> None:
        """Give a child another nickname or age; its progress stays.

        Raises:
            FamilyError: the nickname is empty, too long or taken.
        """
        self._keeper.keep(partial(change, before=before, nickname=nickname, age=age))

    def trouble_with(self, nickname: str, before: str = "") -> NicknameTrouble | None:
        """Return why a nickname cannot be used; None if it can. `before` is the one of a child that is renamed."""
        return trouble_with(self.family, nickname, before=before)

    def sit_down(self, nickname: str) -> None:
        """Switch to a child that Coach knows."""
        self._keeper.keep(partial(sit_down, nickname=nickname))

    def forget_child(self, nickname: str) -> None:
        """Forget a child and its progress."""
        self._keeper.keep(partial(leave, nickname=nickname))

    def note_asked(self) -> None:
        """Remember that Coach has asked who is here."""
        if not self.family.was_asked:
            self._update(was_asked=True)

    def promise(self, lesson: str, own: PromiseWords = AS_WORDED) -> None:
        """Remember the promise of a lesson, in the family's own words if there are any."""
        self._promises.make(lesson, own, promise)

    def promise_again(self, lesson: str, own: PromiseWords = AS_WORDED) -> None:
        """Remember the promise of a lesson as the newest one, in the family's own words if there are any."""
        self._promises.make(lesson, own, promise_again)

    def take_back(self, lesson: str) -> None:
        """Forget the promise of a lesson; promises and agreement are as before, unless the agreement changed since."""
        self._promises.take_back(lesson)

    def choose_companion(self, name: str) -> None:
        """Set who keeps the family company."""
        self._keeper.keep(partial(with_companion, name=name))
        self._follow_preferences()

    def add_private_word(self, kind: PrivateKind, words: str) -> str:
        """Keep a private word and reload the checker; return what to say about it.

        Raises:
            FamilyError: the words cannot be kept, or there are too many.
        """
        self._keeper.keep(partial(keep_word, kind=kind, words=words))
        kept = next(word for word in reversed(self.family.private_words) if word.kind == kind)
        self._check_anew()
        return advice_on(kept) or _(WORD_KEPT)

    def remove_private_word(self, number: int) -> None:
        """Remove the private word at `number`, counted from 1."""
        self._keeper.keep(partial(leave_word, which=str(number)))
        self._check_anew()

    def turn(self, name: str) -> None:
        """Give the preference of that name its next value."""
        self._keeper.keep(PREFERENCES[name].turn)
        self._follow_preferences()
        if name == "reader":
            self.tell(_(RULES_ALONE) if self.family.rules_only else _(BOTH_READ) if can_read() else _(MISSING))
            self._check_anew()
        if name == "own":
            self.tell(_(OWN_USED) if self.family.own_rules else _(OWN_LEFT_OUT))
            self._check_anew()

    def live_in(self, country: str) -> None:
        """Set the country whose help lines come first."""
        self._update(country=country)

    def agreement(self) -> Agreement:
        """The saved agreement, or one gathered from the promises in lessons."""
        return self._promises.agreement()

    def day_to_look_again(self) -> str:
        """The day to look at the agreement again, unless it names one itself."""
        return date_in_words(self.agreement().look_again or today() + LOOK_AGAIN)

    def keep_agreement(self, child: str, grown_up: str, day: str) -> Agreement:
        """Keep an agreement as it was typed.

        Raises:
            FamilyError: a promise is too long, there are too many, or the day cannot be read.
        """
        agreement = agreement_of(child, grown_up, day)
        self._keeper.keep(partial(keep_agreement, agreement=agreement))
        return agreement

    def _update(self, **update: object) -> None:
        self._keeper.keep(lambda family: family.model_copy(update=update))
