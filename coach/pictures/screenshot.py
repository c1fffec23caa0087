"""A screenshot of one's own: opened with care, parts of it covered or cut off, saved as a new file."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageOps

from coach.errors import InputError

MAX_BYTES = 20_000_000
MAX_PIXELS = 40_000_000
FORMATS = ("PNG", "JPEG")


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
    """Read a PNG or JPEG, whatever its name says; of what it holds only the pixels are kept, turned upright.

    Raises:
        InputError: it cannot be read, is too large, or is another kind of file.
    """
    try:
        if not path.is_file():
            raise InputError(f"{path} is no file\n    mend: write the whole path of a picture")
        if path.stat().st_size > MAX_BYTES:
            raise InputError(f"{path} has more than {MAX_BYTES:,} bytes\n    mend: take a smaller picture")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=FORMATS) as image:
                if image.width * image.height > MAX_PIXELS:
                    raise InputError(f"{path} has too many pixels\n    mend: take a smaller picture")
                pixels = ImageOps.exif_transpose(image).convert("RGB")
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise InputError(f"{path} has too many pixels\n    mend: take a smaller picture") from None
    except (OSError, ValueError, SyntaxError) as error:
        mend = "use a picture that ends with .png or .jpg"
        raise InputError(f"{path} cannot be read as a picture\n    mend: {mend}") from error
    clean = Image.new("RGB", pixels.size)
    clean.paste(pixels)
    return clean


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
        raise InputError(f"{path.name} is no name for it\n    mend: end the name with .png")
    try:
        with path.open("xb") as file:
            image.save(file, "PNG")
    except FileExistsError:
        raise InputError(f"{path} is there already\n    mend: choose another name") from None
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror}\n    mend: choose another folder") from error


def half_blocks(image: Image.Image, width: int, height: int) -> Iterator[list[tuple[str, str]]]:
    """The picture in at most `width` by `height` cells: for each line its cells, as colours above and below.

    Each cell is an upper half block in the first colour on the second, both as `#rrggbb`.
    """
    scale = min(width / image.width, 2 * height / image.height)
    size = max(int(image.width * scale), 1), max(int(image.height * scale) // 2, 1) * 2
    small = image.resize(size)
    for y in range(0, size[1], 2):
        yield [(_colour(small, x, y), _colour(small, x, y + 1)) for x in range(size[0])]


def _colour(image: Image.Image, x: int, y: int) -> str:
    red, green, blue = image.getpixel((x, y))  # type: ignore[misc]
    return f"#{red:02x}{green:02x}{blue:02x}"
