"""Draws the agreement as a PDF to hang up: one page if it can be read there, otherwise one for each side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

from fpdf import FPDF

from coach.errors import InputError
from coach.family.agreement_fonts import LINE, Letters, is_letter
from coach.family.agreement_sheet import TITLE, Sheet
from coach.locale import _

MARGIN, INSIDE = 9.0, 8.0
"""Millimetres from the edge of the paper to the frame, and from the frame to what is in it."""
SIZES = tuple(range(21, 10, -1))
"""The sizes of letters to try for both sides on one page, in points."""
SMALL_SIZES = (*SIZES, 10, 9, 8, 7, 6)
"""The sizes to try for one side a page; the last always fits."""
TICK = 9.0
"""Millimetres for the tick before a promise."""
HEAD, SIGNATURE = 13.0, 21.0
"""Millimetres of a heading, and of a row of lines to sign on."""
DARK, BLUE, GREY = (29, 43, 58), (31, 78, 121), (110, 120, 130)
CARDS = (((255, 223, 166), (255, 246, 228)), ((188, 220, 242), (234, 244, 251)))
"""The colours of each side: its heading, and its ground."""

Card = tuple[int, str, tuple[str, ...]]
"""A side's number, heading and promises."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in millimetres."""

    x: float
    y: float
    w: float
    h: float


def pdf(sheet: Sheet) -> tuple[bytes, str]:
    """Draw the agreement; return the file with the characters that were dropped.

    Raises:
        InputError: a PDF cannot show some of the letters.
    """
    page = FPDF(format=sheet.paper.value)
    page.set_title(_(TITLE))
    page.set_auto_page_break(auto=False)
    text = "\n".join([sheet.between, *sheet.signers, *(line for _heading, lines in sheet.sides for line in lines)])
    letters = Letters(page, text)
    with closing(letters):
        missing = letters.missing(text)
        if lost := "".join(filter(is_letter, missing)):
            words = _("a PDF made here cannot show {letters}\n    fix: save it as .html, which shows all letters")
            raise InputError(words.format(letters=lost))
        _Drawing(sheet, page, letters).draw()
        return bytes(page.output()), missing


