"""Check a draft in the app: phrases are marked while somebody types."""

from __future__ import annotations

import threading

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Button, OptionList, Select, Static

from coach.family import FamilyFile
from coach.models import (
    AgeBand,
    AgeGroup,
    Audience,
    Concern,
    Counsel,
    Direction,
    Edit,
    Flag,
    FlagSource,
    Message,
    Report,
    Rewrite,
    RewriteKind,
    Role,
    Weight,
)
from coach.models.report import QUIET
from coach.tui.app import CoachApp
from coach.tui.if_everybody import IF_EVERYBODY, ONLY_WEIGHT, SAME, difference
from coach.tui.keys import keys_of
from coach.tui.safe_text import LONGEST
from coach.tui.screens.check import CheckScreen
from coach.tui.screens.done import DoneScreen, question_for
from coach.tui.screens.home import HomeScreen
from coach.tui.widgets.draft_box import DraftBox
from coach.tui.widgets.draft_editor import DraftEditor
from coach.tui.widgets.flag_entries import FILL, SILENT, entries_of
from coach.tui.widgets.flag_list import FlagList
from coach.tui.widgets.rewrite_option import RewriteOption
from tests.tui.conftest import (
    AppMaker,
    WordList,
    check,
    flag,
    press,
    running,
    screen_text,
    settled,
    until,
    word_counsel,
)
from tests.uncounselled import Uncounselled


async def open_check(pilot: Pilot[None]) -> DraftEditor:
    choices = pilot.app.screen.query_one(OptionList)
    choices.highlighted = choices.get_option_index("check")
    await pilot.press("enter")
    await settled(pilot)
    assert isinstance(pilot.app.screen, CheckScreen)
    return pilot.app.screen.query_one(DraftEditor)


def underlined(editor: DraftEditor, row: int) -> list[str]:
    """What is underlined in one line of the editor."""
    line = editor.get_line(row)
    return [line.plain[span.start : span.end] for span in line.spans if getattr(span.style, "underline", False)]


