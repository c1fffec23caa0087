"""A post that was never sent: drawn as a phone would show it, or as a card of letters."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

from coach.visible import cells, visible

WATERMARK = "PRACTICE"
SIZE = (360, 240)
"""Width and height of a drawn post, in pixels."""
_MARGIN = 20
_LETTERS = 34
"""So many letters stand in a drawn line."""
_LINES = 6


@dataclass(frozen=True, slots=True)
class Post:
    """What a screenshot shows."""

    name: str
    time: str
    words: str
    likes: int = 0
    is_cut: bool = False
    """Whether the first half of the words was cropped away."""

    @property
    def seen(self) -> str:
        """The words that can be seen."""
        words = visible(self.words).split()
        return " ".join(words[(len(words) + 1) // 2 :] if self.is_cut else words)


def card(post: Post, width: int) -> Iterator[str]:
    """The post as a card of letters, `width` cells wide."""
    inner = width - 4
    yield f"+{'-' * (width - 2)}+"
    for line in (_head(post, inner), "", *_wrapped(post.seen, inner), "", f"\u2665 {post.likes} likes"):
        yield f"| {line}{' ' * max(inner - cells(line), 0)} |"
    yield f"+{'-' * (width - 2)}+"


def draw(post: Post, watermark: str = WATERMARK) -> Image.Image:
    """The post as a phone would show it, with `watermark` across it."""
    image = Image.new("RGB", SIZE, "#ffffff")
    pen = ImageDraw.Draw(image)
    large, small = ImageFont.load_default(18), ImageFont.load_default(14)
    pen.ellipse((_MARGIN, _MARGIN, _MARGIN + 32, _MARGIN + 32), fill="#8ab4f8")
    pen.text((_MARGIN + 44, _MARGIN), _known(post.name)[:24], fill="#202124", font=large)
    pen.text((_MARGIN + 44, _MARGIN + 22), _known(post.time)[:24], fill="#5f6368", font=small)
    for number, line in enumerate(_wrapped(_known(post.seen), _LETTERS)[:_LINES]):
        pen.text((_MARGIN, 72 + 22 * number), line, fill="#202124", font=large)
    pen.text((_MARGIN, SIZE[1] - 30), f"{post.likes} likes", fill="#5f6368", font=small)
    if watermark:
        mark = Image.new("L", SIZE, 0)
        ImageDraw.Draw(mark).text((70, 100), watermark, fill=70, font=ImageFont.load_default(44))
        image.paste("#c5221f", mask=mark.rotate(20))
    return image


def draw_pair(before: Post, after: Post) -> Image.Image:
    """Both posts side by side."""
    pair = Image.new("RGB", (2 * SIZE[0] + _MARGIN, SIZE[1]), "#dddddd")
    pair.paste(draw(before), (0, 0))
    pair.paste(draw(after), (SIZE[0] + _MARGIN, 0))
    return pair


def _head(post: Post, width: int) -> str:
    name, time = visible(post.name)[:20], visible(post.time)[:12]
    return f"{name}{' ' * max(width - cells(name) - cells(time), 1)}{time}"


def _wrapped(words: str, width: int) -> list[str]:
    return textwrap.wrap(words, width) or [""]


def _known(text: str) -> str:
    """`text` with a question mark for each letter that the font of Pillow does not have."""
    return "".join(char if ord(char) < 256 else "?" for char in visible(text))
