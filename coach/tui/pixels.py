"""How this terminal can show a picture: in pixels (Kitty or Sixel), in half blocks, or in letters.

`textual_image` asks the terminal while it is imported. The answer reaches it only if no app is reading keys, so the app
is suspended for that moment, once, before the first picture.
"""

from __future__ import annotations

import sys
from contextlib import ExitStack, suppress
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from textual.app import App, SuspendNotSupported

if TYPE_CHECKING:
    from textual_image.widget import AutoImage, HalfcellImage, SixelImage

    Picture = AutoImage | SixelImage | HalfcellImage

FEW_COLOURS = {None, "standard", "windows"}
"""Colour systems with too few colours for half blocks."""


class Means(StrEnum):
    """What a picture is made of."""

    PIXELS = "pixels"
    BLOCKS = "blocks"
    LETTERS = "letters"


def means_of(app: App[Any]) -> Means:
    """The best this terminal can do; letters if there is no colour."""
    if app.no_color or (app.console.color_system in FEW_COLOURS and not app.is_headless):
        return Means.LETTERS
    _ask_terminal(app)
    from textual_image.renderable import Image, SixelImage, TGPImage  # noqa: PLC0415 - it asks the terminal

    return Means.PIXELS if Image in {SixelImage, TGPImage} else Means.BLOCKS


def picture_widget(means: Means) -> Picture:
    """An empty widget that shows pictures in pixels or blocks; letters are ordinary text."""
    from textual_image.widget import HalfcellImage, Image  # noqa: PLC0415 - as above

    return Image() if means is Means.PIXELS else HalfcellImage()


def _ask_terminal(app: App[Any]) -> None:
    if "textual_image.widget" in sys.modules:
        return
    with ExitStack() as aside:
        with suppress(SuspendNotSupported):
            aside.enter_context(app.suspend())
        import textual_image.widget  # noqa: F401, PLC0415
