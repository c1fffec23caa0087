"""The frame of every page of results, without scripts."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files


def page_head(title: str, further: str = "") -> str:
    """Return the beginning of a page, up to its first heading; its style is the only thing that it may use.

    Args:
        title: shown in the tab.
        further: more style.
    """
    style = files("coach.cli.check.formats").joinpath("page.css").read_text(encoding="utf-8") + further
    allowed = b64encode(sha256(style.encode()).digest()).decode()
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{allowed}'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
    )


PAGE_END = "</main>\n</body>\n</html>\n"
