"""Seats: as many as the computer carries, each for its own device, and none longer than it is needed."""

from __future__ import annotations

import asyncio
import os

import pytest
from aiohttp import WSMsgType, WSServerHandshakeError

from coach.browser.limits import Limits
from coach.browser.seat import ELSEWHERE, ENDED, MOST_IN_A_MINUTE
from coach.browser.seats import FULL, TOO_MUCH
from coach.browser.sizes import clamped
from tests.browser.place import LONG, PATIENCE, lives, place, until

pytestmark = pytest.mark.skipif(not os.path.exists("/proc/self/stat"), reason="processes are looked for in /proc")  # noqa: PTH110
PATIENT = Limits(unknown=LONG, answer=LONG, heartbeat=LONG, asleep=LONG)


async def test_fifty_devices_get_as_many_seats_as_there_are_and_a_friendly_word() -> None:
    async with place(Limits(seats=3, heartbeat=LONG)) as there, asyncio.TaskGroup() as group:
        devices = [await there.let_in() for _ in range(50)]
        free = asyncio.Event()
        taken: list[str] = []

        async def sit(device: str) -> None:
            async with there.page(device) as tab:
                taken.append(await tab.sees(r"begins (\d+)"))
                await free.wait()

        for device in devices[:3]:
            group.create_task(sit(device))
        await until(lambda: len(taken) == 3)
        for device in devices[3:]:
            status, text = await there.get("/", device)
            assert (status, "No seat is free" in text) == (503, True)
            assert (await there.get("/ws", device))[0] in {403, 503}
        assert (await there.get("/", devices[0]))[0] == 200
        assert len(there.server._seats._seats) == 3
        free.set()


async def test_pages_that_come_at_once_for_the_last_seat_get_one() -> None:
    async with place(Limits(seats=1, heartbeat=LONG)) as there:
        devices = [await there.let_in() for _ in range(8)]

        async def come(device: str) -> int:
            try:
                async with there.page(device) as tab:
                    message = await tab.connection.receive()
                    return 0 if message.type is WSMsgType.BINARY else int(message.data)
            except WSServerHandshakeError as error:
                return error.status

        answers = await asyncio.gather(*map(come, devices))
        assert answers.count(0) == 1
        assert set(answers) <= {0, 503, FULL}


