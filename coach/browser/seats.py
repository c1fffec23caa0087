"""The running Coaches: one per device, up to a limit, each ended when it is no longer needed."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence

from aiohttp import WSMsgType, web

from coach.browser.limits import Limits
from coach.browser.seat import STUCK, Seat
from coach.browser.sizes import Size, clamped

FULL, TOO_MUCH = 4002, 4003
"""WebSocket close codes: too many devices, or the page sent too much."""
LONGEST_STAMP = 64
"""The longest timestamp of a ping, in characters."""


class Seats:
    """Gives each device its own Coach, and reconnects it when it comes back."""

    def __init__(self, command: Sequence[str], limits: Limits) -> None:
        """Prepare to run `command` for each device."""
        self._command = command
        self._limits = limits
        self._seats: dict[str, Seat] = {}
        self._ends: set[asyncio.Task[None]] = set()
        self._turn = asyncio.Lock()
        self._is_closed = False

    def has_room_for(self, device: str) -> bool:
        """Return whether this device has a Coach or can get one."""
        return device in self._seats or (len(self._seats) < self._limits.seats and not self._is_closed)

    def seat_of(self, device: str) -> Seat | None:
        """Return the running Coach of this device, if any."""
        return self._seats.get(device)

    async def serve(self, device: str, socket: web.WebSocketResponse, size: Size) -> None:
        """Connect a page to the Coach of its device until the socket closes; the Coach then waits for another page."""
        try:
            seat = await self._sit_down(device, size)
        except OSError:  # out of processes or file handles
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
    """Forward what a page sends to its app.

    Raises:
        TimeoutError: the app stopped taking input.
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
    """Execute one message of a page; ignore anything that Coach's page does not send."""
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
