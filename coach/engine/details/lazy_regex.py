"""Regular expressions that are compiled on first use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from hashlib import sha256

Found = re.Match[str] | None


class Expression:
    """A regular expression; most messages need few of them, and compiling all takes longer than all other imports."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    @property
    def key(self) -> str:
        """A short key for its pattern."""
        return sha256(self.pattern.encode()).hexdigest()[:12]

    # Each of these is replaced by the method of the compiled expression, and is as fast.
    @cached_property
    def search(self) -> Callable[..., Found]:
        """Work like `re.Pattern.search`."""
        return self._compiled.search

    @cached_property
    def match(self) -> Callable[..., Found]:
        """Work like `re.Pattern.match`."""
        return self._compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., Found]:
        """Work like `re.Pattern.fullmatch`."""
        return self._compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """Work like `re.Pattern.finditer`."""
        return self._compiled.finditer

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.flags)
