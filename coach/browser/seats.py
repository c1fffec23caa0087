"""The Coaches that run: one for each device, no more than the computer bears, and none longer than it is needed."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence

from aiohttp import WSMsgType, web

from coach.browser.limits import Limits
from coach.browser.seat import STUCK, Seat
from coach.browser.sizes import Size, clamped

FULL, TOO_MUCH = 4002, 4003
"""Why a socket is closed, as the page knows it: no seat is free, or the page has sent too much."""
LONGEST_STAMP = 64
"""Characters of the time that a page sends to have it sent back."""


class Seats:
    """Gives each device its own Coach, and the same one again when it comes back."""

    def __init__(self, command: Sequence[str], limits: Limits) -> None:
        """Run `command` for each device."""
        self._command = command
        self._limits = limits
        self._seats: dict[str, Seat] = {}
        self._ends: set[asyncio.Task[None]] = set()
        self._turn = asyncio.Lock()
        self._is_closed = False

    def has_room_for(self, device: str) -> bool:
        """Whether this device has a Coach or can have one."""
        return device in self._seats or (len(self._seats) < self._limits.seats and not self._is_closed)

    def seat_of(self, device: str) -> Seat | None:
        """The Coach that this device has now."""
        return self._seats.get(device)

    async def serve(self, device: str, socket: web.WebSocketResponse, size: Size) -> None:
        """Let a page use the Coach of its device until its socket ends; then that Coach waits for another page."""
        try:
            seat = await self._sit_down(device, size)
        except OSError:  # the system gives no process, or no file handle
            seat = None
        if seat is None:
            await socket.close(code=FULL, drain=False)
            return
        try:
            async with asyncio.timeout(STUCK):
                await seat.take(socket, size)
            await _pass_on(socket, seat)
        except TimeoutError:
            await socket.close(drain=False)
        finally:
            await seat.let_go(socket, self._limits.asleep)

    async def close(self) -> None:
        """End all of them."""
        self._is_closed = True
        async with self._turn:
            for seat in self._seats.values():
                seat.over.set()
        await asyncio.gather(*self._ends)

    async def _sit_down(self, device: str, size: Size) -> Seat | None:
        async with self._turn:
            if device in self._seats or not self.has_room_for(device):
                return self._seats.get(device)
            seat = Seat(self._command)
            await seat.start(*size)
            self._seats[device] = seat
            self._ends.add(task := asyncio.create_task(self._see_out(device, seat)))
            task.add_done_callback(self._ends.discard)
            return seat

    async def _see_out(self, device: str, seat: Seat) -> None:
        await seat.over.wait()
        try:
            await seat.stop()
        finally:
            del self._seats[device]


async def _pass_on(socket: web.WebSocketResponse, seat: Seat) -> None:
    """Give the app what its page sends.

    Raises:
        TimeoutError: the app takes nothing any more.
    """
    async for message in socket:
        if message.type is not WSMsgType.TEXT:
            continue
        if not seat.bears(len(message.data)):
            await socket.close(code=TOO_MUCH, drain=False)
            return
        async with asyncio.timeout(STUCK):
            await _obey(message.data, seat, socket)


async def _obey(text: str, seat: Seat, socket: web.WebSocketResponse) -> None:
    """Do what a page says, and nothing where that is nothing that a page of Coach says."""
    try:
        said = json.loads(text)
    except (RecursionError, ValueError):
        return
    match said:
        case ["stdin", str(typed)]:
            await seat.send_bytes(typed.encode(errors="replace"))
        case ["resize", {"width": int(columns), "height": int(lines)}]:
            await seat.set_terminal_size(*clamped(columns, lines))
        case ["ping", str(stamp)] if len(stamp) <= LONGEST_STAMP:
            await socket.send_json(["pong", stamp])
        case ["blur"]:
            await seat.blur()
        case ["focus"]:
            await seat.focus()
