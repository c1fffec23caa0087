"""A screenshot of one's own: opened with care, parts of it covered or cut off, saved as a new file."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import ExifTags, Image, ImageDraw

from coach.errors import InputError
from coach.writing import write_new

MAX_BYTES = 20_000_000
MAX_PIXELS = 25_000_000
"""The photos of most telephones have fewer; screenshots have a fifth of it. Opening that many takes up to 300 MB."""
FORMATS = ("PNG", "JPEG")
_SMALLER = "save it smaller first, or cut out the part that you want to show"
_VISIBLE = [0] * 16 + list(range(16, 256))
"""Alpha as it is taken: what is nearly transparent is gone, though nobody sees the difference."""
_TURNS: dict[object, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes a picture upright, by its orientation in Exif."""
_MARK, _BEYOND = "#ff7800", "#303030"
"""The colours of what is marked, and of what lies beside the picture."""


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a picture, as shares of its width and height from 0 to 1."""

    left: float
    top: float
    right: float
    bottom: float

    def pixels(self, image: Image.Image) -> tuple[int, int, int, int]:
        """The part in pixels; at least one of them, and none outside the picture."""
        width, height = image.size
        left = min(max(int(self.left * width), 0), width - 1)
        top = min(max(int(self.top * height), 0), height - 1)
        right = min(max(round(self.right * width), left + 1), width)
        bottom = min(max(round(self.bottom * height), top + 1), height)
        return left, top, right, bottom


def open_screenshot(path: Path) -> Image.Image:
    """Read a PNG or JPEG, whatever its name says; of what it holds only the pixels that are seen are kept, upright.

    Raises:
        InputError: it cannot be read, is too large, or is another kind of file.
    """
    try:
        if not path.is_file():
            raise InputError(f"{path} is not a file\n    fix: write the whole path of a picture")
        if path.stat().st_size > MAX_BYTES:
            raise InputError(f"{path} has more than {MAX_BYTES:,} bytes\n    fix: {_SMALLER}")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path, formats=FORMATS) as image:
                _check_pixels(path, image.width * image.height)
                return _upright(_as_seen(image), image.getexif().get(ExifTags.Base.Orientation))
    except Image.DecompressionBombError:
        raise _too_many(path, "far more") from None
    except (OSError, ValueError, SyntaxError) as error:
        fix = "use a picture that ends with .png or .jpg"
        raise InputError(f"{path} cannot be read as a picture\n    fix: {fix}") from error


def _check_pixels(path: Path, pixels: int) -> None:
    """Refuse a picture before it is unpacked: a small file may hold many pixels, and each takes memory."""
    if pixels > MAX_PIXELS:
        raise _too_many(path, f"{pixels:,}")


def _too_many(path: Path, pixels: str) -> InputError:
    return InputError(f"{path} has {pixels} pixels: Coach opens up to {MAX_PIXELS:,}\n    fix: {_SMALLER}")


def _as_seen(image: Image.Image) -> Image.Image:
    """The picture on white, and nothing else of it: under what is transparent may lie what somebody has erased."""
    image.load()  # before there is another picture: unpacking takes the most memory
    if image.mode == "P" and image.palette is None:
        raise ValueError("colours by number, and no colours")
    seen = Image.new("RGB", image.size, "#ffffff")
    mode = "RGBA" if image.has_transparency_data else "RGB"
    layer = image if image.mode == mode else image.convert(mode)  # to the same mode, that makes a copy
    seen.paste(layer, mask=layer.getchannel("A").point(_VISIBLE) if mode == "RGBA" else None)
    return seen


def _upright(image: Image.Image, orientation: object) -> Image.Image:
    """The picture turned as its Exif data say."""
    turn = _TURNS.get(orientation)
    return image if turn is None else image.transpose(turn)


def cover(image: Image.Image, area: Area) -> Image.Image:
    """The picture with a black box on `area`: what was there is gone."""
    covered = image.copy()
    left, top, right, bottom = area.pixels(image)
    ImageDraw.Draw(covered).rectangle((left, top, right - 1, bottom - 1), fill="#000000")
    return covered


def crop(image: Image.Image, area: Area) -> Image.Image:
    """Only `area` of the picture."""
    return image.crop(area.pixels(image))


def save_new(image: Image.Image, path: Path) -> None:
    """Write the picture as a new PNG file.

    Raises:
        InputError: there is such a file already, its name does not end with .png, or it cannot be written.
    """
    if path.suffix.lower() != ".png":
        raise InputError(f"{path.name} is not the name of a PNG\n    fix: end the name with .png")
    drawn = BytesIO()
    image.save(drawn, "PNG")
    write_new(path, drawn.getvalue())


def window_of(image: Image.Image, area: Area, shape: float, zoom: float) -> Area:
    """The part of the picture that is looked at: `shape` is its width by its height, `zoom` 1 shows the whole.

    It may reach beyond the picture, where that is narrower or lower; the middle of `area` is in it.
    """
    height = max(image.height, image.width / shape) / zoom
    wide, high = height * shape / image.width, height / image.height
    left, top = _slid((area.left + area.right) / 2, wide), _slid((area.top + area.bottom) / 2, high)
    return Area(left, top, left + wide, top + high)


def seen_through(image: Image.Image, window: Area, area: Area, size: tuple[int, int]) -> Image.Image:
    """What is seen of the picture in `window`, at `size` pixels, with `area` marked by a tint and a frame."""
    part = Area(max(window.left, 0), max(window.top, 0), min(window.right, 1), min(window.bottom, 1))
    left, top, right, bottom = _on_glass(part, window, size)
    seen = Image.new("RGB", size, _BEYOND)
    small = image.resize((max(right - left, 1), max(bottom - top, 1)), box=part.pixels(image), reducing_gap=2)
    seen.paste(small, (left, top))
    left, top, right, bottom = _on_glass(area, window, size)
    marked = left, top, max(right - 1, left), max(bottom - 1, top)
    tint = Image.new("L", size, 0)
    ImageDraw.Draw(tint).rectangle(marked, fill=90, outline=255, width=max(size[1] // 120, 1))
    seen.paste(_MARK, mask=tint)
    return seen


def _on_glass(area: Area, window: Area, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Where `area` is seen, in pixels of the window."""
    across, down = size[0] / (window.right - window.left), size[1] / (window.bottom - window.top)
    left, right = (round((x - window.left) * across) for x in (area.left, area.right))
    top, bottom = (round((y - window.top) * down) for y in (area.top, area.bottom))
    return left, top, right, bottom


def _slid(middle: float, share: float) -> float:
    """Where a window of `share` begins so that `middle` is in it and little beyond the picture is seen."""
    if share >= 1:
        return (1 - share) / 2
    return min(max(middle - share / 2, 0), 1 - share)
