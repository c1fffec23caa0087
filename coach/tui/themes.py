"""The colours of the app: Textual's light and dark, one of high contrast, one for eyes that mix up red and green."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.theme import Theme

from coach.tui.preferences import theme_of

if TYPE_CHECKING:
    from coach.models import Comfort

CONTRAST = Theme(
    name="coach-contrast",
    primary="#ffff00",
    secondary="#00ffff",
    warning="#ffff00",
    error="#ff8080",
    success="#80ff80",
    accent="#00ffff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#202020",
    boost="#303030",
    dark=True,
    variables={"text-muted": "#ffffff", "border-blurred": "#ffffff"},
)
SAFE = Theme(
    name="coach-safe",
    primary="#56b4e9",
    secondary="#cc79a7",
    warning="#e69f00",
    error="#d55e00",
    success="#0072b2",
    accent="#f0e442",
    foreground="#f0f0f0",
    background="#121212",
    surface="#1c1c1c",
    panel="#262626",
    dark=True,
)
"""The palette of Okabe and Ito, distinct for colour-blind eyes too (jfly.uni-koeln.de/color, 2008)."""
OWN = (CONTRAST, SAFE)


def dress(app: App[Any], comfort: Comfort) -> None:
    """Give the app the colours and the space that the family likes."""
    for theme in OWN:
        app.register_theme(theme)
    app.theme = theme_of(comfort)
    app.set_class(comfort.is_roomy, "-roomy")
