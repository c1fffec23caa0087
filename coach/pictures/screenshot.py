"""Real screenshots: opened safely, partly covered or cropped, saved as a new file."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import ExifTags, Image, ImageDraw

from coach.errors import InputError
from coach.writing import is_ordinary, write_new, write_whole

MAX_BYTES = 20_000_000
MAX_PIXELS = 25_000_000
"""Most phone photos have fewer, screenshots a fifth of it. Opening a picture of this size takes up to 300 MB."""
FORMATS = ("PNG", "JPEG")
_SMALLER = "save a smaller version first, or crop it to the part you want to show"
_VISIBLE = [0] * 16 + list(range(16, 256))
"""Maps alpha values: nearly transparent pixels become fully transparent, which nobody can see."""
_TURNS: dict[object, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""The transformation that makes a picture upright, by Exif orientation."""
_MARK, _BEYOND = "#ff7800", "#303030"
"""The colours of the marked area and of the space around the picture."""


@dataclass(frozen=True, slots=True)
class Area:
    """An area of a picture, in fractions of its width and height from 0 to 1."""

    left: float
    top: float
    right: float
    bottom: float

    def pixels(self, image: Image.Image) -> tuple[int, int, int, int]:
        """Convert to pixels: at least one, and none outside the picture."""
        width, height = image.size
        left = min(max(int(self.left * width), 0), width - 1)
        top = min(max(int(self.top * height), 0), height - 1)
        right = min(max(round(self.right * width), left + 1), width)
        bottom = min(max(round(self.bottom * height), top + 1), height)
        return left, top, right, bottom


Change = Callable[[Image.Image, Area], Image.Image]
"""Covers or crops an area and returns a new picture."""


def open_screenshot(path: Path) -> Image.Image:
    """Read a PNG or JPEG, whatever its name, keeping only its visible pixels, upright.

    Raises:
        InputError: the file cannot be read, is too large, or has another format.
    """
    try:
        if not path.is_file():
            raise InputError(f"{path} is not a file\n    fix: give the full path of a picture")
        if path.stat().st_size > MAX_BYTES:
            raise InputError(f"{path} is too large: at most {MAX_BYTES:,} bytes allowed\n    fix: {_SMALLER}")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path, formats=FORMATS) as image:
                _check_pixels(path, image.width * image.height)
                return _upright(_as_seen(image), image.getexif().get(ExifTags.Base.Orientation))
    except Image.DecompressionBombError:
        raise _too_many(path, "far too many") from None
    except (OSError, ValueError, SyntaxError) as error:
        fix = "use a picture that ends with .png or .jpg"
        raise InputError(f"{path} cannot be read as a picture\n    fix: {fix}") from error


def _check_pixels(path: Path, pixels: int) -> None:
    """Refuse a large picture before decoding it: even a small file can contain many pixels."""
    if pixels > MAX_PIXELS:
        raise _too_many(path, f"{pixels:,}")


def _too_many(path: Path, pixels: str) -> InputError:
    return InputError(f"{path} has {pixels} pixels: at most {MAX_PIXELS:,} allowed\n    fix: {_SMALLER}")


def _as_seen(image: Image.Image) -> Image.Image:
    """Flatten the picture onto white: transparent pixels may still contain what somebody erased."""
    image.load()  # before creating another image, as decoding takes the most memory
    if image.mode == "P" and image.palette is None:
        raise ValueError("palette image without a palette")
    seen = Image.new("RGB", image.size, "#ffffff")
    mode = "RGBA" if image.has_transparency_data else "RGB"
    layer = image if image.mode == mode else image.convert(mode)  # converting to the same mode would copy it
    seen.paste(layer, mask=layer.getchannel("A").point(_VISIBLE) if mode == "RGBA" else None)
    return seen


def _upright(image: Image.Image, orientation: object) -> Image.Image:
    """Rotate the picture as its Exif data say."""
    turn = _TURNS.get(orientation)
    return image if turn is None else image.transpose(turn)


def cover(image: Image.Image, area: Area) -> Image.Image:
    """Paint a black box over `area`, erasing what was there."""
    covered = image.copy()
    left, top, right, bottom = area.pixels(image)
    ImageDraw.Draw(covered).rectangle((left, top, right - 1, bottom - 1), fill="#000000")
    return covered


