"""The text of a fault holds nothing that somebody typed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import coach
from coach.errors import sorry
from coach.family import keep_word
from coach.models import Direction, Family, Message, PrivateKind, PrivateWord

SECRET = "dromedary"


def carried() -> None:
    raise KeyError(SECRET)


def from_another() -> None:
    try:
        carried()
    except KeyError as error:
        raise RuntimeError(f"while {SECRET}") from error


def wrapped() -> None:
    """As Textual wraps what a worker raised."""
    fault = RuntimeError(SECRET)
    fault.error = ValueError(SECRET)  # type: ignore[attr-defined]
    raise fault


@pytest.mark.parametrize(
    ("fail", "kind"), [(carried, "KeyError"), (from_another, "RuntimeError"), (wrapped, "ValueError")]
)
def test_what_is_said_of_a_fault_is_its_kind_and_its_places(fail: Callable[[], None], kind: str) -> None:
    with pytest.raises(Exception, match=SECRET) as caught:
        fail()
    said = sorry(caught.value)
    assert f"inside Coach: {kind}\n" in said
    assert SECRET not in said
    if fail is not wrapped:
        assert f"{__name__}, line " in said


@pytest.mark.parametrize(
    "fail",
    [
        lambda: Message(text=SECRET.encode() + b"\xff"),
        lambda: Message(text=SECRET, direction=SECRET),
        lambda: Message.model_validate({"text": [SECRET], "direction": Direction.DRAFT}),
        lambda: Message.model_validate({"text": "hi", "surprise": SECRET}),
        lambda: PrivateWord(kind=PrivateKind.NAME, words=SECRET * 100),
        lambda: keep_word(Family(), "name", SECRET * 100),
        lambda: Family.model_validate({"private_words": [SECRET]}),
        lambda: coach.check(SECRET, audience="nobody"),  # type: ignore[arg-type]
        lambda: coach.check(SECRET, direction="sideways"),  # type: ignore[arg-type]
    ],
)
def test_what_cannot_be_taken_in_is_not_repeated(fail: Callable[[], object]) -> None:
    with pytest.raises(Exception) as caught:  # noqa: PT011 - of any kind
        fail()
    assert SECRET not in str(caught.value)
