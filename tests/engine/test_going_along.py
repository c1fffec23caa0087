"""Going along before somebody known only online: a no right after, and things of a game, are none; a turned no is one."""

from __future__ import annotations

import pytest

from tests.conftest import Check


@pytest.mark.parametrize(
    "text",
    [
        "face reveal? never lol",
        "some lad wanted a face pic, blocked",
        "see u at the raid on the big hill",
        "my parents pay for my nitro",
    ],
)
def test_a_refusal_right_after_and_a_thing_of_a_game_are_silent(check_text: Check, text: str) -> None:
    assert check_text(text, audience="stranger").flags == ()


@pytest.mark.parametrize(
    "text",
    [
        "i said no but then i sent him my pic",
        "no one is home but come over",
        "my parents are asleep? never mind, come to my house",
        "meet me at the park and bring ur shield",
        "nobody is home, no zombies tonight",
        "u can come to my house lol jk",
        "i will send u a pic, blocked my sister lol",
    ],
)
def test_what_is_agreed_to_is_flagged_whatever_stands_beside_it(check_text: Check, text: str) -> None:
    assert any(flag.concern == "going-along" for flag in check_text(text, audience="stranger").flags)
