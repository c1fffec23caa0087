"""Posts are drawn, and screenshots opened with care."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from coach.errors import InputError
from coach.pictures import (
    Area,
    Post,
    card,
    changed,
    cover,
    crop,
    draw,
    draw_pair,
    face,
    open_screenshot,
    save_new,
    seen_through,
    window_of,
)
from coach.visible import cells

POST = Post("Bean", "9:14", "one two three four five", 3)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "own.png"
    text = PngInfo()
    text.add_text("Place", "14 maple street")
    Image.new("RGB", (40, 20), "#ffffff").save(path, pnginfo=text)
    return path


@pytest.mark.parametrize("words", ["", "[/b] \x1b[2J", "\u732b" * 40, "x" * 120])
def test_a_card_is_as_wide_as_it_should_be(words: str) -> None:
    lines = list(card(Post("na\tme", "9:14", words), 36))
    assert {cells(line) for line in lines} == {36} or "\u732b" in words
    assert "\x1b" not in "".join(lines)


def test_the_first_half_is_gone_when_it_is_cut() -> None:
    assert Post("a", "b", POST.words, is_cut=True).seen == "four five"


def test_a_drawn_post_is_marked_and_changes_with_every_part() -> None:
    drawn = {draw(post).tobytes() for post in (
        POST, Post("Moss", "9:14", POST.words, 3), Post("Bean", "9:15", POST.words, 3),
        Post("Bean", "9:14", "other words", 3), Post("Bean", "9:14", POST.words, 4),
        Post("Bean", "9:14", POST.words, 3, is_cut=True),
    )}  # fmt: skip
    assert len(drawn) == 6
    assert draw(POST).tobytes() != draw(POST, watermark="").tobytes()
    assert draw_pair(POST, POST).width > 2 * 360
    draw(Post("\u732b\U0001f642", "\x1b", "\u202e" * 300))


def test_what_a_picture_says_about_itself_is_dropped(picture: Path, tmp_path: Path) -> None:
    save_new(open_screenshot(picture), tmp_path / "new.png")
    assert b"maple" in picture.read_bytes()
    assert b"maple" not in (tmp_path / "new.png").read_bytes()


def test_a_photo_stands_upright_as_its_exif_says(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    path = tmp_path / "photo.jpg"
    Image.new("RGB", (40, 20)).save(path, exif=exif)
    assert open_screenshot(path).size == (20, 40)


def test_what_is_covered_is_gone(picture: Path) -> None:
    image = open_screenshot(picture)
    covered = cover(image, Area(0, 0, 0.5, 1))
    assert (covered.getpixel((0, 0)), covered.getpixel((19, 19)), covered.getpixel((20, 0))) == (
        (0, 0, 0),
        (0, 0, 0),
        (255, 255, 255),
    )
    assert image.getpixel((0, 0)) == (255, 255, 255)
    assert crop(covered, Area(0.5, 0, 1, 0.5)).size == (20, 10)


@pytest.mark.parametrize("area", [Area(1, 1, 1, 1), Area(-1, -1, 0, 0), Area(2, 2, 3, 3), Area(0.5, 0.5, 0.2, 0.2)])
def test_an_area_never_leaves_the_picture(picture: Path, area: Area) -> None:
    left, top, right, bottom = area.pixels(open_screenshot(picture))
    assert 0 <= left < right <= 40
    assert 0 <= top < bottom <= 20


@pytest.mark.parametrize("content", [b"", b"hello", b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", b"\x89PNG\r\n\x1a\n\x00"])
def test_what_is_no_picture_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "fake.png"
    path.write_bytes(content)
    with pytest.raises(InputError, match="fix: "):
        open_screenshot(path)


def test_a_picture_too_large_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, picture: Path) -> None:
    monkeypatch.setattr("coach.pictures.screenshot.MAX_PIXELS", 100)
    with pytest.raises(InputError, match="800 pixels: at most 100"):
        open_screenshot(picture)
    monkeypatch.setattr("coach.pictures.screenshot.MAX_BYTES", 10)
    with pytest.raises(InputError, match="bytes"):
        open_screenshot(picture)
    with pytest.raises(InputError, match="not a file"):
        open_screenshot(tmp_path)


def test_no_picture_is_written_over(picture: Path, tmp_path: Path) -> None:
    before = picture.read_bytes()
    for name in ("own.png", "new.gif", "no/new.png"):
        with pytest.raises(InputError, match="fix: "):
            save_new(draw(POST), tmp_path / name)
    assert picture.read_bytes() == before


@pytest.mark.parametrize(("size", "shape"), [((300, 200), 3.0), ((40, 900), 2.0), ((900, 40), 0.5), ((1, 5000), 2.0)])
@pytest.mark.parametrize("zoom", [1.0, 2.5, 40.0])
def test_a_window_shows_the_box_and_beside_it_nothing_of_another_picture(
    size: tuple[int, int], shape: float, zoom: float
) -> None:
    image, box = Image.new("RGB", size, "#102030"), Area(0.8, 0.9, 0.9, 1)
    window = window_of(image, box, shape, zoom)
    wide, high = (window.right - window.left) * size[0], (window.bottom - window.top) * size[1]
    assert wide / high == pytest.approx(shape)
    assert window.left <= 0.85 <= window.right
    assert window.top <= 0.95 <= window.bottom
    seen = seen_through(image, window, box, (40, 20))
    assert seen.size == (40, 20)
    assert zoom > 1 or {(0x10, 0x20, 0x30), (0x30, 0x30, 0x30)} >= {
        seen.getpixel((x, y)) for x in (0, 20, 39) for y in (0, 10)
    }


def test_what_is_marked_is_seen_where_it_is() -> None:
    image = Image.new("RGB", (200, 100), "#000000")
    seen = seen_through(image, Area(0, 0, 1, 1), Area(0.5, 0, 1, 0.5), (20, 10))
    marked = {(x, y) for x in range(20) for y in range(10) if seen.getpixel((x, y)) != (0, 0, 0)}
    assert marked == {(x, y) for x in range(10, 20) for y in range(5)}


def test_a_face_belongs_to_a_name() -> None:
    assert face("Bean").tobytes() == face("Bean").tobytes() != face("Moss").tobytes()
    assert face("\ud800", 4).size == (24, 24)


def test_what_was_changed_is_named() -> None:
    assert changed(POST, POST) == ()
    assert changed(POST, Post("Moss", "9:14", POST.words, 3, is_cut=True)) == ("name", "is_cut")
