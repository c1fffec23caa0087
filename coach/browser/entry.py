"""Who may come in: a device on which somebody typed the code that this computer's screen shows.

No link has a key in it: a key would show up in the process list when the browser starts, in the address bar of a tablet
left lying around, and in its history. A code lets one device in, which from then on is known by a
cookie that no page and no person sees; the screen shows another code for the next one.
"""

from __future__ import annotations

import secrets
import time
from collections import deque
from collections.abc import Callable

from coach.browser.names import is_here

LETTERS = "cdfhjkmnprtvwx23456789"
"""What a code is made of: nothing that looks like another letter, and no vowels, so that no word comes out."""
LENGTH = 10
"""Letters of a code: at 2,000 guesses a second, as fast as a server answers, a year finds one code of 400."""
TRIES = 5
"""Wrong codes that one address elsewhere may send before it has to wait.

No number of wrong codes shuts anybody else out: not those at other addresses, and not this computer, where several
people may share the one address.
"""
PAUSE = 60.0
"""Seconds for which a wrong code counts."""


def new_code() -> str:
    """A code that nobody guesses, short enough to be typed on a tablet."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    return f"{letters[: LENGTH // 2]}-{letters[LENGTH // 2 :]}"


def same_code(said: str, code: str) -> bool:
    """Whether somebody typed `code`, however they wrote it; takes as long for any `said`."""
    return secrets.compare_digest(_letters(said), _letters(code))


def _letters(said: str) -> str:
    return "".join(letter for letter in said.lower() if letter in LETTERS)


class Entry:
    """Lets devices in, and knows them again."""

    def __init__(self, show: Callable[[str], None], clock: Callable[[], float] = time.monotonic) -> None:
        """`show` is called with each code after the first."""
        self.code = new_code()
        self._show = show
        self._clock = clock
        self._devices: list[str] = []
        self._wrong: deque[tuple[float, str]] = deque()

    def device(self, cookie: str) -> str:
        """The device that has this cookie; empty for none."""
        said = cookie.encode(errors="replace")
        return next((each for each in self._devices if secrets.compare_digest(each.encode(), said)), "")

    def may_try(self, address: str) -> bool:
        """Whether a code from this address is looked at now."""
        while self._wrong and self._wrong[0][0] <= self._clock() - PAUSE:
            self._wrong.popleft()
        return is_here(address) or sum(each == address for _, each in self._wrong) < TRIES

    def let_in(self, said: str, address: str) -> str:
        """The cookie of a new device, which uses the code up; nothing for a wrong code, or after too many."""
        if not self.may_try(address):
            return ""
        if same_code(said, self.code):
            self._devices.append(device := secrets.token_urlsafe(32))
            self._renew()
            return device
        if not is_here(address):
            self._wrong.append((self._clock(), address))
        return ""

    def _renew(self) -> None:
        self.code = new_code()
        self._show(self.code)
