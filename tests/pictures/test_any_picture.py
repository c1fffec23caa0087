"""Whatever a picture file holds: its pixels and nothing else, or a clear word; never a warning on the screen."""

from __future__ import annotations

import io
import random
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from coach.errors import InputError
from coach.pictures import Area, open_screenshot, seen_through
from tests.fuzz.__main__ import changed
from tests.fuzz.targets import TARGETS


def png(width: int, height: int, *, body: bytes = b"") -> bytes:
    """A PNG that claims a size, and whose pixels are `body`."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(body)) + chunk(b"IEND", b"")


def written(folder: Path, content: bytes) -> Path:
    path = folder / "a.png"
    path.write_bytes(content)
    return path


def saved(mode: str, form: str, **given: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, (4, 2)).save(out, form, **given)
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        png(20_000, 20_000), png(40_001, 1_000), png(2**31 - 1, 2**31 - 1), png(0, 0), png(100, 100), png(4, 4)[:40], b"", b"\x89PNG",
        saved("RGB", "GIF"), saved("RGB", "BMP"), saved("RGB", "TIFF"), b"%PDF-1.4", b"\xff\xd8\xff\xe0" + b"a" * 500,
    ],
)  # fmt: skip
def test_what_is_too_large_truncated_or_no_picture_is_refused_with_a_word(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(InputError, match="fix:"):
        open_screenshot(written(tmp_path, content))


def test_a_bomb_of_a_comment_is_not_unpacked(tmp_path: Path) -> None:
    text = zlib.compress(b"a" * 200_000_000)
    body = b"Comment\x00\x00" + text
    bomb = struct.pack(">I", len(body)) + b"zTXt" + body + struct.pack(">I", zlib.crc32(b"zTXt" + body))
    whole = png(2, 2, body=b"\x00" + b"a" * 6 + b"\x00" + b"a" * 6)
    with pytest.raises(InputError):
        open_screenshot(written(tmp_path, whole[:33] + bomb + whole[33:]))


def test_turned_animated_and_cmyk_pictures_are_upright_rgb_without_what_they_carried(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "where we live"
    turned = open_screenshot(written(tmp_path, saved("CMYK", "JPEG", exif=exif.tobytes(), comment=b"where we live")))
    assert (turned.size, turned.mode, turned.info, dict(turned.getexif())) == ((2, 4), "RGB", {}, {})
    frames = [Image.new("RGB", (3, 3), colour) for colour in ("#ff0000", "#0000ff")]
    moving = saved("RGB", "PNG", save_all=True, append_images=frames)
    assert open_screenshot(written(tmp_path, moving)).getpixel((0, 0)) == (0, 0, 0)


@settings(max_examples=300)
@given(seed=st.integers(0, 2**32))
def test_a_picture_that_was_damaged_anywhere_is_opened_or_refused_without_a_warning(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    path = written(tmp_path_factory.getbasetemp(), changed(TARGETS["picture"].seeds, random.Random(seed)))
    try:
        image = open_screenshot(path)
    except InputError as error:
        assert "fix:" in str(error)  # noqa: PT017
    else:
        assert (image.mode, image.info) == ("RGB", {})
        assert seen_through(image, Area(0, 0, 1, 1), Area(0.1, 0.1, 0.5, 0.2), (20, 20)).size == (20, 20)
