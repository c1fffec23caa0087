"""Access control: a device is let in when somebody types the code shown on this computer's screen.

Links contain no key: it would show up in the process list when the browser starts, in the address bar of a tablet left
lying around, and in its history. A code lets one device in, which is then recognized by a cookie that neither pages nor
people see; the screen shows a new code for the next device.
"""

from __future__ import annotations

import secrets
import time
from collections import deque
from collections.abc import Callable

from coach.browser.names import is_here

LETTERS = "cdfhjkmnprtvwx23456789"
"""The alphabet of a code: no letters that look alike, and no vowels, so that codes never spell a word."""
LENGTH = 10
"""The length of a code: at 2,000 guesses a second, about what a server answers, a year finds one code in 400."""
TRIES = 5
"""How many wrong codes another computer may send before it has to wait.

Wrong codes never lock anybody else out: neither other addresses, nor this computer, where several people share one.
"""
PAUSE = 60.0
"""How long a wrong code counts, in seconds."""


def new_code() -> str:
    """Generate a code that cannot be guessed but is easy to type on a tablet."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    return f"{letters[: LENGTH // 2]}-{letters[LENGTH // 2 :]}"


def same_code(said: str, code: str) -> bool:
    """Compare a typed code in constant time, ignoring case, spaces and hyphens."""
    return secrets.compare_digest(_letters(said), _letters(code))


def _letters(said: str) -> str:
    return "".join(letter for letter in said.lower() if letter in LETTERS)


class Entry:
    """Lets devices in and recognizes them later."""

    def __init__(self, show: Callable[[str], None], clock: Callable[[], float] = time.monotonic) -> None:
        """Create the first code; `show` is called with each later one."""
        self.code = new_code()
        self._show = show
        self._clock = clock
        self._devices: list[str] = []
        self._wrong: deque[tuple[float, str]] = deque()

    def device(self, cookie: str) -> str:
        """Return the device with this cookie, or an empty string."""
        said = cookie.encode(errors="replace")
        return next((each for each in self._devices if secrets.compare_digest(each.encode(), said)), "")

    def may_try(self, address: str) -> bool:
        """Return whether this address may try a code now."""
        while self._wrong and self._wrong[0][0] <= self._clock() - PAUSE:
            self._wrong.popleft()
        return is_here(address) or sum(each == address for _, each in self._wrong) < TRIES

    def let_in(self, said: str, address: str) -> str:
        """Return the cookie of a new device, which uses up the code, or an empty string."""
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