async def test_phrases_are_underlined_while_typing(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        editor = await open_check(pilot)
        assert pilot.app.focused is editor
        await pilot.press(*"hi", "enter", *"ur so ugly", "space", *"bye")
        await settled(pilot)
        assert underlined(editor, 0) == []
        assert underlined(editor, 1) == ["ur so ugly"]
        shown = screen_text(pilot.app)
        assert "!! pause" in shown
        assert "\u201cur so ugly\u201d" in shown
        assert "You could send this." in shown
        for _ in range(len("ugly bye")):
            await pilot.press("backspace")
        await settled(pilot)
        assert underlined(editor, 1) == []
        assert "Nothing to look at again." in screen_text(pilot.app)


async def test_marks_stand_right_after_wide_and_combining_characters(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        editor = await open_check(pilot)
        editor.load_text("日本 😀 e\u0301 ur so ugly\r\n\u200bur so ugly")
        await settled(pilot)
        assert underlined(editor, 0) == ["ur so ugly"]
        assert [text.strip("\u200b") for text in underlined(editor, 1)] == ["ur so ugly"]


async def test_audience_and_direction_are_asked_for(make_app: AppMaker) -> None:
    async with running(make_app(), (120, 40)) as pilot:
        editor = await open_check(pilot)
        editor.load_text("dont tell ur mum, call me on 07700 900123")
        await settled(pilot)
        assert "!! pause  \u201c07700 900123\u201d" in screen_text(pilot.app)
        pilot.app.screen.query_one("#audience", Select).value = Audience.PUBLIC
        await settled(pilot)
        assert "!!! stop  \u201c07700 900123\u201d" in screen_text(pilot.app)
        pilot.app.screen.query_one("#direction-received", Button).press()
        await settled(pilot)
        assert underlined(editor, 0) == ["dont tell ur mum"]


@pytest.mark.parametrize("text", ["[/lol]", "[@click=app.bell]ur so ugly[/]", "ur so ugly [", "[red]", "\\[b]"])
async def test_typed_brackets_are_text(make_app: AppMaker, text: str) -> None:
    async with running(make_app()) as pilot:
        editor = await open_check(pilot)
        editor.insert(text)
        await settled(pilot)
        assert text in screen_text(pilot.app)


async def test_pasted_control_characters_never_reach_the_terminal(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        editor = await open_check(pilot)
        pilot.app.post_message(events.Paste("ur so ugly\x1b[31m\x07\u202e\x9b\ttab"))
        await settled(pilot)
        assert editor.written == "ur so ugly\ufffd[31m\ufffd\ufffd\ufffd tab"
        editor.load_text("ur so\x1b ugly \u202e")
        await settled(pilot)
        assert not set(screen_text(pilot.app)) & set("\x1b\x07\u202e\x9b")


async def test_nothing_typed_is_kept(make_app: AppMaker, family_file: FamilyFile) -> None:
    async with running(make_app()) as pilot:
        await open_check(pilot)
        await pilot.press(*"secret")
        await settled(pilot)
        await pilot.press("escape", "escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
    kept = list(family_file.path.parent.iterdir()) if family_file.path.parent.exists() else []
    assert not any(b"secret" in path.read_bytes() for path in kept)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_everything_is_there_at_every_size_and_after_resizing(make_app: AppMaker, size: tuple[int, int]) -> None:
    async with running(make_app(), (100, 30)) as pilot:
        editor = await open_check(pilot)
        editor.load_text("ur so ugly")
        await pilot.resize_terminal(*size)
        await settled(pilot)
        shown = screen_text(pilot.app)
        for words in ("ur so ugly", "!! pause", "Home", "Quit", "Help", "Coach is ready."):
            assert words in shown


async def test_a_large_paste_does_not_hold_up_the_keys(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        editor = await open_check(pilot)
        editor.load_text("see you at practice. " * 3000)
        await pilot.press("home", *"hi ")
        assert editor.written.startswith("hi ")
        await settled(pilot)


async def test_marks_go_along_while_words_before_them_change(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        editor = await open_check(pilot)
        editor.insert("ur so ugly, ur so ugly")
        await settled(pilot)
        await pilot.press("home", "o", "h", "space")
        assert underlined(editor, 0) == ["ur so ugly", "ur so ugly"]
        editor.move_cursor((0, 7))
        await pilot.press("backspace")
        assert underlined(editor, 0) == ["ur so ugly"]


async def test_only_the_newest_words_are_checked_when_checking_is_slow(make_app: AppMaker) -> None:
    asked: list[str] = []
    may_answer = threading.Event()

    def slow(message: Message) -> Report:
        asked.append(message.text)
        may_answer.wait(10)
        return check(message)

    async with running(make_app(load_check=lambda _: Uncounselled(slow))) as pilot:
        assert isinstance(pilot.app, CoachApp)
        pilot.app.router.check_draft()
        await pilot.pause()
        for char in "abcd":
            await pilot.press(char)
            await pilot.pause()
        may_answer.set()
        await settled(pilot)
        assert asked[0] in {"", "a"}
        assert asked[-1] == "abcd"
        assert len(asked) <= 3


async def test_pasting_puts_the_text_in_once(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        editor = await open_check(pilot)
        pilot.app.post_message(events.Paste("ur so ugly\r\nbye"))
        await settled(pilot)
        assert editor.written == "ur so ugly\nbye"


async def test_care_is_no_warning_and_points_to_people(make_app: AppMaker) -> None:
    async with running(make_app(), (120, 40)) as pilot:
        editor = await open_check(pilot)
        editor.insert("ur so ugly. i hate myself")
        await until(pilot, lambda: "What to do:" in screen_text(pilot.app))
        shown = screen_text(pilot.app)
        assert shown.index("\u25c6 talk together") < shown.index("!! pause")
        assert "What to do:" in shown
        await pilot.press("f1")
        await settled(pilot)
        assert "emergency number" in screen_text(pilot.app)


@pytest.mark.parametrize("width", [50, 80])
async def test_what_came_reads_as_a_sentence_on_one_line_and_has_keys_of_its_own(
    make_app: AppMaker, width: int
) -> None:
    async with running(make_app(), (width, 24)) as pilot:
        editor = await open_check(pilot)
        first = slice(1, 2 if width == 80 else 3)
        lines = screen_text(pilot.app).replace("\u25bc", " ").replace("F8", "").splitlines()[first]
        said = "\u25c9 I send this to \u25cb I got this from a group or my class"
        assert " ".join(" ".join(lines).split()) == said
        await pilot.press("f7")
        await settled(pilot)
        assert "we're not sure who" in screen_text(pilot.app), "whom a draft goes to says nothing of who wrote"
        pilot.app.screen.query_one("#audience", Select).value = Audience.STRANGER
        editor.insert("dont tell ur mum")
        await settled(pilot)
        shown = screen_text(pilot.app)
        said = "\u25cb I send this to \u25c9 I got this from somebody I only know online"
        assert " ".join(" ".join(shown.replace("\u25bc", " ").replace("F8", "").splitlines()[first]).split()) == said
        keys = set(keys_of(pilot.app))
        assert {("F4, Ctrl+N", "Next message"), ("F2", "Who can help")} <= keys
        assert not {"Done", "Everybody?"} & {words for _, words in keys}
        assert not {"We are done", "What if everybody saw it?"} & set(shown.replace("   ", "\n").split("\n"))
        await pilot.press("f4")
        await settled(pilot)
        assert editor.written == ""
        await pilot.click("#undo")
        assert editor.written == "dont tell ur mum"


async def test_a_click_takes_a_rewrite_and_undo_brings_the_old_words_back(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        editor = await open_check(pilot)
        editor.insert("hey\nsam ur so ugly lol")
        await settled(pilot)
        await pilot.click(pilot.app.screen.query(RewriteOption).first())
        await settled(pilot)
        assert editor.written == "hey\nsam better words [/] lol"
        assert pilot.app.focused is editor
        await pilot.click("#undo")
        await settled(pilot)
        assert editor.written == "hey\nsam ur so ugly lol"


async def test_the_cursor_in_a_phrase_opens_its_reason(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        editor = await open_check(pilot)
        editor.insert("ur so ugly and 07700 900123")
        await settled(pilot)
        for column, phrase in ((3, "ur so ugly"), (18, "07700 900123")):
            editor.move_cursor((0, column))
            await settled(pilot)
            (here,) = pilot.app.screen.query(".here")
            assert f"\u201c{phrase}\u201d" in str(here.query_one(Static).render())
        editor.move_cursor((0, 12))
        await settled(pilot)
        assert not pilot.app.screen.query(".here")


async def test_a_reason_far_below_comes_up_when_the_cursor_is_in_its_phrase(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        editor = await open_check(pilot)
        editor.insert("ur so ugly, 07700 900123, ur such a loser")
        await settled(pilot)
        for column, phrase in ((30, "ur such a loser"), (3, "ur so ugly")):
            editor.move_cursor((0, column))
            await settled(pilot)
            (here,) = pilot.app.screen.query(".here")
            assert f"\u201c{phrase}\u201d" in str(here.query_one(Static).render())
            assert pilot.app.screen.query_one(FlagList).region.contains_region(here.region)


async def test_what_if_everybody_saw_it_is_no_posting_and_ends_before_the_draft_is_sent(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        (await open_check(pilot)).insert("07700 900123")
        await settled(pilot)
        for sign, is_asking in (("!!! stop", True), ("!! pause", False), ("!!! stop", True)):
            await pilot.press("f5")
            await settled(pilot)
            shown = screen_text(pilot.app)
            assert sign in shown
            assert ("a group or my class" in shown) is not is_asking
            assert ("everybody \u25bc" in " ".join(shown.split())) is is_asking
            assert ("Back to who gets it" in shown) is is_asking, "the whole button can be read at 80 columns"
            assert (ONLY_WEIGHT in shown) is is_asking
        await pilot.press("f4")
        await settled(pilot)
        assert "!! pause  \u201c07700 900123\u201d" in screen_text(pilot.app)
        await pilot.press("escape")
        pilot.app.screen.query_one("#audience", Select).value = Audience.PUBLIC
        await settled(pilot)
        assert pilot.app.screen.query_one("#everybody").disabled


async def test_the_other_end_is_chosen_by_a_key_that_is_shown(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        editor = await open_check(pilot)
        assert "F8" in screen_text(pilot.app)
        await pilot.press("f8", "down", "down", "down", "enter")
        await settled(pilot)
        assert pilot.app.screen.query_one(DraftBox).audience is Audience.PUBLIC
        assert editor.has_focus


def test_what_everybody_changes_is_said() -> None:
    own, public = (check(Message(text="07700 900123", audience=who)) for who in (Audience.GROUP, Audience.PUBLIC))
    counsel = word_counsel(own)
    assert difference((own, counsel), (own, counsel)) == SAME
    assert difference((own, counsel), (public, counsel)) == ONLY_WEIGHT
    assert difference((own, counsel), (public, Counsel(nothing="Leave it out."))) == IF_EVERYBODY


@pytest.mark.parametrize(
    ("draft", "question"),
    [
        ("07700 900123", "who else might see this"),
        ("ur so ugly", "how would it feel"),
        ("see you", "how would it feel"),
        ("ur so ugly. i hate myself", "who should hear it first"),
    ],
)
def test_the_question_before_sending_fits_what_is_still_there(draft: str, question: str) -> None:
    assert question in question_for(check(Message(text=draft)))


async def test_a_family_that_means_it_says_why_and_copies(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        (await open_check(pilot)).insert("ur so ugly [/b]\x1b")
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        assert "!! pause  \u201cur so ugly\u201d" in screen_text(pilot.app)
        assert pilot.app.focused is pilot.app.screen.query_one("#again")
        assert not pilot.app.screen.query_one("#copy").display
        await pilot.click("#mean")
        await pilot.press(*"its a quote", "enter")
        await settled(pilot)
        assert "You decide" in screen_text(pilot.app)
        assert "can still hurt" in screen_text(pilot.app), "a reason is no praise"
        await pilot.press("enter")
        await settled(pilot)
        assert pilot.app.clipboard == "ur so ugly [/b]\ufffd"
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, CheckScreen)


async def test_a_draft_without_flags_can_be_copied_at_once(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        editor = await open_check(pilot)
        await pilot.click("#done")
        await settled(pilot)
        assert isinstance(pilot.app.screen, CheckScreen)
        editor.insert("see you at six")
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        assert "nothing to look at again" in screen_text(pilot.app)
        await pilot.click("#copy")
        await settled(pilot)
        assert pilot.app.clipboard == "see you at six"


@pytest.mark.parametrize("ways", [("tab", "enter"), ("right", "enter")])
async def test_after_a_draft_the_box_leads_on_to_another_one(make_app: AppMaker, ways: tuple[str, str]) -> None:
    async with running(make_app()) as pilot:
        editor = await open_check(pilot)
        editor.insert("see you at six")
        await settled(pilot)
        said = await press(pilot, "f4", *ways)
        assert "Copied" in said
        assert pilot.app.focused is pilot.app.screen.query_one("#next")
        await press(pilot, "enter")
        assert (pilot.app.screen, pilot.app.focused) == (editor.screen, editor)
        assert editor.written == ""
        await press(pilot, "ctrl+z")
        assert editor.written == "see you at six", "Undo brings it back"


async def test_the_box_before_sending_leads_home_and_on_by_a_click_copied_or_not(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        editor = await open_check(pilot)
        editor.insert("ur so ugly")
        await settled(pilot)
        await press(pilot, "f4")
        await pilot.click("#next")
        await settled(pilot)
        assert (pilot.app.screen, editor.written) == (editor.screen, "")
        editor.insert("ur so ugly")
        await settled(pilot)
        await press(pilot, "f4")
        await pilot.click("#home")
        await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_the_line_for_a_reason_has_a_frame_and_all_is_seen(make_app: AppMaker, size: tuple[int, int]) -> None:
    async with running(make_app(), size) as pilot:
        (await open_check(pilot)).insert("ur so ugly and ur such a loser")
        await settled(pilot)
        await press(pilot, "f4")
        await pilot.click("#mean")
        await settled(pilot)
        line = pilot.app.screen.query_one("#why Input")
        assert pilot.app.focused is line
        assert line.styles.border_top[0] not in {"", "none"}
        for shown in pilot.app.screen.query("Button, Input, #why Static"):
            if shown.display and shown.parent and shown.parent.display:
                assert pilot.app.screen.find_widget(shown).visible_region == shown.region, shown


async def test_a_new_draft_begins_by_a_key_or_a_button_that_are_shown(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        editor = await open_check(pilot)
        for way in ("key", "button"):
            editor.insert("see you at six")
            await settled(pilot)
            await (pilot.press("ctrl+n") if way == "key" else pilot.click("#new"))
            await settled(pilot)
            assert (editor.written, pilot.app.focused) == ("", editor)
        assert "^n New" in screen_text(pilot.app)


async def test_ctrl_a_selects_all_so_that_typing_replaces_it(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        editor = await open_check(pilot)
        editor.insert("see you\nat six")
        await press(pilot, "ctrl+a", "x")
        assert editor.written == "x"


async def test_a_very_long_paste_is_taken_in(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        editor = await open_check(pilot)
        pilot.app.post_message(events.Paste("ur so ugly and so on. " * 4600))
        await settled(pilot)
        assert len(editor.written) > 100_000
        await pilot.press("x")
        await settled(pilot)
        assert editor.written.endswith("x")


async def test_a_sign_stands_before_each_line_with_a_flagged_phrase(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        editor = await open_check(pilot)
        editor.insert(f"hello\nur so ugly and i hate myself\n{'so nice ' * 12}ur such a loser\ni hate myself")
        await settled(pilot)
        shown = [line[1:6] for line in screen_text(pilot.app).splitlines()[3:8]]
        assert [each.strip() for each in shown] == ["", "!!", "", "!!", "\u25c6"]


async def test_tab_leads_from_a_phrase_to_the_best_rewrite_and_undo_takes_it_back(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        editor = await open_check(pilot)
        editor.insert("ur so ugly, ur such a loser")
        await settled(pilot)
        await pilot.press("tab", "enter")
        await settled(pilot)
        assert editor.written == "better words [/], better words [/]"
        await pilot.press("ctrl+z")
        assert editor.written == "ur so ugly, ur such a loser"


async def test_somebody_who_hurts_is_thanked_and_shown_people_who_help(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        (await open_check(pilot)).insert("ur so ugly. i hate myself")
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        text = screen_text(pilot.app)
        assert text.index("Thank you for writing it") < text.index("\u25c6 talk together") < text.index("!! pause")
        await pilot.click("#help")
        await settled(pilot)
        assert "People who help" in screen_text(pilot.app)


def grave_report(category: str) -> Report:
    """A draft of which all is flagged in one category, as a stop."""
    text = "wait till monday"
    flag = Flag(
        start=0, end=len(text), phrase=text, concern=Concern.UNKIND, category=category, rule=f"{category}/one",
        source=FlagSource.RULE, weight=Weight.STOP, why="It scares.", note="", instead=(), lesson="",
    )  # fmt: skip
    return Report(message=Message(text=text), flags=(flag,))


@pytest.mark.parametrize("category", ["threat", "self-harm"])
async def test_nobody_is_asked_whether_they_mean_a_threat(make_app: AppMaker, category: str) -> None:
    async with running(make_app()) as pilot:
        pilot.app.push_screen(DoneScreen(grave_report(f"unkind/{category}")))
        await settled(pilot)
        assert "We mean it" not in screen_text(pilot.app)
        assert "Look again" in screen_text(pilot.app)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (50, 18)])
@pytest.mark.parametrize("draft", ["i hate myself", "ur so ugly. i hate myself"])
async def test_a_sad_draft_is_asked_who_should_hear_it_and_never_whether_it_is_meant(
    make_app: AppMaker, draft: str, size: tuple[int, int]
) -> None:
    async with running(make_app(), size) as pilot:
        (await open_check(pilot)).insert(draft)
        await settled(pilot)
        await press(pilot, "f4")
        text = screen_text(pilot.app)
        for words in ("Who could hear this?", "Thank you for writing it"):
            assert words in text
        assert ("\u2022 Do this [/step]." in text) is (size == (80, 24)), "in a small window it is below"
        for words in ("We mean it", "Count together", "Still there", "Before you send it"):
            assert words not in text
        assert pilot.app.focused is pilot.app.screen.query_one("#help"), "help is one Enter away"
        for button in pilot.app.screen.query(Button):
            assert pilot.app.screen.find_widget(button).visible_region == button.region, button
        await pilot.click("#copy")
        assert "Copied." in screen_text(pilot.app), "it can be shown to whoever should hear it"


@pytest.mark.parametrize("text", ["so nice " * 13_000, "a" * 100_000, "x" * 9_000 + " yes"])
async def test_a_line_that_is_far_too_long_is_broken_and_nothing_is_lost(make_app: AppMaker, text: str) -> None:
    async with running(make_app()) as pilot:
        editor = await open_check(pilot)
        editor.load_text(text)
        assert editor.written.replace("\n", " ") == text
        assert max(map(len, editor.written.split("\n"))) <= LONGEST or " " not in text.strip()[:9_000]


async def test_the_list_stands_where_the_cursor_is_even_if_it_moves_before_the_list_is_drawn(
    make_app: AppMaker,
) -> None:
    async with running(make_app(), (80, 24)) as pilot:
        editor = await open_check(pilot)
        editor.load_text("omg sam ur so ugly lol\ntext me 07700 900123")
        await settled(pilot)
        flag_list = pilot.app.screen.query_one(FlagList)
        flag_list._entries = ()
        await flag_list._list_entries()
        flag_list.show_at(40)
        flag_list.show_at(10)
        await settled(pilot)
        first, second = list(flag_list.query(".entry"))[:2]
        assert first.has_class("here")
        assert not second.has_class("here")
        assert first.region.y >= flag_list.region.y


def test_a_draft_in_another_language_is_not_called_calm() -> None:
    (entry,) = entries_of(Report(message=Message(text="eres muy feo")))
    assert str(entry.words).startswith("This seems to be in a language that Coach does not read (Spanish)")


def test_a_draft_that_was_read_in_pieces_is_said_to_be_long() -> None:
    shown = [str(entry.words) for entry in entries_of(Report(message=Message(text="hi"), pieces=3))]
    assert shown == ["A long message: 2 characters, read in 3 pieces.", SILENT]


async def rewrites_on_screen(pilot: Pilot[None], text: str) -> tuple[DraftEditor, list[RewriteOption]]:
    """Write a draft; the editor and the ways to send it instead."""
    editor = await open_check(pilot)
    editor.insert(text)
    await settled(pilot)
    return editor, list(pilot.app.screen.query(RewriteOption))


async def test_a_rewrite_is_shown_whole_before_and_after_with_what_changes_in_marks(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        _, options = await rewrites_on_screen(pilot, "omg ur so ugly lol")
        assert [str(option.render()) for option in options] == [
            "  Now:   omg \u2039ur so ugly\u203a lol\n\u21b5 After: omg \u2039better words [/]\u203a lol",
            "  Now:   omg \u2039ur so ugly\u203a lol\n\u21b5 After: omg \u2039other words ___\u203a lol",
        ]


async def test_the_best_rewrite_of_a_draft_with_two_flags_is_seen_without_scrolling(make_app: AppMaker) -> None:
    async with running(make_app(), (80, 24)) as pilot:
        _, options = await rewrites_on_screen(pilot, "omg sam ur so ugly lol, text me 07700 900123")
        await pilot.pause()
        assert len(pilot.app.screen.query(".close")) == 1
        assert pilot.app.screen.query_one(FlagList).region.contains_region(options[0].region)
        assert "\u21b5 After: omg sam \u2039better words [/]\u203a lol" in screen_text(pilot.app)


async def test_the_line_above_a_rewrite_says_what_enter_does_where_the_cursor_is(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        await rewrites_on_screen(pilot, "omg ur so ugly lol")
        assert "You could send this. Tab, then Enter takes it;" in screen_text(pilot.app)
        await press(pilot, "tab")
        assert "You could send this. Enter takes it," in screen_text(pilot.app)


async def test_the_reasons_begin_with_the_first_one_wherever_the_cursor_is(make_app: AppMaker) -> None:
    async with running(make_app(), (80, 20)) as pilot:
        await rewrites_on_screen(pilot, "ur so ugly, ur such a loser, text me 07700 900123")
        await pilot.pause()
        assert pilot.app.screen.query_one(FlagList).scroll_y == 0


async def test_tab_goes_from_gap_to_gap_and_typing_fills_them(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        editor, options = await rewrites_on_screen(pilot, "ur so ugly, ur such a loser!")
        options[1].focus()
        await pilot.press("enter")
        await settled(pilot)
        assert editor.written == "other words ___, other words ___!"
        assert FILL in screen_text(pilot.app)
        assert editor.selected_text == "___"
        await pilot.press(*"one", "tab", *"two")
        await settled(pilot)
        assert editor.written == "other words one, other words two!"
        assert FILL not in screen_text(pilot.app)
        assert pilot.app.focused is editor
        await pilot.press("tab")
        assert pilot.app.focused is not editor


async def test_tab_passes_by_what_only_looks_like_a_gap(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        editor, _ = await rewrites_on_screen(pilot, "^___^ ^___^")
        editor.move_cursor((0, 0))
        await pilot.press("tab")
        assert pilot.app.focused is not editor


async def test_a_rewrite_of_words_that_have_changed_is_not_taken(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        editor, options = await rewrites_on_screen(pilot, "omg ur so ugly")
        editor.insert("!")
        options[0].action_take()
        await settled(pilot)
        assert editor.written == "omg ur so ugly!"


async def test_where_nothing_can_stay_the_list_says_so(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        _, options = await rewrites_on_screen(pilot, "ur so ugly")
        assert not options
        assert "Nothing can stay [/]: ___" in screen_text(pilot.app)


@pytest.mark.parametrize("direction", Direction)
async def test_whoever_may_be_hurting_gets_no_rewrite(make_app: AppMaker, direction: Direction) -> None:
    async with running(make_app()) as pilot:
        editor = await open_check(pilot)
        pilot.app.screen.query_one(f"#direction-{direction}", Button).press()
        editor.insert("i hate myself and ur so ugly")
        await settled(pilot)
        assert not pilot.app.screen.query(RewriteOption)


async def test_a_flag_has_its_note_with_it_above_the_rewrites(make_app: AppMaker) -> None:
    async with running(make_app(), (120, 40)) as pilot:
        await rewrites_on_screen(pilot, "omg ur so ugly")
        shown = screen_text(pilot.app)
        assert shown.count("For the grown-up: Ask this.") == 1
        assert shown.index("This is why") < shown.index("For the grown-up:") < shown.index("\u21b5 After:")


def weighing(weight: Weight, start: int) -> Flag:
    return Flag(
        start=start, end=start + 1, phrase=f"{weight}", concern=Concern.UNKIND, category="unkind/looks", rule="one",
        source=FlagSource.RULE, weight=weight, why=f"Why {weight}.", note=f"Ask {weight}.", instead=(), lesson="",
    )  # fmt: skip


@pytest.mark.parametrize("has_rewrite", [True, False])
def test_the_gravest_flag_comes_first_and_each_note_is_under_its_flag(*, has_rewrite: bool) -> None:
    weights = (Weight.NOTICE, Weight.PAUSE, Weight.STOP)
    report = Report(message=Message(text="abc"), flags=tuple(weighing(one, at) for at, one in enumerate(weights)))
    rewrite = Rewrite(text="hi", kind=RewriteKind.SAY, edits=(Edit(start=0, end=3, text="hi"),))
    listed = list(entries_of(report, Counsel(rewrites=(rewrite,) if has_rewrite else ())))
    assert [entry.flag.weight for entry in listed if entry.flag] == list(reversed(weights))
    assert [entry.note for entry in listed if entry.note] == [f"Ask {one}." for one in reversed(weights)]
    assert all(entry.flag for entry in listed if entry.note)
    if has_rewrite:
        assert listed[1].rewrite == rewrite, "in one place, however many flags there are"


class AgesAsked(WordList):
    """Remembers for which age counsel was asked, and says what comes first."""

    def __init__(self) -> None:
        self.ages: list[AgeGroup | None] = []

    def counsel(self, report: Report, age: AgeGroup | None = None, /) -> Counsel:
        self.ages.append(age)
        return Counsel(flags=report.flags, comfort="That hurts [/].", first="Breathe [/out].")


async def test_counsel_is_for_the_age_of_the_child_and_says_what_comes_first(make_app: AppMaker) -> None:
    asked = AgesAsked()
    app = make_app(load_check=lambda _: asked)
    async with running(app, (120, 40)) as pilot:
        app.service.join("Lea", AgeBand.EIGHT)
        editor = await open_check(pilot)
        editor.insert("ur so ugly, ur such a loser")
        await settled(pilot)
        shown = screen_text(pilot.app)
        assert 0 < shown.index("That hurts [/].") < shown.index("First: Breathe [/out].") < shown.index("! pause")
    assert asked.ages[-1] is AgeGroup.YOUNGER


class Starting(WordList):
    """Leaves nothing of a flagged draft, and offers words to begin another one with two gaps."""

    def counsel(self, report: Report, age: AgeGroup | None = None, /) -> Counsel:
        del age
        if not report.flags:
            return Counsel()
        words = "I was ___ because ___."
        edit = Edit(start=0, end=len(report.message.text), text=words)
        starter = Rewrite(text=words, kind=RewriteKind.SAY, edits=(edit,))
        return Counsel(flags=report.flags, nothing=f"Nothing can stay: {words}", starter=starter)


async def test_words_to_begin_with_are_put_in_the_box_gap_by_gap(
    make_app: AppMaker,
) -> None:
    async with running(make_app(load_check=lambda _: Starting()), (60, 20)) as pilot:
        editor = await open_check(pilot)
        editor.insert("ur so ugly\nur such a loser")
        await settled(pilot)
        assert "Tab, then Enter puts it in the box" in screen_text(pilot.app)
        await press(pilot, "tab", "enter")
        assert (editor.written, editor.selected_text) == ("I was ___ because ___.", "___")
        await press(pilot, *"sad", "tab", *"it", "space", *"hurt")
        assert editor.written == "I was sad because it hurt."


async def test_one_undo_brings_the_draft_back(make_app: AppMaker) -> None:
    async with running(make_app(load_check=lambda _: Starting())) as pilot:
        editor = await open_check(pilot)
        editor.insert("ur so ugly")
        await settled(pilot)
        await press(pilot, "tab", "enter", "ctrl+z")
        assert editor.written == "ur so ugly"


@pytest.mark.parametrize("beside", ["#home", "#undo", "FlagList", "#audience"])
async def test_typing_and_undo_go_into_the_box_wherever_the_focus_is(make_app: AppMaker, beside: str) -> None:
    async with running(make_app()) as pilot:
        editor = await open_check(pilot)
        editor.insert("hi ")
        pilot.app.screen.query_one(beside).focus()
        await press(pilot, *"you")
        assert (editor.written, pilot.app.focused) == ("hi you", editor)
        pilot.app.screen.query_one(beside).focus()
        await press(pilot, "ctrl+z")
        assert editor.written != "hi you"


async def test_the_focus_on_the_reasons_is_seen_without_colour(
    make_app: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(make_app()) as pilot:
        (await open_check(pilot)).insert("ur so ugly. dont tell ur mum")
        await settled(pilot)
        before = screen_text(pilot.app)
        pilot.app.screen.query_one(FlagList).focus()
        await settled(pilot)
        assert screen_text(pilot.app).count("\u2503") > before.count("\u2503")


def test_a_marked_phrase_and_its_reason_come_before_calm_words_and_help_lines() -> None:
    draft = Message(text="come to 12 Oak Street, my dad hits me", audience=Audience.STRANGER)
    quiet = flag(draft, 0, "i hate myself").model_copy(update={"category": QUIET, "why": "You are not in trouble."})
    loud = flag(draft, 8, "07700 900123").model_copy(update={"weight": Weight.STOP, "phrase": "12 Oak Street"})
    words = [str(entry.words) for entry in entries_of(Report(message=draft, flags=(loud, quiet)), None, "GB")]
    assert words[0].startswith("!!! stop")
    assert "This is why" in words[0]
    assert words[1] == "\u25c6 You are not in trouble."
    assert next(at for at, said in enumerate(words) if "\u260e" in said) >= 2
    assert "What to do:" in words[2]


async def test_marks_on_words_of_others_say_what_they_do(make_app: AppMaker) -> None:
    async with running(make_app(load_check=lambda _: ReceivedWords())) as pilot:
        editor = await open_check(pilot)
        await press(pilot, "f7")
        editor.insert("ur so ugly. dont tell ur mum")
        await settled(pilot)
        said = screen_text(pilot.app)
        assert "!! hurts  \u201cur so ugly\u201d" in said
        assert "!! careful  \u201cdont tell ur mum\u201d" in said
        assert "pause" not in said, "nothing is sent that could be stopped"


class ReceivedWords(WordList):
    """Knows who the child is in a message that came, as the engine does."""

    def __call__(self, message: Message, /) -> Report:
        report = super().__call__(message)
        if message.direction is Direction.DRAFT:
            return report
        flags = (flag.model_copy(update={"role": Role.TARGET}) for flag in report.flags)
        return report.model_copy(update={"flags": tuple(flags)})


async def test_ctrl_n_makes_room_for_another_message_that_came(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        editor = await open_check(pilot)
        await press(pilot, "f7", *"hi", "ctrl+n", *"yo")
        assert editor.written == "yo"
        assert "f4 Next message" in screen_text(pilot.app)
        assert "^n" not in screen_text(pilot.app), "F4 is the key that is shown for it"


@pytest.mark.parametrize("who", [each for each in Audience if each is not Audience.PUBLIC])
async def test_a_new_draft_goes_to_whom_the_family_chose_before_they_asked_what_if(
    make_app: AppMaker, who: Audience
) -> None:
    async with running(make_app()) as pilot:
        await open_check(pilot)
        people = pilot.app.screen.query_one("#audience", Select)
        people.value = Audience.STRANGER
        await settled(pilot)
        people.value = who
        await press(pilot, *"hi", "f5", "ctrl+n", *"yo")
        assert (people.value, pilot.app.screen.query_one(DraftBox).audience) == (who, who)


async def test_everybody_chosen_while_the_family_asks_what_if_stays_their_choice(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        await open_check(pilot)
        await press(pilot, "f8", "down", "enter", *"hi", "f5", "f8", "enter", "ctrl+n")
        assert pilot.app.screen.query_one("#audience", Select).value is Audience.PUBLIC
        await press(pilot, "f8", "up", "up", "enter", "f5", "f8", "escape", "ctrl+n")
        assert pilot.app.screen.query_one("#audience", Select).value is Audience.FRIEND
