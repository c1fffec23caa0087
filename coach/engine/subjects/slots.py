"""Check the subject of a phrase that needs one, and extend the phrase to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from coach.engine.subjects.noun_phrases import NounPhrases
from coach.engine.subjects.subject import Subject, guess
from coach.engine.text.english import how_common
from coach.engine.text.reading import Reading, Span
from coach.models import Aim
from coach.models.phrase import NUMBER
from coach.models.subject import SubjectKind, SubjectSide, SubjectSlot

_MANY_TIMES = re.compile(r"x\d+")
"""How something is said many times over: `pathetic x1000`."""
_LONGEST = 12
"""Most words of a subject: `the girl who sits behind me and her friend`."""
_LONGEST_LEAD = 6
"""Most words that lead to a subject: `is it just me or is`."""


_OWNER = "her"
"""An object that may as well own what follows: `as ugly as her`, `as ugly as her shoes`."""
_NEEDED = {
    SubjectKind.KIN: "subject-kin",
    SubjectKind.WORK: "subject-works",
    SubjectKind.BODY: "subject-bodies",
    SubjectKind.HOME: "subject-homes",
}
"""Word sets of which a subject of this kind has a word."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A phrase with its subject."""

    start: int
    """The first word, subject included."""
    end: int
    """The word after the last."""
    aim: Aim


