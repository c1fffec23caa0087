"""How a picture can be shown here: in pixels (Kitty or Sixel), in half blocks, or told in letters.

`textual_image` asks the terminal while it is imported. The answer reaches it only where no app reads the keys, so the
app steps aside for that moment, once, before the first picture.
"""

from __future__ import annotations

import sys
from contextlib import ExitStack, suppress
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from textual.app import App, SuspendNotSupported

if TYPE_CHECKING:
    from textual_image.widget import AutoImage, HalfcellImage, SixelImage, UnicodeImage

    Picture = AutoImage | SixelImage | HalfcellImage | UnicodeImage

FEW_COLOURS = {None, "standard", "windows"}
"""What a console says that has too few colours for half blocks."""


class Means(StrEnum):
    """What a picture is made of."""

    PIXELS = "pixels"
    BLOCKS = "blocks"
    LETTERS = "letters"


def means_of(app: App[Any]) -> Means:
    """The best that this terminal can, and that somebody without colour can see."""
    if app.no_color or (app.console.color_system in FEW_COLOURS and not app.is_headless):
        return Means.LETTERS
    _ask_terminal(app)
    from textual_image.renderable import Image, SixelImage, TGPImage  # noqa: PLC0415 - it asks the terminal

    return Means.PIXELS if Image in {SixelImage, TGPImage} else Means.BLOCKS


def picture_widget(means: Means) -> Picture:
    """An empty widget that shows pictures by these means; without colour, in shades of letters."""
    from textual_image.widget import HalfcellImage, Image, UnicodeImage  # noqa: PLC0415 - as above

    return {Means.PIXELS: Image, Means.BLOCKS: HalfcellImage, Means.LETTERS: UnicodeImage}[means]()


def _ask_terminal(app: App[Any]) -> None:
    if "textual_image.widget" in sys.modules:
        return
    with ExitStack() as aside:
        with suppress(SuspendNotSupported):
            aside.enter_context(app.suspend())
        import textual_image.widget  # noqa: F401, PLC0415
