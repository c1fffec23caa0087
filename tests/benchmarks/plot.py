"""A plot of times beside the tokenizer's, as SVG that any page shows: bars on a scale of powers of ten."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import ceil, log10

WIDTH, LEFT, ROW = 720, 220, 26
"""Pixels: of the plot, of the names, and of one bar's row."""
_STYLE = (
    "text{font:13px sans-serif;fill:#555}.coach{fill:#3465a4}.other{fill:#9a9a9a}line{stroke:#9a9a9a;stroke-width:.5}"
)


def bars(title: str, ratios: Sequence[tuple[str, float]]) -> str:
    """One bar for each name; those of Coach stand out.

    Args:
        title: what is plotted.
        ratios: name and how many times the tokenizer's time, each above 0.
    """
    decades = max(ceil(log10(max(ratio for _, ratio in ratios))), 1)
    height = ROW * (len(ratios) + 2)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(title)}">',
        f'<style>{_STYLE}</style><text x="8" y="18">{escape(title)}</text>',
        *(_tick(decade, decades, height) for decade in range(decades + 1)),
        *(_bar(at, name, ratio, decades) for at, (name, ratio) in enumerate(ratios)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _x(ratio: float, decades: int) -> float:
    return round(LEFT + (WIDTH - LEFT - 60) * max(log10(ratio), 0) / decades, 1)


def _tick(decade: int, decades: int, height: int) -> str:
    x = _x(10**decade, decades)
    return (
        f'<line x1="{x}" x2="{x}" y1="{ROW}" y2="{height - ROW}"/>'
        f'<text x="{x}" y="{height - 8}" text-anchor="middle">{10**decade:,}</text>'
    )


def _bar(at: int, name: str, ratio: float, decades: int) -> str:
    y, end = ROW * (at + 1) + 4, _x(ratio, decades)
    kind = "coach" if name.startswith("Coach") else "other"
    return (
        f'<text x="{LEFT - 8}" y="{y + 14}" text-anchor="end">{escape(name)}</text>'
        f'<rect class="{kind}" x="{LEFT}" y="{y}" width="{max(end - LEFT, 1):.1f}" height="{ROW - 8}"/>'
        f'<text x="{end + 6:.1f}" y="{y + 14}">{ratio:.1f}</text>'
    )
