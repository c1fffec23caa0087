"""Codes: short, used once, and not to be guessed."""

from __future__ import annotations

import pytest

from coach.browser.entry import LENGTH, LETTERS, PAUSE, TRIES, Entry, new_code, same_code
from coach.browser.limits import Limits
from tests.browser.place import LONG, place

TABLET, HERE = "192.168.1.5", "localhost"


class Clock:
    """A clock that waits to be set."""

    now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def shown() -> list[str]:
    """The codes that were shown after the first."""
    return []


@pytest.fixture
def entry(clock: Clock, shown: list[str]) -> Entry:
    return Entry(shown.append, clock)


def guess(entry: Entry, times: int, address: str) -> None:
    for _ in range(times):
        assert entry.let_in("wrong", address) == ""


def test_codes_are_new_and_have_no_letters_that_look_alike_or_make_words() -> None:
    codes = {new_code() for _ in range(1_000)}
    assert len(codes) == 1_000
    assert {len(code.replace("-", "")) for code in codes} == {LENGTH}
    assert not set("aeiouylgqsbz01-") & set(LETTERS)
    assert len(LETTERS) ** LENGTH > 2e13


@pytest.mark.parametrize("said", ["cdfhj-kmnpr", "CDFHJKMNPR", " cdfhj kmnpr ", "cdfhj–kmnpr"])
def test_a_code_may_be_written_in_any_way(said: str) -> None:
    assert same_code(said, "cdfhj-kmnpr")


@pytest.mark.parametrize("said", ["", "cdfhj-kmnp", "cdfhj-kmnprt", "cdfhj-kmnpt", "é", "\0", "ſ" * 99])
def test_any_other_is_wrong(said: str) -> None:
    assert not same_code(said, "cdfhj-kmnpr")


def test_a_code_lets_one_device_in_and_the_next_is_shown(entry: Entry, shown: list[str]) -> None:
    code = entry.code
    device = entry.let_in(code, TABLET)
    assert entry.device(device) == device
    assert len(device) > 40
    assert shown == [entry.code]
    assert entry.let_in(code, TABLET) == ""
    assert entry.let_in(entry.code, TABLET) not in {"", device}
    assert entry.device(device) == device


@pytest.mark.parametrize("cookie", ["", "guessed", "é", "\ud800", "a" * 100_000])
def test_no_other_cookie_is_known(entry: Entry, cookie: str) -> None:
    entry.let_in(entry.code, TABLET)
    assert entry.device(cookie) == ""


def test_after_a_few_wrong_codes_an_address_waits(entry: Entry, shown: list[str], clock: Clock) -> None:
    guess(entry, TRIES, TABLET)
    assert not entry.may_try(TABLET)
    assert entry.let_in(entry.code, TABLET) == ""
    clock.now += PAUSE
    assert entry.may_try(TABLET)
    assert not shown
    assert entry.let_in(entry.code, TABLET)


def test_whoever_guesses_shuts_nobody_else_out_and_changes_no_code(entry: Entry, shown: list[str]) -> None:
    for number in range(100):
        guess(entry, TRIES, f"10.0.0.{number}")
    guess(entry, 1_000, HERE)
    assert not shown
    assert entry.let_in(entry.code, TABLET)
    assert entry.let_in(entry.code, HERE)


async def test_a_form_without_the_code_gets_a_page_that_says_what_to_do() -> None:
    async with place(Limits(unknown=LONG)) as there:
        for fields, status, words in [
            ({}, 403, "not the code"),
            ({"code": "cdfhj-kmnpr"}, 403, "not the code"),
            ({"other": there.server.entry.code}, 403, "not the code"),
            ({"code": "x", "more": "y"}, 403, "not the code"),
            ({"code": ""}, 403, "not the code"),
        ]:
            async with there.session.post(there.origin, data=fields, allow_redirects=False) as response:
                assert (response.status, words in await response.text()) == (status, True)
                assert "Set-Cookie" not in response.headers


async def test_a_device_that_tried_too_often_is_asked_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.browser.server.household", lambda _: TABLET)
    async with place(Limits(unknown=LONG)) as there:
        for status in [403] * TRIES + [429]:
            async with there.session.post(there.origin, data={"code": "x"}, allow_redirects=False) as response:
                assert response.status == status
                assert ("Wait a minute" in await response.text()) == (status == 429)
