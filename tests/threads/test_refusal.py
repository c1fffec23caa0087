"""A no is heard only where nothing may take it back: what is not heard is left to the two."""

from __future__ import annotations

import pytest

from coach.threads.refusal import is_refusal

PHOTO, SECRECY = "red-flag/asks-photo", "red-flag/secrecy"


@pytest.mark.parametrize(
    ("said", "asked", "asks", "is_heard"),
    [
        ("no", "send a photo", PHOTO, True),
        ("no thanks my mum says no and i am telling her", "send a photo", PHOTO, True),
        ("no i am telling my mum", "do not tell your mum", SECRECY, True),
        ("nope not telling you", "what school", "red-flag/asks-personal", True),
        ("no", "what school", "red-flag/asks-personal", False),
        ("no", "you will not tell your mum", SECRECY, False),
        ("nope not telling her", "you will not tell your mum", SECRECY, False),
        ("no problem", "send a photo", PHOTO, False),
        ("no one will know", "send a photo", PHOTO, False),
        ("no but later", "send a photo", PHOTO, False),
        ("no saturday is better", "lets meet", "red-flag/meet", False),
        ("no i will not tell", "send a photo", PHOTO, False),
        ("ok", "send a photo", PHOTO, False),
        ("", "send a photo", PHOTO, False),
    ],
)
def test_a_plain_no_is_heard(said: str, asked: str, asks: str, is_heard: bool) -> None:
    assert is_refusal(said.split(), asked.split(), {asks}) is is_heard
