"""The picture lab, and a screenshot of the family's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from textual import events
from textual.pilot import Pilot
from textual.widgets import Button, Input

from coach.pictures import Area, open_screenshot
from coach.tui.app import CoachApp
from coach.tui.screens.own_screenshot import OwnScreenshotScreen
from coach.tui.screens.picture_lab import PictureLabScreen
from coach.tui.screens.sure import SureScreen
from coach.tui.widgets.file_browser import FileBrowser
from coach.tui.widgets.picture_box import PictureBox
from tests.tui.conftest import AppMaker, press, running, screen_text, settled


async def test_a_post_is_changed_and_guessed(make_app: AppMaker, tmp_path: Path) -> None:
    app = make_app()
    async with running(app, (120, 40)) as pilot:
        app.router.show(PictureLabScreen(seed=1))
        await settled(pilot)
        app.screen.query_one("#words", Input).value = "i like your [/b] robot a lot"
        await settled(pilot)
        assert "i like your [/b] robot a lot" in screen_text(app)
        await pilot.click("#fix")
        await pilot.click("#play")
        await settled(pilot)
        assert "Change something first." in screen_text(app)
        app.screen.query_one("#words", Input).value = "i hate your robot a lot"
        await pilot.click("#cut")
        await settled(pilot)
        shown = screen_text(app)
        assert "Before" in shown
        assert "After" in shown
        assert "robot a lot" in shown
        app.screen.query_one("#play", Button).press()
        await settled(pilot)
        assert "Which one was written first" in screen_text(app)
        assert "Words" not in screen_text(app)
        await pilot.press("1")
        await settled(pilot)
        said = screen_text(app)
        assert "that is the first one" in said or "that one was changed" in said
        verdict, pictures = app.screen.query_one("#said").region, app.screen.query_one("#cards").region
        assert verdict.y == pictures.bottom
        app.screen.query_one("#path", Input).value = str(tmp_path / "pair.png")
        await pilot.click("#save")
        await settled(pilot)
        assert "marked PRACTICE" in screen_text(app)
    assert open_screenshot(tmp_path / "pair.png").width > 700


async def test_names_are_covered_by_keyboard_and_saved_anew(make_app: AppMaker, tmp_path: Path) -> None:
    path = tmp_path / "own.png"
    Image.new("RGB", (100, 100), "#ffffff").save(path)
    before = path.read_bytes()
    app = make_app()
    async with running(app) as pilot:
        app.router.own_screenshot()
        await settled(pilot)
        assert isinstance(app.screen, OwnScreenshotScreen)
        app.screen.query_one("#path", Input).value = str(tmp_path / "none.png")
        await pilot.click("#open")
        await settled(pilot)
        assert "full path of a picture" in screen_text(app)
        app.screen.query_one("#path", Input).value = str(path)
        app.screen.query_one("#path", Input).focus()
        await pilot.press("enter")
        await settled(pilot)
        box = app.screen.query_one(".opened", PictureBox)
        assert app.focused is box
        await pilot.press(*["left"] * 9, *["up"] * 9, *["shift+down"] * 3)
        assert (box.area.left, box.area.top) == (0, 0)
        await pilot.click("#cover")
        app.screen.query_one("#new", Input).value = str(tmp_path / "new.png")
        await pilot.click("#save")
        await settled(pilot)
        assert "Saved as" in screen_text(app)
        await pilot.click("#undo")
        await settled(pilot)
        assert box.image is not None
        assert box.image.getpixel((1, 1)) == (255, 255, 255)
        await pilot.click("PictureBox.opened", offset=(5, 3))
        await pilot.click("#crop")
        await settled(pilot)
        assert box.image.size < (100, 100)
    assert open_screenshot(tmp_path / "new.png").getpixel((1, 1)) == (0, 0, 0)
    assert path.read_bytes() == before


async def test_only_the_last_change_is_taken_back_and_changes_hold_no_pictures(
    make_app: AppMaker, tmp_path: Path
) -> None:
    path = tmp_path / "own.png"
    Image.new("RGB", (100, 100), "#ffffff").save(path)
    app = make_app()
    async with running(app) as pilot:
        app.router.own_screenshot()
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, OwnScreenshotScreen)
        screen.query_one("#path", Input).value = str(path)
        await pilot.click("#open")
        await settled(pilot)
        box = screen.query_one(".opened", PictureBox)
        for area in (Area(0, 0, 0.2, 0.2), Area(0.8, 0.8, 1, 1)):
            box.area = area
            screen.action_cover()
        assert not any(isinstance(each, Image.Image) for change in vars(screen)["_changes"] for each in change)
        for last, first in (((0, 0, 0), (0, 0, 0)), ((255, 255, 255), (0, 0, 0)), ((255, 255, 255), (255, 255, 255))):
            assert box.image is not None
            assert (box.image.getpixel((99, 99)), box.image.getpixel((0, 0))) == (last, first)
            screen.action_undo()


async def opened(pilot: Pilot[None], path: Path) -> PictureBox:
    """Open a screenshot by its path."""
    app = pilot.app
    assert isinstance(app, CoachApp)
    app.router.own_screenshot()
    await settled(pilot)
    app.screen.query_one("#path", Input).value = str(path)
    await pilot.click("#open")
    await settled(pilot)
    return app.screen.query_one(".opened", PictureBox)


async def test_a_box_is_drawn_by_mouse_and_looked_at_closely(make_app: AppMaker, tmp_path: Path) -> None:
    path = tmp_path / "phone.png"
    Image.new("RGB", (100, 200), "#ffffff").save(path)
    app = make_app()
    async with running(app) as pilot:
        box = await opened(pilot, path)
        assert box.zoom > 1  # a tall picture is shown from its top, so that it can be read
        assert box._window.top == 0
        await pilot.press(*["minus"] * 9)
        middle = box.size.width // 2
        await pilot.mouse_down(PictureBox, offset=(middle - 2, 3))
        await pilot.hover(PictureBox, offset=(middle + 2, 6))
        await pilot.mouse_up(PictureBox, offset=(middle + 2, 6))
        assert 0.2 < box.area.left < 0.5 < box.area.right < 0.8
        assert box.area.bottom - box.area.top > 0.2
        assert box.image is not None
        assert (0, 0, 0) in {box.image.getpixel((50, y)) for y in range(200)}
        await pilot.press("ctrl+z")
        assert (0, 0, 0) not in {box.image.getpixel((50, y)) for y in range(200)}
        before = box.area
        for key in ("shift+right", "shift+down", "shift+left", "shift+up"):
            await pilot.press(key)
        assert (box.area.right, box.area.bottom) == pytest.approx((before.right, before.bottom))
        await pilot.press(*["plus"] * 9)
        assert box.zoom > 10
        assert box.area.right - box.area.left < before.right - before.left
        await pilot.press(*["minus"] * 9)
        assert box.zoom == 1


async def test_a_drag_can_mark_only_and_the_right_button_moves_the_picture(make_app: AppMaker, tmp_path: Path) -> None:
    path = tmp_path / "wide.png"
    Image.new("RGB", (200, 200), "#ffffff").save(path)
    app = make_app()
    async with running(app) as pilot:
        box = await opened(pilot, path)
        app.screen.query_one("#drag", Button).press()
        await pilot.press(*["plus"] * 3)
        await pilot.mouse_down(box, offset=(20, 3))
        await pilot.hover(box, offset=(40, 6))
        await pilot.mouse_up(box, offset=(40, 6))
        assert box.image is not None
        assert box.image.getextrema() == ((255, 255),) * 3
        before = box._window
        box.on_mouse_down(events.MouseDown(box, 20, 3, 0, 0, 3, False, False, False))
        box.on_mouse_move(events.MouseMove(box, 15, 3, -5, 0, 3, False, False, False))
        box.on_mouse_up(events.MouseUp(box, 15, 3, 0, 0, 3, False, False, False))
        assert box._window.left > before.left


async def test_pictures_are_chosen_from_a_list_with_a_preview(
    make_app: AppMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach.tui.screens.own_screenshot.REST", 0)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    shots = tmp_path / "Pictures" / "Screenshots"
    shots.mkdir(parents=True)
    Image.new("RGB", (1080, 2400), "#ff0000").save(shots / "[b]chat.png")
    (shots / "broken.jpg").write_bytes(b"no picture")
    (shots / "notes.txt").write_text("hi", encoding="utf-8")
    app = make_app()
    async with running(app) as pilot:
        app.router.own_screenshot()
        await settled(pilot)
        browser, preview = app.screen.query_one(FileBrowser), app.screen.query_one("#find PictureBox", PictureBox)
        assert app.focused is browser
        assert browser.folder == shots
        assert "[b]chat.png" in screen_text(app)
        assert "notes.txt" not in screen_text(app)
        browser.highlighted = browser._paths.index(shots / "[b]chat.png")
        await settled(pilot)
        assert preview.image is not None
        assert max(preview.image.size) <= 800
        browser.highlighted = browser._paths.index(shots / "broken.jpg")
        await settled(pilot)
        assert preview.image is None
        await pilot.press("enter")
        await settled(pilot)
        assert "cannot be read as a picture" in screen_text(app)
        browser.highlighted = browser._paths.index(shots / "[b]chat.png")
        await pilot.press("enter")
        await settled(pilot)
        box = app.screen.query_one(".opened", PictureBox)
        assert app.focused is box
        assert box.size.width > 70
        await pilot.click("#another")
        await settled(pilot)
        assert app.focused is browser
        assert box.image is None


async def test_nothing_bare_is_saved_unasked_and_a_second_save_replaces_the_first(
    make_app: AppMaker, tmp_path: Path
) -> None:
    path, new = tmp_path / "chat.png", tmp_path / "covered.png"
    Image.new("RGB", (50, 50), "#ffffff").save(path)
    app = make_app()
    async with running(app) as pilot:
        box = await opened(pilot, path)
        screen = app.screen
        screen.query_one("#new", Input).value = str(new)
        for answer in ("no", "yes"):
            screen.query_one("#save", Button).press()
            await settled(pilot)
            assert isinstance(app.screen, SureScreen)
            assert not new.exists()
            app.screen.query_one(f"#{answer}", Button).press()
            await settled(pilot)
        assert open_screenshot(new).getpixel((1, 1)) == (255, 255, 255)
        box.area = Area(0, 0, 0.5, 0.5)
        box.focus()
        await pilot.press("c")
        screen.query_one("#save", Button).press()
        await settled(pilot)
        assert "Saved as" in screen_text(app)
    assert open_screenshot(new).getpixel((1, 1)) == (0, 0, 0)


async def test_without_colour_a_screenshot_has_shapes_and_covers_are_counted(
    make_app: AppMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    path = tmp_path / "own.png"
    picture = Image.new("RGB", (400, 400), "#ffffff")
    picture.paste("#dddddd", (20, 100, 200, 160))
    picture.save(path)
    app = make_app()
    async with running(app, (60, 20)) as pilot:
        app.router.own_screenshot()
        await settled(pilot)
        app.screen.query_one("#path", Input).value = str(path)
        app.screen.query_one("#path", Input).focus()
        said = await press(pilot, "enter")
        assert {"\u2588", "[", "]"} <= set(said)
        assert "you see shapes here, but no words" in " ".join(said.split())
        said = await press(pilot, "c")
        assert "Covered: 1 place. The rest is not covered." in said
        assert "[xxxx" in said
        app.screen.query_one("#new", Input).value = str(tmp_path / "new.png")
        app.screen.query_one("#save", Button).press()
        await settled(pilot)
        assert "Covered: 1 place." in screen_text(app)
        app.screen.query_one("#new", Input).focus()
        app.screen.query_one(".opened", PictureBox).focus()
        assert "Nothing is covered." in await press(pilot, "ctrl+z")
