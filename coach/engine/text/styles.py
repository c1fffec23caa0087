"""Convert letters, digits and marks in another style to plain ones: `Ⓛⓞⓢⓔⓡ`, `🅻🅾🆂🅴🆁`, `ʟᴏsᴇʀ`, `bob＠test．org`.

Each character is replaced by one, so that every place in the text stays valid.
"""

from __future__ import annotations

import re
import unicodedata
from string import ascii_lowercase, ascii_uppercase

_ROWS = {
    0x249C: ascii_lowercase,  # in brackets
    0x24B6: ascii_uppercase,  # in circles
    0x24D0: ascii_lowercase,
    0x1F110: ascii_uppercase,  # in brackets
    0x1F130: ascii_uppercase,  # in squares
    0x1F150: ascii_uppercase,  # white in black circles
    0x1F170: ascii_uppercase,  # white in black squares
    0x2460: "123456789",
    0x2474: "123456789",
    0x2776: "123456789",
    0x2780: "123456789",
    0x278A: "123456789",
}
"""First characters of each styled alphabet."""
_SMALL_CAPITALS = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯǫʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnopqqrstuvwyz", strict=True))
_MARKS = {"⓪": "0", "⓿": "0", "﹫": "@", "﹒": "."}
_WIDE = range(0xFF01, 0xFF5F)
"""Fullwidth forms."""
_MATHEMATICAL = range(0x1D400, 0x1D800)


def _plain_of(code: int) -> str:
    return unicodedata.normalize("NFKC", chr(code))


_TABLE = str.maketrans(
    {
        **{chr(first + at): plain for first, row in _ROWS.items() for at, plain in enumerate(row)},
        **_SMALL_CAPITALS,
        **_MARKS,
        **{chr(code): _plain_of(code) for code in (*_WIDE, *_MATHEMATICAL) if _plain_of(code).isascii()},
    }
)
_STYLED = re.compile("[" + "".join(map(re.escape, map(chr, _TABLE))) + "]")


def unstyled(text: str) -> str:
    """Return the text with plain letters, digits and marks for styled ones; its length is unchanged."""
    return text if text.isascii() or not _STYLED.search(text) else text.translate(_TABLE)
