"""The colours of the app; what they are used for is in `look.tcss`.

Colours carry roles, not moods: who reads, how grave a flag is, what the keys go to. No role is carried by colour alone.
"""

from __future__ import annotations

from typing import Any

from textual.theme import Theme

ROLES = ("child", "grown-up", "talk", "notice", "pause", "stop", "care", "brand", "ink", "line")
"""The variables that every theme defines beside Textual's own."""


def themed(name: str, roles: str, **colours: Any) -> Theme:  # noqa: ANN401  # as Textual takes them
    """Make a theme; `roles` are colours for `ROLES`, in that order."""
    own = dict(zip(ROLES, roles.split(), strict=True))
    focus = {
        "block-cursor-foreground": own["ink"],
        "block-cursor-blurred-background": str(colours["panel"]),
        "border-blurred": own["line"],
        "scrollbar": own["line"],
        "scrollbar-background": str(colours["background"]),
        "scrollbar-background-hover": str(colours["background"]),
        "scrollbar-background-active": str(colours["background"]),
        "scrollbar-corner-color": str(colours["background"]),
        "footer-background": str(colours["panel"]),
        "footer-key-foreground": own["brand"],
        "button-focus-text-style": "bold",
        "input-cursor-background": own["brand"],
        "input-cursor-foreground": own["ink"],
    }
    return Theme(name, variables={**own, **focus, **colours.pop("variables", {})}, **colours)


DARK = themed(
    "coach-dark",
    "#79c0ff #c4a7ff #f5c76b #79c0ff #f7a35c #ff8088 #8fd98a #f5c76b #0f141b #3a4558",
    primary="#57d3b4",
    secondary="#c4a7ff",
    accent="#f5c76b",
    warning="#f7a35c",
    error="#ff8088",
    success="#8fd98a",
    foreground="#e4e9f0",
    background="#11161e",
    surface="#1a212c",
    panel="#252e3c",
    dark=True,
)
"""A table in the evening, under a lamp."""
LIGHT = themed(
    "coach-light",
    "#0a5fa8 #6a3fb5 #8a5a00 #0a5fa8 #9a4d00 #b3213a #276b2d #8a5a00 #ffffff #b9b09c",
    primary="#0b6e5e",
    secondary="#6a3fb5",
    accent="#8a5a00",
    warning="#9a4d00",
    error="#b3213a",
    success="#276b2d",
    foreground="#232b35",
    background="#f8f5ee",
    surface="#fffdf8",
    panel="#ece6d9",
    dark=False,
)
"""The same table at breakfast, on paper."""
CONTRAST = themed(
    "coach-contrast",
    "#00ffff #ff9dff #ffff00 #00ffff #ffff00 #ff8080 #80ff80 #ffff00 #000000 #ffffff",
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
    variables={"text-muted": "#ffffff"},
)
SAFE = themed(
    "coach-safe",
    "#56b4e9 #cc79a7 #f0e442 #56b4e9 #e69f00 #f58a4b #3fc79a #f0e442 #121212 #4a4a4a",
    primary="#56b4e9",
    secondary="#cc79a7",
    warning="#e69f00",
    error="#f58a4b",
    success="#3fc79a",
    accent="#f0e442",
    foreground="#f0f0f0",
    background="#121212",
    surface="#1c1c1c",
    panel="#2a2a2a",
    dark=True,
)
"""The palette of Okabe and Ito, distinct for colour-blind eyes too (jfly.uni-koeln.de/color, 2008); two are lighter."""
OWN = (DARK, LIGHT, CONTRAST, SAFE)