class Subjects:
    """Finds the subjects of phrases."""

    def __init__(self, sets: Mapping[str, Set[str]] | None = None, known: Set[str] = frozenset()) -> None:
        """Take the word sets of the rules, and all words in them."""
        self._sets = sets or {}
        self._phrases = NounPhrases(self._sets, known)
        self._known_leads: dict[tuple[str, ...], Set[str]] = {}
        words = self._words
        self._be, self._plural = words("subject-be"), words("subject-plural-be")
        self._contracted, self._between = words("subject-contracted"), words("subject-between")
        self._followers, self._outer = words("subject-followers"), words("subject-outer")
        self._not_own, self._objects = words("not-said-of-own"), words("subject-objects")
        self._they, self._of_both = words("subject-they"), words("said-weakly-of-things")
        self._function, self._things = words("subject-function"), words("things")
        self._of_things, self._only_lead_ins = words("said-of-things"), words("lead-ins")
        self._lead_ins = self._only_lead_ins | words("subject-starters")
        self._partings = words("clause-partings") | words("plan-ends") | (words("clause-joints") - words("linking"))
        self._before_guesses = self._lead_ins | words("subject-tellers")

    def _words(self, name: str) -> Set[str]:
        return self._sets.get(name, frozenset())

    def needed_by(self, slot: SubjectSlot) -> tuple[frozenset[str], ...]:
        """Return sets of words of which a message needs one each to fill a slot."""
        lead = [frozenset(max(one.split(), key=len) for one in self._leads(slot.lead))] if slot.lead else []
        named = [_NEEDED[kind] for kind in slot.of if kind in _NEEDED]
        nouns = [frozenset[str]().union(*map(self._words, named))] if len(named) == len(slot.of) else []
        return (*lead, *nouns)

    def fill(self, reading: Reading, start: int, end: int, slot: SubjectSlot) -> Filled | None:
        """Return the phrase from `start` to `end` with its subject; None if it has none that fits the slot."""
        if slot.side is SubjectSide.AFTER:
            return self._after(reading, start, end, slot)
        if slot.side is SubjectSide.NONE:
            return Filled(start, end, Aim.YOU) if self._lead_of(reading, start, slot) else None
        first, has_verb = self._without_asides(reading, start), reading.words[start] in self._be
        if slot.ends and not self._closes(reading, end):
            return None
        verbless = not (has_verb or slot.bare or self._is_contracted(reading, first - 1, end))
        found = [] if verbless else list(self._before(reading, first, (start, end), slot))
        best = min(found, key=lambda one: (one.aim is Aim.THING, one.start), default=None)
        return best or (None if has_verb or slot.bare else self._after_contraction(reading, start, end, slot))

    def _before(self, reading: Reading, first: int, phrase: Span, slot: SubjectSlot) -> Iterator[Filled]:
        """Yield the phrase with each subject that fits the slot and ends right before `first`."""
        if reading.words[first - 1] in self._objects and first > reading.clause_start(phrase[0]):
            pronoun = Subject(first - 1, first, SubjectKind.PERSON, Aim.SOMEBODY)
            if (slot.lead or self._is_for(reading, pronoun, phrase[0])) and (
                filled := self._led(reading, pronoun, phrase, slot)
            ):
                yield filled
        for at in range(max(reading.clause_start(phrase[0]), first - _LONGEST), first):
            for one in self._subjects_at(reading, at):
                if one.end == first and self._fits(reading, one, slot, phrase):
                    filled = self._led(reading, one, phrase, slot)
                    if filled:
                        yield filled

    def _after(self, reading: Reading, start: int, end: int, slot: SubjectSlot) -> Filled | None:
        found = [one for one in self._subjects_at(reading, end) if one.kind in slot.of]
        if self._is_of_others(reading.words[start:end]):
            found = [one for one in found if one.kind is not SubjectKind.OWN_PERSON]
        if slot.named:
            return Filled(start, found[0].end, found[0].aim) if found and self._is_name(reading, end) else None
        longest = max(found, key=lambda one: one.end, default=None)
        if longest:
            goes_on = slot.ends and not (self._closes(reading, longest.end) or reading.words[longest.end] in self._be)
            return None if goes_on else Filled(start, longest.end, longest.aim)
        word = reading.words[end] if end < len(reading.words) else None
        is_object = word in self._objects and (word != _OWNER or self._closes(reading, end + 1))
        return Filled(start, end + 1, Aim.SOMEBODY) if is_object else None

    def _is_of_others(self, said: Sequence[str | None]) -> bool:
        """Return whether any word of a phrase is never said of one's own: `nobody is as annoying as my brother`."""
        return not self._not_own.isdisjoint(word for word in said if word)

    def _subjects_at(self, reading: Reading, at: int) -> Iterator[Subject]:
        """Yield every subject that may begin at a word."""
        yield from self._phrases.at(reading.words, reading.shapes(), at)
        yield from self._misread(reading, at)

    def _misread(self, reading: Reading, at: int) -> Iterator[Subject]:
        """Yield an unknown name that was read as other words: `Oddvar` as `odd var`."""
        spans = reading.spans
        if at >= len(spans) or (at and spans[at - 1] == spans[at]):
            return
        written = reading.text[slice(*spans[at])].lower()
        if written == reading.words[at] or not self._phrases.names.is_guess(written):
            return
        end = at + 1
        while end < len(spans) and spans[end] == spans[at]:
            end += 1
        read = [word or "" for word in reading.words[at:end]]
        if self._is_far(written, reading.shapes()[at], read) or self._is_capital_inside(reading, at, end):
            yield guess(at, end)

    def _is_far(self, written: str, shape: str, read: list[str]) -> bool:
        """Return whether a word is read as something so different that it is neither a slip nor a lost space."""
        if len(read) > 1:
            return shape == "Xx" and read[0] not in self._function and read[-1] not in self._of_things
        return written[:1] != read[0][:1] and read[0] not in self._things

    def _is_capital_inside(self, reading: Reading, at: int, end: int) -> bool:
        """Return whether a word with a capital in the middle of a sentence is beside a verb: `also Bogna is`."""
        if at == reading.sentence(at)[0] or reading.shapes()[at] != "Xx":
            return False
        behind = reading.words[end] if end < len(reading.words) else None
        has_verb = behind in self._be or reading.words[at - 1] in self._be
        return has_verb and not self._names_a_thing(reading.words[at:end])

    def _names_a_thing(self, read: Sequence[str | None]) -> bool:
        """Return whether words are read as a thing or as common words, which a slip likelier means than a name."""
        known = self._things | self._function | self._words("subject-not-names")
        return any(word in known or how_common(word or "") > 0 for word in read)

    def _is_name(self, reading: Reading, at: int) -> bool:
        word, names = reading.words[at] or "", self._phrases.names
        return word.startswith("@") or names.is_listed(word) or names.is_likely(word, reading.shapes()[at])

    def _without_asides(self, reading: Reading, at: int) -> int:
        """Return where the subject ends: `mia honestly is`, `mia lowkey looks`."""
        first = reading.clause_start(at)
        while at > first and reading.words[at - 1] in self._between:
            at -= 1
        return at

    def _fits(self, reading: Reading, one: Subject, slot: SubjectSlot, phrase: Span) -> bool:
        """Return whether a subject is of a kind that the slot takes, and can be said with the phrase's verb."""
        if one.kind not in slot.of and one.aim is not Aim.ME:
            return False
        if slot.named and not self._is_name(reading, one.start):
            return False
        said = [word for word in reading.words[slice(*phrase)] if word]
        if one.kind is SubjectKind.OWN_PERSON and any(" ".join(said[at:]) in self._not_own for at in range(len(said))):
            return False
        if one.end == one.start + 1 and reading.words[one.start] in self._they and said[-1] in self._of_both:
            return False
        if one.is_guess and not slot.lead and not slot.opens and self._be.isdisjoint(said):
            return False
        return one.is_sure or said[0] not in self._plural

    def _is_contracted(self, reading: Reading, last: int, end: int) -> bool:
        """Return whether a subject ends in its verb, `mia's` or `mias`, and nothing that it may own follows."""
        written = reading.text[reading.spans[last][1] :][:2].replace("\u2019", "'").lower()
        return written == "'s" and self._closes(reading, end)

    def _after_contraction(self, reading: Reading, start: int, end: int, slot: SubjectSlot) -> Filled | None:
        """Find `ur ...` and `mias ...`, where the verb is part of the subject's word."""
        before = reading.words[start - 1] if start > reading.clause_start(start) else None
        if before is None or not self._closes(reading, end) or SubjectKind.PERSON not in slot.of:
            return None
        aim = Aim.YOU if before in self._contracted else Aim.SOMEBODY if self._phrases.names.owner(before) else None
        one = Subject(start - 1, start, SubjectKind.PERSON, aim) if aim else None
        return self._led(reading, one, (start, end), slot) if one else None

    def _closes(self, reading: Reading, end: int) -> bool:
        """Return whether the phrase can end here: `ur ugly and`, not `ur ugly shoes`."""
        after = reading.words[end] if end < len(reading.words) else None
        if after is None or after in self._followers or after.startswith(":") or _MANY_TIMES.fullmatch(after):
            return True
        # The reader takes no stop before a number for the end of a sentence: `ur so ugly. 300 coins`.
        is_stopped = after[:1].isdigit() and "." in reading.text[reading.spans[end - 1][0] : reading.spans[end][0]]
        return is_stopped or self._phrases.names.is_listed(after)

    @staticmethod
    def _is_for(reading: Reading, one: Subject, start: int) -> bool:
        """Return whether a subject is between `for` and `to`: `petition for them to stop`."""
        return bool(one.start) and reading.words[one.start - 1] == "for" and reading.words[start] == "to"

    def _led(self, reading: Reading, one: Subject, phrase: Span, slot: SubjectSlot) -> Filled | None:
        """Return the phrase with its subject and the words that must lead to it."""
        end = phrase[1]
        if slot.lead:
            lead = self._lead_of(reading, one.start, slot)
            opens = not slot.opens or self._opens(reading, one.start - lead)
            return Filled(one.start - lead, end, one.aim) if lead and opens else None
        before = self._said_before(reading, one.start)
        if before and before[-1] in self._outer and not self._is_for(reading, one, phrase[0]):
            return None
        openers = self._before_guesses if one.is_guess else self._lead_ins
        must_open = slot.opens or (one.is_guess and not self._is_for(reading, one, phrase[0]))
        before = before if one.is_guess else self._since_parting(before)
        if must_open and any(word not in openers and not word.startswith(":") for word in before):
            return None
        return Filled(one.start, end, one.aim)

    def _opens(self, reading: Reading, start: int) -> bool:
        """Return whether a clause says nothing before `start`: `omg not ...`, never `he is not ...`."""
        before = self._since_parting(self._said_before(reading, start))
        return all(word in self._only_lead_ins or word.startswith(":") for word in before)

    @staticmethod
    def _said_before(reading: Reading, start: int) -> list[str]:
        """Return the words of the clause before `start`."""
        return [word or "" for word in reading.words[reading.clause_start(start) : start]]

    def _since_parting(self, before: list[str]) -> list[str]:
        """Return the words behind the last one that ends a plan or starts something new: `see you at 3 btw`."""
        parted = (at for at, word in enumerate(before, 1) if word in self._partings or (at > 1 and word[:1].isdigit()))
        return before[max(parted, default=0) :]

    def _lead_of(self, reading: Reading, start: int, slot: SubjectSlot) -> int:
        """Return how many words right before `start` are a lead of the slot; 0 if none are."""
        said = reading.words[max(reading.clause_start(start), start - _LONGEST_LEAD) : start]
        before = [NUMBER if (word or "")[:1].isdigit() else word for word in said]
        leads = self._leads(slot.lead)
        lengths = (length for length in range(len(before), 0, -1) if " ".join(map(str, before[-length:])) in leads)
        return next(lengths, 0)

    def _leads(self, written: tuple[str, ...]) -> Set[str]:
        """Return the leads of a slot, those of word sets too."""
        if written not in self._known_leads:
            named = (self._words(one.strip("{}")) if one.startswith("{") else {one} for one in written)
            self._known_leads[written] = frozenset().union(*named)
        return self._known_leads[written]
