"""The letters of a PDF: fonts that come with Coach, then those of this computer, and how a line is written."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import bidirectional, category, normalize

if TYPE_CHECKING:
    from fpdf import FPDF

OWN = Path(__file__).with_name("fonts")
"""The fonts that come with Coach; its README says what each is for."""
LINE = 0.48
"""Millimetres of a line for each point of its letters."""
PLAIN, BOLD = "NotoSans-Regular", "NotoSans-Bold"
"""The fonts that every page has; the others come in where a text needs them."""
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
    "droidsansfallbackfull.ttf", "arial unicode.ttf", "wqy-microhei.ttc", "msyh.ttc", "msgothic.ttc", "malgun.ttf",
    "hiragino sans gb.ttc", "applesdgothicneo.ttc", "dejavusans.ttf", "segoeui.ttf", "nirmala.ttf", "symbola.ttf",
    "seguisym.ttf",
)  # fmt: skip
"""Fonts of a computer with letters that Coach's own lack, best first."""
_JOINED = (range(0x0600, 0x0900), range(0x0900, 0x0E00), range(0x0F00, 0x10A0), range(0x1780, 0x1800))
"""Scripts whose letters join or change places: Arabic, the scripts of India, Tibet, Burma and the Khmer."""
_CROWDED = (range(0x0E00, 0x0F00), range(0x1000, 0x10A0), range(0x1780, 0x1800), range(0x3000, 0xA000))
"""Scripts without spaces between words, where a line may end anywhere."""
_UNSEEN = frozenset({"\u200d", "\ufe0e", "\ufe0f", *map(chr, range(0x1F3FB, 0x1F400))})
"""Characters that only change another emoji."""


class Letters:
    """The fonts that a text needs, embedded in a page."""

    def __init__(self, page: FPDF, text: str) -> None:
        """Find fonts that cover `text`."""
        self._page = page
        self._can_join = _can_join()
        self._fonts = list[str]()
        self._widths = dict[str, float]()
        for name in (PLAIN, BOLD):
            self._embed(OWN / f"{name}.ttf")
        needed = {char for char in _seen(text) if not self._has(char)}
        for path in _files() if needed else ():
            found = needed & set(map(chr, _characters(path)))
            if found:
                self._embed(path)
                needed -= found
            if not needed:
                break
        page.set_fallback_fonts(self._fonts[2:], exact_match=False)
        if self._can_join:
            page.set_text_shaping(use_shaping_engine=True)

    def close(self) -> None:
        """Close the font files; nothing can be written with them afterwards."""
        for name in self._fonts:
            font: Any = self._page.fonts[name]
            font.ttfont.close()

    def write(self, words: str, size: float, width: float, *, bold: bool = False, align: str = "") -> None:
        """Write words in lines of this width; by default they begin where their script does."""
        self._cell(self.drawn(words), size, width, bold=bold, align=align)

    def height(self, words: str, size: float, width: float) -> float:
        """Return the height of words in lines of this width."""
        return self._cell(self.drawn(words), size, width, only_measured=True)

    def _cell(  # noqa: PLR0913 - what fpdf asks for
        self, words: str, size: float, width: float, *, bold: bool = False, align: str = "", only_measured: bool = False
    ) -> float:
        from fpdf.enums import WrapMode  # noqa: PLC0415 - as fpdf

        is_bold = bold and all(_has(self._page, BOLD.lower(), char) for char in words)
        self._page.set_font(BOLD if is_bold else PLAIN, "", size)
        height = self._page.multi_cell(
            width,
            size * LINE,
            words,
            align=align or ("R" if self.is_from_right(words) else "L"),
            wrapmode=WrapMode.CHAR if any(_is_in(_CROWDED, char) for char in words) else WrapMode.WORD,
            dry_run=only_measured,
            output="HEIGHT",
        )
        return float(height) if isinstance(height, (int, float)) else 0.0

    def width(self, words: str) -> float:
        """Return the width of words on one line for each point of their size."""
        if words not in self._widths:
            self._page.set_font(PLAIN, "", 10)
            self._widths[words] = self._page.get_string_width(self.drawn(words)) / 10
        return self._widths[words]

    def fitting(self, words: str, size: float, width: float, *, bold: bool = False) -> float:
        """Return the size, at most `size`, at which the words fit into `width`."""
        self._page.set_font(BOLD if bold else PLAIN, "", size)
        taken = self._page.get_string_width(self.drawn(words)) + 2 * self._page.c_margin
        return size if taken <= width else max(size * width / taken, 5)

    def is_from_right(self, words: str) -> bool:
        """Return whether words begin on the right: their first letter says so."""
        kinds = (bidirectional(char) for char in words)
        return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L"

    def drawn(self, text: str) -> str:
        """Return the text without characters that no font here has."""
        return "".join(char for char in _seen(text) if self._has(char))

    def missing(self, text: str) -> str:
        """Return the characters that would be dropped, each once."""
        return "".join(sorted({char for char in _seen(text) if not self._has(char) and category(char) != "Cf"}))

    def _has(self, char: str) -> bool:
        if char.isspace():
            return True
        joins = not self._can_join and _is_in(_JOINED, char)
        return not joins and any(_has(self._page, font, char) for font in self._fonts)

    def _embed(self, path: Path) -> None:
        name = path.stem if path.parent == OWN else f"font{len(self._fonts)}"
        self._page.add_font(name, fname=path)
        self._fonts.append(name.lower())


def _can_join() -> bool:
    """Return whether fpdf can join letters; not every computer has the library that it asks."""
    try:
        import uharfbuzz  # noqa: F401, PLC0415 - fpdf loads it, and only for this page
    except ImportError:
        return False
    return True


def _seen(text: str) -> str:
    """Return the text as single characters where there are such, without those that only change an emoji."""
    return "".join(char for char in normalize("NFC", text) if char not in _UNSEEN)


@cache
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


def _is_in(scripts: Iterable[range], char: str) -> bool:
    return any(ord(char) in script for script in scripts)


def _has(page: FPDF, font: str, char: str) -> bool:
    return ord(char) in getattr(page.fonts[font], "cmap", {})


def _files() -> Iterator[Path]:
    """List Coach's own fonts, then those of the computer that are in `NAMES`, best first."""
    yield from sorted(OWN.glob("*.ttf"))
    found: dict[str, Path] = {}
    for folder in FOLDERS:
        for path in _below(folder):
            found.setdefault(path.name.lower(), path)
    yield from (found[name] for name in NAMES if name in found)


def _below(folder: Path) -> Iterable[Path]:
    return (Path(place) / name for place, _, names in os.walk(folder) for name in sorted(names))
