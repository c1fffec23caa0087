"""A picture in letters, for screens without colour: the more a spot differs from the background, the darker it is."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image, ImageChops, ImageOps, ImageStat

from coach.pictures.screenshot import Area, glass_of, seen_through

SHADES = " \u2591\u2592\u2593\u2588"
"""From the colour that most of the picture has to whatever differs most from it."""
COVERED, BEYOND = "x", "\u00b7"
"""Fills what is covered, and the space around the picture."""
_FINE = 4
"""Pixels per letter, each way, before they become one shade."""
_BRIGHTEST = 2
"""Percent of the letters that get the strongest shade whatever the contrast of the picture."""

_FAINT_TOO = [round(255 * (ink / 255) ** 0.6) for ink in range(256)]
"""Lifts what differs little, such as words on a bubble beside a dark title."""


def shaded(
    image: Image.Image, window: Area, size: tuple[int, int], area: Area | None, covered: Sequence[Area]
) -> list[str]:
    """Return the part of the picture in `window` as `size` letters: `area` is framed, what is covered crossed out."""
    fine = size[0] * _FINE, size[1] * _FINE
    ink = _ink(seen_through(image, window, None, fine), _within(glass_of(Area(0, 0, 1, 1), window, fine), fine))
    letters = ink.resize(size, Image.Resampling.BOX)
    hidden = [_touched(glass_of(each, window, fine), size) for each in covered]
    for place in hidden:
        letters.paste(0, place)
    stretched = ImageOps.autocontrast(letters, cutoff=(0, _BRIGHTEST)).point(_FAINT_TOO)
    grid = [[SHADES[_level(stretched, x, y)] for x in range(size[0])] for y in range(size[1])]
    _fill_beyond(grid, _within(glass_of(Area(0, 0, 1, 1), window, size), size))
    for left, top, right, bottom in hidden:
        for row in grid[top:bottom]:
            row[left:right] = COVERED * (right - left)
    if area is not None:
        _frame(grid, glass_of(area, window, size))
    return ["".join(row) for row in grid]


def _ink(seen: Image.Image, picture: tuple[int, int, int, int]) -> Image.Image:
    """How much each pixel of the picture differs from its median; nothing around it."""
    grey = seen.convert("L").crop(picture)
    median = Image.new("L", grey.size, ImageStat.Stat(grey).median[0])
    ink = Image.new("L", seen.size, 0)
    ink.paste(ImageChops.difference(grey, median), picture[:2])
    return ink


def _level(stretched: Image.Image, x: int, y: int) -> int:
    ink = stretched.getpixel((x, y))
    return round(ink / 255 * (len(SHADES) - 1)) if isinstance(ink, int) else 0


def _within(place: tuple[int, int, int, int], size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Return the visible part of a place, at least one letter of it."""
    left, top = min(max(place[0], 0), size[0] - 1), min(max(place[1], 0), size[1] - 1)
    return left, top, min(max(place[2], left + 1), size[0]), min(max(place[3], top + 1), size[1])


def _touched(place: tuple[int, int, int, int], size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Return all letters that a place in fine pixels touches."""
    left, top, right, bottom = place
    return _within((left // _FINE, top // _FINE, -(-right // _FINE), -(-bottom // _FINE)), size)


def _fill_beyond(grid: list[list[str]], picture: tuple[int, int, int, int]) -> None:
    left, top, right, bottom = picture
    for y, row in enumerate(grid):
        for x in range(len(row)):
            if not (left <= x < right and top <= y < bottom):
                row[x] = BEYOND


def _frame(grid: list[list[str]], place: tuple[int, int, int, int]) -> None:
    """Draw a frame of lines, as far as it can be seen."""
    left, top, right, bottom = place[0], place[1], max(place[2] - 1, place[0]), max(place[3] - 1, place[1])
    is_line = top == bottom
    corners = "[][]" if is_line else "\u250c\u2510\u2514\u2518"
    signs = {
        **{(x, y): "\u2500" for x in range(left, right + 1) for y in (top, bottom) if not is_line},
        **{(x, y): "\u2502" for y in range(top + 1, bottom) for x in (left, right)},
        **dict(zip(((left, top), (right, top), (left, bottom), (right, bottom)), corners, strict=True)),
    }
    for (x, y), sign in signs.items():
        if 0 <= y < len(grid) and 0 <= x < len(grid[0]):
            grid[y][x] = sign
