"""A received demand with a threat: whoever sends it presses the child, and is not a friend who is pressed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from coach.engine.text.reading import Candidate, Reading, said
from coach.engine.verdict.resolve import Ruling, Verdict
from coach.models import Concern, FlagSource

_PRESSED = f"{Concern.CARE}/friend-hurting/own-"
_BLACKMAIL = f"{Concern.RED_FLAG}/blackmail/"
_OF_A_VICTIM = frozenset({"my", "mine", "our", "ours"})


class Demands:
    """Knows a clause that opens with a demand, by its word sets."""

    def __init__(self, sets: Mapping[str, Collection[str]]) -> None:
        """Take the word sets `demanding` and `lead-ins`."""
        self._demanding = frozenset(sets.get("demanding", ()))
        self._before = frozenset(sets.get("lead-ins", ()))

    def take_over(self, rulings: Sequence[Ruling], reading: Reading) -> None:
        """Let blackmail speak alone for a demand on the same words: `pay 20 or she sees it`, not `she says pay 20`."""
        pressed = [one for one in rulings if _speaks(one, _PRESSED)]
        for threat in rulings if pressed else ():
            if _speaks(threat, _BLACKMAIL) and threat.candidate.source is FlagSource.RULE:
                for ruling in pressed:
                    if self._is_its_demand(ruling.candidate, threat.candidate, reading):
                        ruling.verdict, ruling.by = Verdict.ECHO, threat.candidate

    def _is_its_demand(self, pressed: Candidate, threat: Candidate, reading: Reading) -> bool:
        if not (pressed.start < threat.end and threat.start < pressed.end):
            return False
        first, last = reading.clause_start(threat.start), reading.clause_end(threat.end - 1)
        clause = said(reading.words[first:last])
        opening = next((word for word in clause if word not in self._before), "")
        return opening in self._demanding and _OF_A_VICTIM.isdisjoint(clause)


def _speaks(ruling: Ruling, rule: str) -> bool:
    return ruling.verdict is Verdict.SPEAKS and ruling.candidate.rule.startswith(rule)
