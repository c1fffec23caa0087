"""Write reports for `coach check`: one module for each kind of document."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from coach.cli.terminal import has_colour

if TYPE_CHECKING:
    from coach.cli.check.formats.writer import Writer
    from coach.cli.check.scope import CheckScope

FORMATS = ("text", "json", "jsonl", "html", "sarif", "csv", "parquet")
SAYS_ITSELF = ("text", "html")
"""Formats for people, which say themselves what was checked."""
_WIDTH = 80
"""Columns of a text report that does not go to a terminal."""


def writer_for(name: str, scope: CheckScope, *, to_terminal: bool, country: str, takes_counsel: bool = False) -> Writer:
    """Return the writer for a value of `--format`.

    Args:
        name: the format.
        scope: what is checked.
        to_terminal: whether it is written to standard output.
        country: the country whose help lines are shown.
        takes_counsel: whether JSON has counsel too.
    """
    from coach.cli.check.formats.html_page import HtmlPage
    from coach.cli.check.formats.json_reports import JsonLines, JsonList
    from coach.cli.check.formats.sarif_log import SarifLog
    from coach.cli.check.formats.tables import CsvTable, ParquetTable
    from coach.cli.check.formats.text_report import TextReport

    if name == "text":
        width = shutil.get_terminal_size().columns if to_terminal else _WIDTH
        return TextReport(to_terminal and has_colour(sys.stdout), width, country, scope)
    without: dict[str, Callable[[], Writer]] = {
        "sarif": partial(SarifLog, scope),
        "csv": CsvTable,
        "parquet": ParquetTable,
    }
    if name in without:
        return without[name]()
    if name == "html":
        return HtmlPage(country, scope)
    return (JsonList if name == "json" else JsonLines)(country, takes_counsel=takes_counsel)