class _Drawing:
    """The page while it is drawn."""

    def __init__(self, sheet: Sheet, page: FPDF, letters: Letters) -> None:
        self._sheet, self._page, self._letters = sheet, page, letters
        self._heights = dict[tuple[str, float, int], float]()
        """The heights of promises, by width and size."""

    def draw(self) -> None:
        """Draw both sides on one page if they can be read there, otherwise each on its own."""
        cards = [(number, heading, lines) for number, (heading, lines) in enumerate(self._sheet.sides)]
        self._page.add_page()
        if self._size(cards, SIZES):
            self._draw_page(cards)
        else:
            self._draw_page(cards[:1])
            self._page.add_page()
            self._draw_page(cards[1:])

    def _draw_page(self, cards: Sequence[Card]) -> None:
        self._frame()
        size = self._size(cards, SIZES) or self._size(cards, SMALL_SIZES) or SMALL_SIZES[-1]
        for card, box in zip(cards, self._boxes(len(cards)), strict=True):
            self._draw_card(card, box, size)
        self._signatures()

    def _frame(self) -> None:
        """Draw the frame, the title and who agrees."""
        page, width = self._page, self._page.w
        page.set_draw_color(*BLUE)
        page.set_line_width(1.1)
        page.rect(MARGIN, MARGIN, width - 2 * MARGIN, page.h - 2 * MARGIN, round_corners=True, corner_radius=6)
        page.set_text_color(*BLUE)
        self._line(_(TITLE), 36, Box(MARGIN, MARGIN + 7, width - 2 * MARGIN, 16), bold=True)
        page.set_text_color(*DARK)
        self._line(self._sheet.between, 13, Box(MARGIN + 2, MARGIN + 25, width - 2 * MARGIN - 4, 7))

    def _boxes(self, count: int) -> Iterator[Box]:
        """Yield where the sides go."""
        left, top = MARGIN + INSIDE, MARGIN + 36
        bottom = self._page.h - MARGIN - self._foot
        wide = (self._page.w - 2 * left - INSIDE * (count - 1)) / count
        for number in range(count):
            yield Box(left + number * (wide + INSIDE), top, wide, bottom - top)

    @property
    def _foot(self) -> float:
        """The height of what is below the sides."""
        return (12 if self._sheet.again else 3) + SIGNATURE * self._rows + 4

    @property
    def _rows(self) -> int:
        return (len(self._sheet.signers) + 1) // 2

    def _size(self, cards: Sequence[Card], sizes: Sequence[int]) -> int:
        """Return the largest of these sizes at which every side fits; 0 if none does."""
        both = list(zip(cards, self._boxes(len(cards)), strict=True))
        likely = (size for size in sizes if all(self._may_fit(card, box, size) for card, box in both))
        return next((size for size in likely if all(self._fits(card, box, size) for card, box in both)), 0)

    def _may_fit(self, card: Card, box: Box, size: int) -> bool:
        """Whether a side fits if no line had room to spare; this spares most sizes the breaking into lines."""
        taken = (max(self._letters.width(line) * size / (box.w - TICK - 8), 1) for line in card[2])
        return sum(max(lines, 1) + 0.4 for lines in taken) * size * LINE <= box.h - HEAD - 6

    def _fits(self, card: Card, box: Box, size: int) -> bool:
        heights = sum(self._height(line, box, size) + size * LINE * 0.4 for line in card[2])
        return heights <= box.h - HEAD - 6

    def _height(self, line: str, box: Box, size: int) -> float:
        key = line, box.w, size
        if key not in self._heights:
            self._heights[key] = self._letters.height(line, size, box.w - TICK - 6)
        return self._heights[key]

    def _draw_card(self, card: Card, box: Box, size: int) -> None:
        """Draw one side; its promises spread over the height, but not too far from each other."""
        number, heading, lines = card
        page, (head, ground) = self._page, CARDS[number]
        for colour, height in ((ground, box.h), (head, HEAD)):
            page.set_fill_color(*colour)
            page.rect(box.x, box.y, box.w, height, style="F", round_corners=True, corner_radius=3)
        page.rect(box.x, box.y + HEAD / 2, box.w, HEAD / 2, style="F")
        self._line(heading, 15, Box(box.x, box.y, box.w, HEAD), bold=True)
        heights = [self._height(line, box, size) for line in lines]
        room = box.h - HEAD - 6 - sum(heights)
        gap = min(room / max(len(lines), 1), size * LINE * 1.6)
        top = box.y + HEAD + 3 + gap / 2
        for line, height in zip(lines, heights, strict=True):
            self._promise(line, Box(box.x, top, box.w, height), size)
            top += height + gap

    def _promise(self, line: str, box: Box, size: int) -> None:
        """Draw a tick and a promise; both begin on the right where the script does."""
        page, is_left = self._page, not self._letters.is_from_right(line)
        middle, tick = box.y + size * LINE / 2, min(size * 0.17, 3.0)
        x = box.x + 3 if is_left else box.x + box.w - 3 - 2 * tick
        page.set_draw_color(*BLUE)
        page.set_line_width(tick / 3.5)
        page.polyline([(x, middle), (x + tick * 0.7, middle + tick * 0.7), (x + tick * 2, middle - tick * 0.9)])
        page.set_xy(box.x + (3 + TICK if is_left else 3), box.y)
        self._letters.write(line, size, box.w - TICK - 6)

    def _signatures(self) -> None:
        """Draw when it is looked at again, and a line for everybody to sign, with the date."""
        page, left = self._page, MARGIN + INSIDE
        top = page.h - MARGIN - self._foot + 4
        if self._sheet.again:
            page.set_text_color(*BLUE)
            self._line(self._sheet.again, 13, Box(left, top, page.w - 2 * left, 7), bold=True)
        wide = (page.w - 2 * left - INSIDE) / 2
        first = page.h - MARGIN - SIGNATURE * self._rows - 4
        page.set_draw_color(*DARK)
        page.set_line_width(0.4)
        for number, name in enumerate(self._sheet.signers):
            x, y = left + number % 2 * (wide + INSIDE), first + number // 2 * SIGNATURE + 14
            page.line(x, y, x + wide * 0.62, y)
            page.line(x + wide * 0.68, y, x + wide, y)
            page.set_text_color(*GREY)
            self._line(name, 10, Box(x, y + 1, wide * 0.62, 5), align="L")
            self._line(_("Date"), 10, Box(x + wide * 0.68, y + 1, wide * 0.32, 5), align="L")
        page.set_text_color(*DARK)

    def _line(self, words: str, size: int, box: Box, *, bold: bool = False, align: str = "C") -> None:
        """Write one line in the middle of a box, smaller if it is too long."""
        fitting = self._letters.fitting(words, size, box.w - 2, bold=bold)
        height = fitting * LINE
        self._page.set_xy(box.x, box.y + (box.h - height) / 2)
        self._letters.write(words, fitting, box.w, bold=bold, align=align)
