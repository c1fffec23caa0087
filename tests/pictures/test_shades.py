"""A picture in letters: seen on a light and on a dark ground, with the box and what is covered in it."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from coach.pictures import Area, cover, covered_in, crop, shaded

WHOLE = Area(0, 0, 1, 1)
SIZE = 20, 10


def a_bubble(ground: str, bubble: str) -> Image.Image:
    """A picture with one bubble, left of the middle."""
    image = Image.new("RGB", (200, 200), ground)
    ImageDraw.Draw(image).rectangle((20, 40, 99, 119), fill=bubble)
    return image


@pytest.mark.parametrize(("ground", "bubble"), [("#ffffff", "#f0f0f0"), ("#000000", "#111111"), ("#ffffff", "#000000")])
def test_what_differs_from_the_ground_is_seen_however_little(ground: str, bubble: str) -> None:
    lines = shaded(a_bubble(ground, bubble), WHOLE, SIZE, None, ())
    assert [(y, x) for y, line in enumerate(lines) for x, sign in enumerate(line) if sign != " "] == [
        (y, x) for y in range(2, 6) for x in range(2, 10)
    ]


def test_one_colour_is_an_empty_ground() -> None:
    assert shaded(Image.new("RGB", (9, 9), "#123456"), WHOLE, (3, 2), None, ()) == ["   ", "   "]


def test_what_is_covered_is_crossed_out_and_the_box_is_framed() -> None:
    lines = shaded(a_bubble("#000000", "#111111"), WHOLE, SIZE, Area(0.5, 0.5, 0.8, 0.8), (Area(0, 0, 0.5, 0.2),))
    assert lines[0] == lines[1] == "x" * 10 + " " * 10
    assert lines[5][10:16] == "\u250c\u2500\u2500\u2500\u2500\u2510"
    assert lines[7][10:16] == "\u2514\u2500\u2500\u2500\u2500\u2518"


def test_a_box_of_one_line_is_seen() -> None:
    lines = shaded(Image.new("RGB", (100, 100), "#ffffff"), WHOLE, SIZE, Area(0, 0, 0.5, 0.1), ())
    assert lines[0][:10] == "[        ]"


def test_the_space_around_the_picture_is_not_its_ground() -> None:
    lines = shaded(Image.new("RGB", (100, 100), "#ffffff"), Area(-0.5, 0, 1.5, 1), SIZE, None, ())
    assert set(lines) == {"\u00b7" * 5 + " " * 10 + "\u00b7" * 5}


def test_a_box_beyond_the_edge_is_drawn_as_far_as_it_can_be_seen() -> None:
    lines = shaded(Image.new("RGB", (100, 100), "#ffffff"), Area(0, 0, 0.5, 0.5), SIZE, Area(0.4, 0.4, 0.9, 0.9), ())
    assert [len(line) for line in lines] == [20] * 10
    assert lines[9][16] == "\u2502"


def test_covered_places_move_along_with_a_crop_or_go_with_it() -> None:
    corner, kept = Area(0, 0, 0.1, 0.1), Area(0.5, 0.5, 1, 1)
    assert covered_in([(cover, corner), (cover, Area(0.25, 0.5, 0.75, 0.75)), (crop, kept)]) == (Area(0, 0, 0.5, 0.5),)
    assert covered_in([(crop, kept), (cover, corner)]) == (corner,)
