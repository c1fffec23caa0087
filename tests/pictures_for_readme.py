"""Draws the README's pictures: `python -m tests.pictures_for_readme`.

They show the real app with its real rules. Each picture holds as its description what stands on the screen, so that a
test can tell when it is stale.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections.abc import Mapping
from html import escape, unescape
from pathlib import Path

from coach.counsel import CounselledCheck
from coach.course import Course
from coach.family import FamilyFile
from coach.tui.app import CoachApp
from tests.shipped import shipped_nlp
from tests.tui.conftest import LESSONS, running, screen_text
from tests.tui.states import STATES, State, draft, same_everywhere, steady

FOLDER = Path(__file__).parent.parent / ".github"
SIZE = 80, 24
PICTURES: Mapping[str, State] = {
    "home": STATES["home"],
    "check": State(draft("sam u suck u never pass. training is at 4\ntext me 07700 900123")),
    "chat": STATES["chat"],
    "picture-lab": STATES["picture-lab"],
}
"""What README shows, by the name of its file."""
FONT = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"


def main() -> None:
    """Draw every picture anew."""
    FOLDER.mkdir(exist_ok=True)
    for name, state in PICTURES.items():
        svg, _ = asyncio.run(drawn(state))
        (FOLDER / f"{name}.svg").write_text(svg, encoding="utf-8")
        print(f"{name}.svg: {len(svg.encode()) // 1000} kB")  # noqa: T201 - what a command says


async def drawn(state: State) -> tuple[str, str]:
    """The picture of a state, and what stands on the screen."""
    with tempfile.TemporaryDirectory() as folder, same_everywhere():
        file = FamilyFile(Path(folder) / "family.json")
        file.save(state.family)
        async with running(CoachApp(Course(LESSONS), file, lambda _: CounselledCheck(shipped_nlp())), SIZE) as pilot:
            await state.go(pilot)
            await steady(pilot)
            text = screen_text(pilot.app)
            return own_fonts(pilot.app.export_screenshot(title="Coach"), text), text


def own_fonts(svg: str, text: str) -> str:
    """A picture that loads nothing, described by the text that it shows."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family: [^;]+;", f"font-family: {FONT};", svg)
    head, end, rest = svg.partition(">")
    return f"{head}{end}\n<desc>{escape(text, quote=False)}</desc>{rest}\n"


def described(svg: str) -> str:
    """What a picture says that it shows."""
    (text,) = re.findall(r"<desc>(.*?)</desc>", svg, re.DOTALL)
    return unescape(text)


if __name__ == "__main__":
    main()