async def test_a_system_that_gives_no_process_is_told_as_a_full_one(monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(*_: object, **__: object) -> None:
        raise OSError(24, "Too many open files")

    async with place(PATIENT) as there:
        device = await there.let_in()
        monkeypatch.setattr(asyncio, "create_subprocess_exec", fail)
        async with there.page(device) as tab:
            assert await tab.is_left() == FULL
        monkeypatch.undo()
        async with there.page(device) as tab:
            await tab.sees("begins")


async def test_a_page_that_comes_back_finds_its_own_app_and_no_other_device_does() -> None:
    async with place(PATIENT) as there:
        device = await there.let_in()
        async with there.page(device) as tab:
            process = await tab.sees(r"begins (\d+)")
            tab.connection._response.connection.transport.abort()  # type: ignore[union-attr] # as a tablet does that sleeps
        async with there.page(device, "width=50&height=20") as tab:
            await tab.sees("again.*resize 50x20")
            await tab.connection.send_json(["stdin", "hello"])
            assert await tab.sees(r"types hello in (\d+)") == process
        async with there.page() as other:
            assert await other.sees(r"begins (\d+)") != process
            assert "hello" not in other.drawn


async def test_a_second_tab_takes_over_and_the_first_is_told() -> None:
    async with place(PATIENT) as there:
        device = await there.let_in()
        async with there.page(device) as first, there.page(device) as second:
            await second.sees("again")
            assert await first.is_left() == ELSEWHERE
            await second.connection.send_json(["stdin", "hello"])
            await second.sees("types hello")


async def test_an_app_whose_page_stays_away_ends() -> None:
    async with place(Limits(asleep=0.2)) as there:
        async with there.page() as tab:
            process = await tab.sees(r"begins (\d+)")
        await until(lambda: not lives(process))
        await until(lambda: not there.server._seats._seats)


async def test_an_app_that_ends_frees_its_seat_and_tells_its_page() -> None:
    async with place(Limits(seats=1, heartbeat=LONG)) as there:
        device = await there.let_in()
        async with there.page(device) as tab:
            process = await tab.sees(r"begins (\d+)")
            os.kill(int(process), 9)
            assert await tab.is_left() == ENDED
        await until(lambda: not there.server._seats._seats)
        async with there.page() as other:
            await other.sees("begins")


async def test_the_end_of_the_server_ends_all_apps_and_those_that_will_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.browser.seat.PATIENCE", 0.2)
    processes = []
    async with place(PATIENT, "stubborn") as there:
        for _ in range(3):
            async with there.page() as tab:
                processes.append(await tab.sees(r"begins (\d+)"))
        async with there.page() as tab:
            processes.append(await tab.sees(r"begins (\d+)"))
    assert [process for process in processes if lives(process)] == []


async def test_an_app_that_takes_no_input_holds_up_neither_its_page_nor_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("coach.browser.seats.STUCK", 0.3)
    monkeypatch.setattr("coach.browser.seat.PATIENCE", 0.2)
    async with place(PATIENT, "deaf") as there, there.page() as tab:
        process = await tab.sees(r"begins (\d+)")
        await tab.connection.send_json(["stdin", "a" * 1_000_000])
        assert await tab.is_left() == 1000
    assert not lives(process)


@pytest.mark.parametrize(
    ("said", "given"),
    [((20_000, 20_000), (400, 200)), ((0, -5), (20, 8)), ((80, 24), (80, 24)), ((10**5000, 9), (400, 9))],
)
def test_sizes_stay_within_what_an_app_can_draw(said: tuple[int, int], given: tuple[int, int]) -> None:
    assert clamped(*said) == given


async def test_a_page_cannot_ask_for_a_huge_screen() -> None:
    async with place(PATIENT) as there, there.page(size="width=20000&height=20000") as tab:
        await tab.sees("begins .* 400x200")
        await tab.connection.send_json(["resize", {"width": 20_000, "height": 20_000}])
        await tab.sees("resize 400x200.*resize 400x200")
        await tab.connection.send_json(["resize", {"width": 0, "height": 0}])
        await tab.sees("resize 20x8")


@pytest.mark.parametrize(
    "size", ["", "width=&height=x", "width=-1&height=1e9", "width=²&height=٣", "width=" + "9" * 500]
)
async def test_a_size_that_is_not_one_is_the_usual_one(size: str) -> None:
    async with place(PATIENT) as there, there.page(size=size) as tab:
        await tab.sees("begins .* 80x24")


@pytest.mark.parametrize(
    "words",
    [
        "no json",
        "[" * 50_000,
        "9" * 5_000,
        "{}",
        "[]",
        '["stdin"]',
        '["stdin", 1]',
        '["resize", {}]',
        '["resize", {"width": null, "height": 1}]',
        '["resize", {"width": 1e999, "height": NaN}]',
        '["resize", [1, 2]]',
        '["ping", {"a": "b"}]',
        '["quit"]',
        '[["stdin", "x"]]',
    ],
    ids=lambda words: words[:30],
)
async def test_what_no_page_says_does_nothing(words: str) -> None:
    async with place(PATIENT) as there, there.page() as tab:
        await tab.connection.send_str(words)
        await tab.connection.send_bytes(words.encode())
        await tab.connection.send_json(["stdin", "half \ud800 a letter"])
        assert await tab.sees(r"types half (\S) a letter") == "?"
        assert tab.drawn.count("types") == 1


async def test_a_page_that_sends_more_than_anybody_types_is_left() -> None:
    async with place(PATIENT) as there, there.page() as tab, asyncio.timeout(PATIENCE):
        await tab.sees("begins")
        for _ in range(MOST_IN_A_MINUTE // 500_000 + 1):
            await tab.connection.send_json(["stdin", "a" * 500_000])
        assert await tab.is_left() == TOO_MUCH


async def test_a_file_is_given_to_its_own_device_alone() -> None:
    async with place(PATIENT) as there:
        status, text = await there.get("/download/x", await there.let_in())
        assert (status, text) == (404, "This file is gone. Save it again in Coach.")
