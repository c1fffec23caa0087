"""Coach on a tablet: what headless Chromium shows, asks for, and takes in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.chromium import PROGRAM, SIZE, chromium
from tests.cli.serving import serving

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="no Chromium on this machine, and none is fetched")


async def test_a_tablet_shows_coach_and_asks_nobody_else(tmp_path: Path) -> None:
    with serving(tmp_path / "family") as served:
        async with chromium(tmp_path / "profile") as page:
            await page.open(served.link)
            await page.until("document.activeElement?.id === 'code'")
            await page.type(served.code)
            await page.value("document.querySelector('button').click()")
            await page.sees("Who is here?")
            assert await page.value("location.href + document.cookie") == served.link
            await page.until("document.activeElement.tagName === 'TEXTAREA'")
            await page.type("Robo")
            await page.sees("Robo")
            await page.value("socket.close()")
            await page.until("performance.getEntriesByType('navigation')[0].type === 'reload'")
            page.drawn = ""
            await page.sees("Robo")
            await page.until("document.activeElement?.tagName === 'TEXTAREA'")
            await page.tap("Who is here? →")
            await page.sees("What should Coach call the child?")
            await page.type("Robo")
            await page.tap("how old?")
            await page.tap("12-14 years")
            await page.tap("Keep this name")
            await page.sees("Hello, Robo (12-14 years) and your grown-up!")
            await page.tap("Help")
            await page.sees("Close (Esc)")
            before = len(page.drawn)
            await page.drag(40, 26, 10)
            await page.sees("What Coach keeps")
            assert len(page.drawn) > before
            await page.type("\x11")
            await page.until("document.body.classList.contains('-closed')")
            ended = await page.value("document.querySelector('.closed').innerText")
            others = [link for link in page.asked if served.origin.removeprefix("http://") not in link]
        assert str(ended).startswith("Coach has ended.")
        assert others in ([], ["data:,"])
        assert any(SIZE.search(link) for link in page.asked), page.asked
        assert page.complaints == []
