"""The family behind the screens: asked without an app, and every change reaches the file."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from coach.course import Course
from coach.errors import FamilyError
from coach.family import FamilyFile, promise
from coach.locale import VARIABLE, day_named
from coach.models import AgeBand, Agreement, Family, PrivateKind
from coach.tui.family_service import BOTH_READ, OWN_LEFT_OUT, RULES_ALONE, WORD_KEPT, FamilyService
from coach.tui.preferences import PREFERENCES, THEME_NAMES
from coach.tui.themes import OWN
from tests.tui.conftest import BY_NAME, LESSONS


class Heard:
    """What the service asked of an app."""

    def __init__(self, file: FamilyFile) -> None:
        self.file = file
        self.calls: list[str] = []
        self.service = FamilyService(
            Course(LESSONS),
            file,
            self.calls.append,
            lambda: self.calls.append("check anew"),
            lambda: self.calls.append("preferences"),
        )

    def saved(self) -> Family:
        """The family as its file holds it, the same as the service knows."""
        assert self.file.read() == self.service.family
        return self.service.family


@pytest.fixture
def heard(family_file: FamilyFile) -> Heard:
    return Heard(family_file)


def test_the_service_needs_no_textual() -> None:
    code = "import sys, coach.tui.family_service; sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_children_join_take_turns_and_are_forgotten(heard: Heard) -> None:
    heard.service.join("Bean", AgeBand.TEN)
    heard.service.join("Moss", AgeBand.EIGHT)
    heard.service.sit_down("Bean")
    assert heard.saved().playing == "Bean"
    with pytest.raises(FamilyError, match="the nickname bean is taken"):
        heard.service.join("bean", AgeBand.TEN)
    heard.service.forget_child("Moss")
    assert [member.nickname for member in heard.saved().members] == ["Bean"]
    assert heard.calls == []


def test_the_first_start_is_noted_once(heard: Heard) -> None:
    heard.service.note_asked()
    before = heard.file.path.stat().st_mtime_ns
    heard.service.note_asked()
    assert heard.saved() == Family(was_asked=True)
    assert heard.file.path.stat().st_mtime_ns == before


def test_progress_and_promises_are_kept(heard: Heard) -> None:
    heard.service.played.reach("strangers", "pixelfox-writes")
    assert heard.saved().track.progress["strangers"].step == "pixelfox-writes"
    heard.service.played.finish("strangers")
    assert heard.saved().track.progress["strangers"].finished
    heard.service.promise("strangers")
    assert heard.saved().track.promises == ("strangers",)


def test_a_private_word_is_kept_and_removed_and_the_checker_learns_both(heard: Heard) -> None:
    assert heard.service.add_private_word(PrivateKind.NAME, "Ada Quill") == WORD_KEPT
    assert [word.words for word in heard.saved().private_words] == ["Ada Quill"]
    heard.service.remove_private_word(1)
    assert heard.saved().private_words == ()
    assert heard.calls == ["check anew", "check anew"]


def test_a_word_that_cannot_be_kept_changes_nothing(heard: Heard) -> None:
    with pytest.raises(FamilyError):
        heard.service.add_private_word(PrivateKind.NAME, "x")
    assert heard.service.family == Family()
    assert heard.calls == []


@pytest.mark.parametrize("name", [name for name in PREFERENCES if name not in {"reader", "own", "country"}])
def test_a_preference_turns_through_its_values_and_back(
    heard: Heard, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE)  # which would go before the setting
    value = PREFERENCES[name].value
    first = value(heard.service.family)
    seen: list[str] = []
    while not seen or seen[-1] != first:
        heard.service.turn(name)
        seen.append(value(heard.saved()))
    assert len(set(seen)) == len(seen) > 1
    assert heard.calls == ["preferences"] * len(seen)


def test_own_rules_are_left_out_and_used_again(heard: Heard) -> None:
    heard.service.turn("own")
    assert not heard.saved().own_rules
    assert heard.calls == ["preferences", OWN_LEFT_OUT, "check anew"]
    heard.service.turn("own")
    assert heard.saved().own_rules


def test_who_reads_is_said_and_the_checker_is_loaded_anew(heard: Heard) -> None:
    heard.service.turn("reader")
    assert heard.saved().rules_only
    heard.service.turn("reader")
    assert not heard.saved().rules_only
    assert heard.calls == ["preferences", RULES_ALONE, "check anew", "preferences", BOTH_READ, "check anew"]


def test_the_agreement_is_gathered_from_promises_until_one_is_kept(family_file: FamilyFile) -> None:
    family_file.save(promise(Family(), "strangers"))
    heard = Heard(family_file)
    made = BY_NAME["strangers"].steps[-1].promise
    assert made is not None
    assert heard.service.agreement().child == (made.child,)
    assert (day_named(heard.service.day_to_look_again()) or date.min) > date(2026, 1, 1)
    with pytest.raises(FamilyError, match="day"):
        heard.service.keep_agreement("I ask.", "", "soon")
    kept = heard.service.keep_agreement("I ask.\nI tell.", "I listen.", "2027-01-31")
    assert kept == Agreement(child=("I ask.", "I tell."), grown_up=("I listen.",), look_again=date(2027, 1, 31))
    assert heard.service.agreement() == heard.saved().agreement == kept
    assert heard.service.day_to_look_again() == "31 January 2027"


def test_the_country_for_help_is_kept(heard: Heard) -> None:
    heard.service.live_in("IE")
    assert heard.saved().country == heard.service.country == "IE"


def test_a_damaged_file_is_reported_and_the_family_begins_anew(family_file: FamilyFile) -> None:
    family_file.path.parent.mkdir()
    family_file.path.write_bytes(b"{")
    heard = Heard(family_file)
    (trouble,) = heard.service.troubles
    assert "family.broken-1.json" in trouble
    assert heard.service.family == Family()


def test_a_file_that_cannot_be_written_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    heard = Heard(FamilyFile(tmp_path / "file" / "family.json", patience=0.1))
    heard.service.played.reach("strangers", "pixelfox-writes")
    heard.service.played.finish("strangers")
    assert heard.service.family.track.progress["strangers"].finished
    assert len([*heard.service.troubles, *heard.calls]) == 1


def test_every_theme_of_ours_can_be_chosen() -> None:
    assert {theme.name for theme in OWN} <= set(THEME_NAMES)
