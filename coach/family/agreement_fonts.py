"""Fonts for a PDF: finds installed ones with the characters that the built-in PDF font lacks."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import category

if TYPE_CHECKING:
    from fpdf import FPDF

FOLDERS = tuple(
    Path(folder).expanduser()
    for folder in (
        "/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts",
        "/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts",
        Path(os.environ.get("SYSTEMROOT", "C:/Windows")) / "Fonts",
    )
)  # fmt: skip
"""Where operating systems keep fonts."""
NAMES = (
    "dejavusans.ttf", "notosans-regular.ttf", "liberationsans-regular.ttf", "segoeui.ttf", "arial.ttf",
    "arial unicode.ttf", "droidsansfallbackfull.ttf", "wqy-microhei.ttc", "msyh.ttc", "msgothic.ttc", "malgun.ttf",
    "hiragino sans gb.ttc", "applesdgothicneo.ttc", "notosansarabic-regular.ttf", "notosansdevanagari-regular.ttf",
    "nirmala.ttf", "notoemoji-regular.ttf", "symbola.ttf", "seguisym.ttf",
)  # fmt: skip
"""Font files with many characters, best first."""
_TYPED = str.maketrans({"\u201c": '"', "\u201d": '"', "\u201e": '"', "\u2018": "'", "\u2019": "'", "\u2013": "-",
                        "\u2014": "-", "\u2026": "...", "\u2022": "-", "\u20ac": "EUR"})  # fmt: skip
_JOINED = (range(0x0590, 0x08FF), range(0x0900, 0x10A0), range(0x1780, 0x1800))
"""Scripts that need text shaping or reordering: Hebrew to Arabic, the scripts of India to Burma, Khmer."""


class Letters:
    """The fonts that a text needs, embedded in a page."""

    def __init__(self, page: FPDF, text: str) -> None:
        """Find fonts that cover `text`; none if the built-in one does."""
        self._page = page
        self._fonts: list[str] = []
        needed = {char for char in text if not _is_latin(char) and not char.isspace() and not _joins(char)}
        for path in _files() if needed else ():
            needed -= self._added(path, needed)
            if not needed:
                break

    def close(self) -> None:
        """Close the font files; nothing can be written with them afterwards."""
        for name in self._fonts:
            font: Any = self._page.fonts[name]
            font.ttfont.close()

    def use(self, size: int, *, bold: bool = False) -> None:
        """Set the size for the following text; bold works only with the built-in font."""
        if not self._fonts:
            self._page.set_font("Helvetica", "B" if bold else "", size)
            return
        self._page.set_font(self._fonts[0], "", size)
        self._page.set_fallback_fonts(self._fonts[1:])

    def drawn(self, text: str) -> str:
        """Reduce the text to the available characters: plain quotes and dashes for curly ones, others dropped."""
        written = "".join(char if self._has(char) else char.translate(_TYPED) for char in text)
        return "".join(char for char in written if self._has(char))

    def missing(self, text: str) -> str:
        """Return the characters that would be dropped, each once."""
        return "".join(sorted({char for char in text if not self.drawn(char) and category(char) not in {"Cf", "Mn"}}))

    def _has(self, char: str) -> bool:
        if not self._fonts or char.isspace():
            return _is_latin(char)
        return not _joins(char) and any(_has(self._page, font, char) for font in self._fonts)

    def _added(self, path: Path, needed: set[str]) -> set[str]:
        """Embed this font if it has needed characters, and return those; the first font must also have `a`."""
        known = _characters(path)
        found = {char for char in needed if ord(char) in known}
        if not found or not (self._fonts or ord("a") in known):
            return set()
        name = f"font{len(self._fonts)}"
        self._page.add_font(name, fname=path)
        self._fonts.append(name)
        return found


def _characters(path: Path) -> Collection[int]:
    """Return the characters of a font; none if it is broken or of a type that cannot be embedded."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415 - as fpdf, which loads it

    try:
        with path.open("rb") as file:
            font = TTFont(file, fontNumber=0, lazy=True)
            return frozenset(font.getBestCmap() or ()) if "glyf" in font else ()
    except Exception:
        # Fonts come from anywhere and can be broken in any way; another one may work.
        return ()


def is_letter(char: str) -> bool:
    """Return whether this character is part of words, unlike an emoji."""
    return category(char)[0] in "LNM"


def _joins(char: str) -> bool:
    return any(ord(char) in script for script in _JOINED)


def _is_latin(char: str) -> bool:
    return ord(char) < 256


def _has(page: FPDF, font: str, char: str) -> bool:
    return ord(char) in getattr(page.fonts[font], "cmap", {})


def _files() -> Iterator[Path]:
    """List the installed fonts that are in `NAMES`, best first."""
    found: dict[str, Path] = {}
    for folder in FOLDERS:
        for path in _below(folder):
            found.setdefault(path.name.lower(), path)
    yield from (found[name] for name in NAMES if name in found)


def _below(folder: Path) -> Iterable[Path]:
    return (Path(place) / name for place, _, names in os.walk(folder) for name in sorted(names))
