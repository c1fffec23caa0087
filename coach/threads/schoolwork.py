"""Pictures of homework: "nah send pics" behind "did ye do the maths" wants no picture of the child."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from coach.models import Concern, Flag, Report, Weight
from coach.rules.toml_source import TomlSource, read_toml
from coach.threads.phrase_finder import FILLERS, TextFinder, once_for_each, read_phrases

if TYPE_CHECKING:
    from spacy.language import Language

_PICTURE = f"{Concern.RED_FLAG}/asks-photo"
_WILL_DO = f"{Concern.GOING_ALONG}/obeys/will-do"
_DOES_IT = re.compile(
    r"(?:(?:ok|okay|k|fine|alright|ya|yeah) )?i ?(?:'|’)?(?:l{1,2}| will) do it(?: \w{1,8})?", re.IGNORECASE
)
"""A yes to anything: what is done, only the turns before say."""
_LONGEST = 120
"""The longest turn that is read, in characters."""


class Schoolwork:
    """Hears it, in the spelling of one pipeline, which it does not hold."""

    def __init__(self, nlp: Language) -> None:
        self._finder = TextFinder(nlp, read_phrases(_source(), _source().values["phrases"]))

    def softened(self, report: Report, asked: str) -> Report:
        """Return the report on a turn, its request for a picture no more than a notice if it is one of homework.

        Args:
            report: on a turn of somebody else.
            asked: the turn before, by another.
        """
        text = report.message.text
        if max(len(text), len(asked)) > _LONGEST or {flag.category for flag in report.flags} != {_PICTURE}:
            return report
        if not self._finder.read(asked).has("asks") or not self._finder.read(text).only(("answers",), (FILLERS,)):
            return report
        flags = (flag.model_copy(update={"weight": Weight.NOTICE}) for flag in report.flags)
        return report.model_copy(update={"flags": tuple(flags)})


def does_it(flag: Flag) -> bool:
    """Return whether a flag is of "ok il do it now", which goes along only where somebody wanted something."""
    return flag.rule == _WILL_DO and bool(_DOES_IT.fullmatch(flag.phrase))


@once_for_each
def schoolwork(nlp: Language) -> Schoolwork:
    """Compile the phrases of schoolwork.toml for the spelling of a pipeline, once."""
    return Schoolwork(nlp)


@cache
def _source() -> TomlSource:
    return read_toml(Path(__file__).with_name("schoolwork.toml"))