def crop(image: Image.Image, area: Area) -> Image.Image:
    """Crop the picture to `area`."""
    return image.crop(area.pixels(image))


def save_new(image: Image.Image, path: Path, *, in_place: bool = False) -> None:
    """Write the picture as a new PNG file, or `in_place` of the one that was saved there before.

    Raises:
        InputError: another file of this name exists, the name does not end in .png, or it cannot be written.
    """
    if path.suffix.lower() != ".png":
        raise InputError(
            f"unsupported file type {path.name}: pictures are saved as PNG\n    fix: end the name with .png"
        )
    drawn = BytesIO()
    image.save(drawn, "PNG")
    if not (in_place and is_ordinary(path)):
        write_new(path, drawn.getvalue())
        return
    try:
        write_whole(path, drawn.getvalue())
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror}\n    fix: choose another name") from error


def covered_in(changes: Sequence[tuple[Change, Area]]) -> tuple[Area, ...]:
    """Return the areas that are covered after these changes, as shares of the picture that they leave."""
    covered = list[Area]()
    for change, area in changes:
        covered = [each for old in covered if (each := _kept_of(old, area))] if change is crop else [*covered, area]
    return tuple(covered)


def _kept_of(covered: Area, kept: Area) -> Area | None:
    """Return a covered area as a share of what a crop kept; None if the crop cut it off."""
    wide, high = kept.right - kept.left, kept.bottom - kept.top
    left, right = ((max(min(x, kept.right), kept.left) - kept.left) / wide for x in (covered.left, covered.right))
    top, bottom = ((max(min(y, kept.bottom), kept.top) - kept.top) / high for y in (covered.top, covered.bottom))
    return Area(left, top, right, bottom) if left < right and top < bottom else None


def window_of(image: Image.Image, area: Area, shape: float, zoom: float) -> Area:
    """Return the part of the picture to show: `shape` is its width divided by its height, `zoom` 1 shows everything.

    It contains the centre of `area`, and reaches beyond the picture where that is too narrow or too low.
    """
    height = max(image.height, image.width / shape) / zoom
    wide, high = height * shape / image.width, height / image.height
    left, top = _slid((area.left + area.right) / 2, wide), _slid((area.top + area.bottom) / 2, high)
    return Area(left, top, left + wide, top + high)


def wide_zoom(image: Image.Image, shape: float) -> float:
    """Return the zoom at which a tall picture takes half the width of a view of this shape, to be read there."""
    return max(image.height * shape / image.width / 2, 1.0)


def seen_through(image: Image.Image, window: Area, area: Area | None, size: tuple[int, int]) -> Image.Image:
    """Render the part of the picture in `window` at `size` pixels, with `area`, if any, tinted and framed."""
    part = Area(max(window.left, 0), max(window.top, 0), min(window.right, 1), min(window.bottom, 1))
    left, top, right, bottom = glass_of(part, window, size)
    seen = Image.new("RGB", size, _BEYOND)
    small = image.resize((max(right - left, 1), max(bottom - top, 1)), box=part.pixels(image), reducing_gap=2)
    seen.paste(small, (left, top))
    if area is None:
        return seen
    left, top, right, bottom = glass_of(area, window, size)
    marked = left, top, max(right - 1, left), max(bottom - 1, top)
    tint = Image.new("L", size, 0)
    ImageDraw.Draw(tint).rectangle(marked, fill=90, outline=255, width=max(size[1] // 120, 1))
    seen.paste(_MARK, mask=tint)
    return seen


def glass_of(area: Area, window: Area, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Convert `area` to pixels of a window of `size`; they may be outside it."""
    across, down = size[0] / (window.right - window.left), size[1] / (window.bottom - window.top)
    left, right = (round((x - window.left) * across) for x in (area.left, area.right))
    top, bottom = (round((y - window.top) * down) for y in (area.top, area.bottom))
    return left, top, right, bottom


def _slid(middle: float, share: float) -> float:
    """Return the start of a window of width `share` that contains `middle` and shows little beyond the picture."""
    if share >= 1:
        return (1 - share) / 2
    return min(max(middle - share / 2, 0), 1 - share)
