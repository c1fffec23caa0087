"""Regular expressions that are compiled when they are first asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from hashlib import sha256

Found = re.Match[str] | None


class Expression:
    """A regular expression. Most messages need few of them, and to compile all takes longer than to import the rest."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    @property
    def key(self) -> str:
        """A short name for its pattern."""
        return sha256(self.pattern.encode()).hexdigest()[:12]

    # Each of these becomes the method of the compiled expression itself, and is as fast.
    @cached_property
    def search(self) -> Callable[..., Found]:
        """Do as `re.Pattern.search` does."""
        return self._compiled.search

    @cached_property
    def match(self) -> Callable[..., Found]:
        """Do as `re.Pattern.match` does."""
        return self._compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., Found]:
        """Do as `re.Pattern.fullmatch` does."""
        return self._compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """Do as `re.Pattern.finditer` does."""
        return self._compiled.finditer

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.flags)
