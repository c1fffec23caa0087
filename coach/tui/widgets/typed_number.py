"""Digits typed one after the other, until they can only mean one of some numbers."""

from __future__ import annotations

from collections.abc import Collection


class TypedNumber:
    """Knows which digits were typed, and which numbers they may become."""

    def __init__(self) -> None:
        self.digits = ""
        """What was typed and may still become longer."""

    def add(self, digit: str, numbers: Collection[int]) -> int | None:
        """Take in a digit; return the number if no other one begins with what was typed, else None."""
        longer = f"{self.digits}{digit}"
        self.digits = longer if _possible(longer, numbers) else digit
        possible = _possible(self.digits, numbers)
        return self.end(numbers) if len(possible) <= 1 else None

    def end(self, numbers: Collection[int]) -> int | None:
        """Forget the digits; return the number that they are, if it is one of `numbers`."""
        typed, self.digits = self.digits, ""
        return int(typed) if typed and typed in map(str, numbers) else None


def _possible(typed: str, numbers: Collection[int]) -> list[int]:
    return [number for number in numbers if str(number).startswith(typed)]
