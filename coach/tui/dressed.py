"""An app in Coach's colours and spacing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coach.tui.discreet import DiscreetApp
from coach.tui.preferences import theme_of
from coach.tui.themes import OWN

if TYPE_CHECKING:
    from coach.models import Comfort

LOOK = Path(__file__).with_name("look.tcss")
"""How every screen looks; it overrides the styles that widgets bring along."""


class DressedApp(DiscreetApp):
    """Reads its looks only when it is dressed, after the first words are painted."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-normal"), (110, "-broad")]

    def dress(self, comfort: Comfort) -> None:
        """Put on the colours and the space that the family likes."""
        for theme in OWN:
            self.register_theme(theme)
        self.theme = theme_of(comfort)
        self.stylesheet.set_variables(self.get_css_variables())
        self.stylesheet.read(LOOK)
        self.set_class(comfort.is_roomy, "-roomy")
