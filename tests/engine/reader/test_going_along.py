"""When the second reader may say that a child goes along with somebody known only online."""

from __future__ import annotations

import pytest

from coach.engine.reader.going_along import goes_along
from coach.models import Concern
from coach.models.category import CATEGORY_NAMES

MEETS, MOVES, PICTURE, GIFT, HIDES, ALONE = (
    f"going-along/{name}" for name in ("meets", "moves", "sends-picture", "takes-gift", "hides", "tells-alone")
)


def said(text: str) -> list[str | None]:
    return [None if word == "|" else word for word in text.split()]


@pytest.mark.parametrize(
    ("category", "text"),
    [
        (PICTURE, "we are strangers | so no video calls"),
        (MEETS, "i will not meet you"),
        (MEETS, "i told that boy from the forum no"),
        (MOVES, "i do not want to add you there | not interested"),
        (GIFT, "no thanks | i do not take gifts"),
        (MOVES, "some lady wanted my snap so i logged off"),
        (PICTURE, "he asked for a selfie and i showed my mum straight away"),
        (MEETS, "see you at the fair with my dad"),
        (MEETS, "my aunt knows and comes with us on saturday"),
        (MEETS, "my cousin met her pen pal in london"),
        (MOVES, "you can ask in the public chat"),
        (GIFT, "i gave my sword to the new kid"),
        (GIFT, "we are friends"),
        (HIDES, "our coach says never to get in a car with strangers"),
        (ALONE, "nobody is on the server"),
    ],
)
def test_keeps_silent_where_nobody_goes_along(category: str, text: str) -> None:
    assert not goes_along(category, said(text))


@pytest.mark.parametrize(
    ("category", "text"),
    [
        (PICTURE, "i said no but then i sent it"),
        (ALONE, "no one is home but come over"),
        (MEETS, "i will not come late"),
        (PICTURE, "i will not send it to anyone else | here is my selfie"),
        (HIDES, "i will not tell my mum"),
        (HIDES, "my mum knows nothing"),
        (GIFT, "my mum said no to the skin | can you buy it"),
        ("going-along/obeys", "there i jumped in the pond"),
        (MEETS, "i can not come at five | can you meet me at six"),
        (MOVES, "i am not allowed snap so i made a secret account"),
        (ALONE, "my mum went to work"),
        (MEETS, "i do not want to come with my dad | pick me up lol jk"),
    ],
)
def test_speaks_where_a_refusal_is_turned_or_is_a_yes_itself(category: str, text: str) -> None:
    assert goes_along(category, said(text))


@pytest.mark.parametrize("name", sorted({*CATEGORY_NAMES[Concern.GOING_ALONG]} - {"obeys"}))
def test_a_sentence_without_a_word_of_the_category_is_of_another(name: str) -> None:
    assert not goes_along(f"going-along/{name}", said("what a lovely hat"))
