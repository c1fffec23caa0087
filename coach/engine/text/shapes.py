"""How words are written: in capitals, with digits, in small letters."""

from __future__ import annotations

MOST_LETTERS = 24
"""Letters looked at."""


def shape_of(written: str) -> str:
    """Map capitals to `X`, a leading capital to `Xx`, digits to `0`, small letters to `x`, else `.`, no repeats."""
    shape = ""
    for char in written[:MOST_LETTERS]:
        kind = "0" if char.isdigit() else "X" if char.isupper() else "x" if char.isalpha() else "."
        if not shape.endswith(kind):
            shape += kind
    return shape
