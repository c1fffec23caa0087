"""Invented posts, drawn as a phone would show them or as a card of text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, fields
from zlib import crc32

from PIL import Image, ImageColor, ImageDraw, ImageFont

from coach.locale import _
from coach.visible import cells, visible

WATERMARK = "PRACTICE"
SIZE = (360, 240)
"""Width and height of a drawn post, in pixels."""
FACE_COLOURS = ("#1a73e8", "#c5221f", "#188038", "#9334e6", "#b06000", "#007b83")
_MARGIN = 20
_LETTERS = 34
"""The most characters in a drawn line."""
_LINES = 6


@dataclass(frozen=True, slots=True)
class Post:
    """The content of a screenshot."""

    name: str
    time: str
    words: str
    likes: int = 0
    is_cut: bool = False
    """Whether the first half of the words was cropped away."""

    @property
    def seen(self) -> str:
        """The visible words."""
        words = visible(self.words).split()
        return " ".join(words[(len(words) + 1) // 2 :] if self.is_cut else words)


def changed(before: Post, after: Post) -> tuple[str, ...]:
    """Return the names of the fields that differ between two posts."""
    return tuple(part.name for part in fields(Post) if getattr(before, part.name) != getattr(after, part.name))


def face(name: str, size: int = 1) -> Image.Image:
    """Draw a face of six by six squares, always the same for the same name; `size` is the side of a square."""
    dots = crc32(name.encode("utf-8", "replace"))
    image = Image.new("RGB", (6, 6), "#e8eaed")
    colour = FACE_COLOURS[dots % len(FACE_COLOURS)]
    for place in range(18):
        if dots >> (place + 8) & 1:
            for x in (place % 3, 5 - place % 3):
                image.putpixel((x, place // 3), ImageColor.getrgb(colour))
    return image.resize((6 * size, 6 * size), Image.Resampling.NEAREST)


def card(post: Post, width: int) -> Iterator[str]:
    """Draw the post as a card of text, `width` cells wide."""
    inner = width - 4
    yield f"+{'-' * (width - 2)}+"
    for line in (
        _head(post, inner),
        "",
        *_wrapped(post.seen, inner),
        "",
        _("\u2665 {likes} likes").format(likes=post.likes),
    ):
        yield f"| {line}{' ' * max(inner - cells(line), 0)} |"
    yield f"+{'-' * (width - 2)}+"


def draw(post: Post, watermark: str = WATERMARK) -> Image.Image:
    """Draw the post as a phone would show it, with `watermark` across it."""
    image = Image.new("RGB", SIZE, "#ffffff")
    pen = ImageDraw.Draw(image)
    large, small = ImageFont.load_default(18), ImageFont.load_default(14)
    image.paste(face(post.name, 6), (_MARGIN, _MARGIN))
    pen.text((_MARGIN + 48, _MARGIN), _known(post.name)[:24], fill="#202124", font=large)
    pen.text((_MARGIN + 48, _MARGIN + 22), _known(post.time)[:24], fill="#5f6368", font=small)
    for number, line in enumerate(_wrapped(_known(post.seen), _LETTERS)[:_LINES]):
        pen.text((_MARGIN, 72 + 22 * number), line, fill="#202124", font=large)
    _heart(pen, _MARGIN, SIZE[1] - 28)
    pen.text((_MARGIN + 22, SIZE[1] - 30), _("{likes} likes").format(likes=post.likes), fill="#5f6368", font=small)
    pen.rectangle((0, 0, SIZE[0] - 1, SIZE[1] - 1), outline="#bdc1c6")
    if watermark:
        mark = Image.new("L", SIZE, 0)
        ImageDraw.Draw(mark).text((70, 100), watermark, fill=70, font=ImageFont.load_default(44))
        image.paste("#c5221f", mask=mark.rotate(20))
    return image


def draw_pair(before: Post, after: Post) -> Image.Image:
    """Draw both posts side by side."""
    pair = Image.new("RGB", (2 * SIZE[0] + _MARGIN, SIZE[1]), "#dddddd")
    pair.paste(draw(before), (0, 0))
    pair.paste(draw(after), (SIZE[0] + _MARGIN, 0))
    return pair


def _heart(pen: ImageDraw.ImageDraw, x: int, y: int) -> None:
    pen.ellipse((x, y, x + 8, y + 8), fill="#c5221f")
    pen.ellipse((x + 7, y, x + 15, y + 8), fill="#c5221f")
    pen.polygon([(x, y + 5), (x + 15, y + 5), (x + 7, y + 14)], fill="#c5221f")


def _head(post: Post, width: int) -> str:
    name, time = visible(post.name)[:20], visible(post.time)[:12]
    return f"{name}{' ' * max(width - cells(name) - cells(time), 1)}{time}"


def _wrapped(words: str, width: int) -> list[str]:
    return textwrap.wrap(words, width) or [""]


def _known(text: str) -> str:
    """Replace each character that Pillow's font lacks with a question mark."""
    return "".join(char if ord(char) < 256 else "?" for char in visible(text))
