"""What was erased, covered or cut off is nowhere in what is saved, and no picture takes more memory than it may."""

from __future__ import annotations

import re
import struct
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from coach.errors import InputError
from coach.pictures import Area, cover, crop, open_screenshot, save_new
from coach.pictures.screenshot import MAX_PIXELS

SECRET, WHITE, BLACK = (200, 30, 60), (255, 255, 255), (0, 0, 0)
MOST_MEMORY = 330
"""Megabytes that opening, covering and saving a picture may take, beside what Coach takes without one."""


def of_letters(size: tuple[int, int] = (40, 20)) -> Image.Image:
    """A picture whose left half is somebody's secret."""
    image = Image.new("RGB", size, WHITE)
    image.paste(SECRET, (0, 0, size[0] // 2, size[1]))
    return image


def erased(mode: str, alpha: int) -> tuple[Image.Image, dict[str, Any]]:
    """The picture with its left half made transparent, as programs for drawing do it, and what to save it with."""
    image = of_letters()
    if mode in {"RGBA", "LA"}:
        mask = Image.new("L", image.size, 255)
        mask.paste(alpha, (0, 0, 20, 20))
        image.putalpha(mask)
        return (image if mode == "RGBA" else image.convert("LA")), {}
    palette = image.convert("P", palette=Image.Palette.ADAPTIVE, colors=2)
    if mode == "P":
        return palette, {"transparency": palette.getpixel((0, 0))}
    if mode == "P of many":
        return palette, {"transparency": bytes(alpha if n == palette.getpixel((0, 0)) else 255 for n in range(2))}
    return (image, {"transparency": SECRET}) if mode == "RGB" else (image.convert("L"), {"transparency": 84})


@pytest.mark.parametrize(
    ("mode", "alpha"), [("RGBA", 0), ("RGBA", 9), ("LA", 0), ("P", 0), ("P of many", 0), ("RGB", 0), ("L", 0)]
)
def test_what_was_made_transparent_does_not_come_back(tmp_path: Path, mode: str, alpha: int) -> None:
    image, how = erased(mode, alpha)
    image.save(tmp_path / "own.png", **how)
    opened = open_screenshot(tmp_path / "own.png")
    assert opened.mode == "RGB"
    assert opened.getcolors() == [(800, WHITE)]


def test_what_is_half_transparent_is_taken_as_it_is_seen(tmp_path: Path) -> None:
    Image.new("RGBA", (4, 2), (0, 0, 0, 128)).save(tmp_path / "own.png")
    assert open_screenshot(tmp_path / "own.png").getcolors() == [(8, (127, 127, 127))]


def chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The name and the content of each part of a PNG; nothing may stand behind the last."""
    at = 8
    while at < len(content):
        (length,) = struct.unpack(">I", content[at : at + 4])
        yield content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        at += 12 + length


def test_what_is_saved_holds_nothing_of_what_was_covered_or_cut_off(tmp_path: Path) -> None:
    exif, text = Image.Exif(), PngInfo()
    exif[0x010E] = "14 maple street"
    text.add_text("Place", "14 maple street")
    image, _ = erased("RGBA", 255)
    image.save(tmp_path / "own.png", pnginfo=text, exif=exif, icc_profile=b"14 maple street" * 9)
    opened = open_screenshot(tmp_path / "own.png")
    left, right = Area(0, 0, 0.5, 1), Area(0.5, 0, 1, 1)
    for number, (changed, colours) in enumerate(
        (
            (cover(opened, left), {WHITE, BLACK}),
            (crop(opened, right), {WHITE}),
            (crop(cover(opened, left), right), {WHITE}),
        )
    ):
        path = tmp_path / f"{number}.png"
        save_new(changed, path)
        with Image.open(path) as saved:
            assert {colour for _, colour in saved.getcolors() or ()} == colours
            assert not saved.info
        parts = list(chunks(path.read_bytes()))
        assert {name for name, _ in parts} == {b"IHDR", b"IDAT", b"IEND"}
        pixels = zlib.decompress(b"".join(content for name, content in parts if name == b"IDAT"))
        assert len(pixels) == changed.height * (1 + 3 * changed.width)
        assert set(pixels) <= {0, 1, 2, 3, 4, 255}  # filters of lines, black and white


PROGRAM = """
import re, sys
from pathlib import Path
from typing import Any
from coach.pictures import Area, cover, open_screenshot, save_new

def most():
    return int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024

before = most()
try:
    save_new(cover(open_screenshot(Path(sys.argv[1])), Area(0, 0, 0.5, 0.5)), Path(sys.argv[1] + ".png"))
except Exception as error:
    print(error)
print(most() - before)
"""


def most_memory(path: Path) -> tuple[str, int]:
    """What is said of a picture, and the megabytes that opening, covering and saving it takes."""
    done = subprocess.run([sys.executable, "-c", PROGRAM, path], capture_output=True, text=True, check=True)
    said, _, memory = done.stdout.rstrip("\n").rpartition("\n")
    return said, int(memory)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is measured in /proc")
@pytest.mark.parametrize("form", ["transparent", "turned", "in many passes"])
def test_the_largest_picture_takes_a_bounded_memory(tmp_path: Path, form: str) -> None:
    size, path = (5_000, MAX_PIXELS // 5_000), tmp_path / "own"
    exif = Image.Exif()
    exif[0x0112] = 6
    if form == "in many passes":
        Image.new("RGB", size, SECRET).save(path, "JPEG", progressive=True, subsampling=0)
    else:
        Image.new("RGBA", size, (*SECRET, 100)).save(
            path, "PNG", exif=exif if form == "turned" else b"", compress_level=1
        )
    said, memory = most_memory(path)
    assert (said, memory < MOST_MEMORY) == ("", True), memory


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is measured in /proc")
def test_a_picture_with_too_many_pixels_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "own"
    Image.new("1", (8_000, 5_000)).save(path, "PNG")
    said, memory = most_memory(path)
    assert re.search(r"40,000,000 pixels: .* 25,000,000 allowed\n    fix: save a smaller version", said)
    assert memory < 20
    Image.new("1", (20_000, 20_000)).save(path, "PNG")
    with pytest.raises(InputError, match="far too many"):
        open_screenshot(path)


def test_a_picture_of_numbered_colours_without_their_list_is_refused(tmp_path: Path) -> None:
    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", 9, 7, 1, 3, 0, 0, 0)
    pixels = zlib.compress((b"\0" + b"\xff" * 2) * 7)
    path = tmp_path / "own.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b""))
    with pytest.raises(InputError, match="cannot be read as a picture"):
        open_screenshot(path)
