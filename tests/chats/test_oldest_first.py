"""Records come back oldest first and unchanged, whatever the order in which they were read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coach.chats.oldest_first import OldestFirst, oldest_first
from coach.models.thread import SystemLine, Turn, Unread

START = datetime(2024, 3, 15, 16, 0, tzinfo=UTC)
TURNS = st.builds(
    Turn,
    sender=st.text(),
    text=st.text(),
    time=st.none() | st.datetimes(timezones=st.just(UTC)) | st.datetimes(),
    is_edited=st.booleans(),
    is_deleted=st.booleans(),
    media=st.text(),
    chat=st.sampled_from(["castle", "club"]),
    is_mine=st.booleans(),
)


def at(*minutes: int) -> list[Turn]:
    return [Turn("Ivy", f"{minute}", START + timedelta(minutes=minute)) for minute in minutes]


def held(turns: list[Turn]) -> list[object]:
    kept = OldestFirst()
    for turn in turns:
        kept.add(turn, turn.time)
    return list(kept)


@given(st.lists(st.integers(0, 5_000), max_size=200))
def test_any_order_comes_back_oldest_first(minutes: list[int]) -> None:
    found = held(at(*minutes))
    assert [each.text for each in found if isinstance(each, Turn)] == [str(minute) for minute in sorted(minutes)]


def test_more_than_a_block_newest_first_is_turned_around() -> None:
    turns = at(*range(2_000, 0, -1))
    assert held(turns) == turns[::-1]
    assert list(oldest_first(turns)) == turns[::-1]


def test_at_the_same_time_what_was_read_last_is_older_where_time_runs_back() -> None:
    one, two, three = at(2, 1, 1)
    assert held([one, two, three]) == [three, two, one]
    assert held([two, three, one]) == [two, three, one]


@given(st.lists(TURNS, min_size=1))
def test_every_field_comes_back(turns: list[Turn]) -> None:
    kept = OldestFirst()
    for turn in turns:
        kept.add(turn)
    chats = {turn.chat for turn in turns}
    found = [each for each in kept if isinstance(each, Turn)]
    assert [each.chat for each in found] == ([each.chat for each in turns] if len(chats) > 1 else [""] * len(turns))
    assert [(each.sender, each.text, each.time) for each in found] == [
        (each.sender, each.text, each.time) for each in turns
    ]
    assert [(each.media, each.is_edited, each.is_deleted, each.is_mine) for each in found] == [
        (each.media, each.is_edited, each.is_deleted, each.is_mine) for each in turns
    ]


def test_what_has_no_time_stays_where_it_was() -> None:
    kept = OldestFirst()
    [late, early] = at(2, 1)
    for record, time in ((late, late.time), (Unread(2, "no time"), None), (SystemLine(3), None), (early, early.time)):
        kept.add(record, time)
    assert list(kept) == [early, SystemLine(3), Unread(2, "no time"), late]


@given(st.lists(TURNS))
def test_nothing_is_lost_when_a_file_is_turned_around(turns: list[Turn]) -> None:
    assert len(list(oldest_first(turns))) == len(turns)
