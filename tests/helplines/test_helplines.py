"""The lines are there for the countries that are promised, fit the report, and can be read in a terminal."""

from __future__ import annotations

import re

import phonenumbers
import pytest

import coach
from coach.cli import run
from coach.engine.text.help_lines import HELP_LINES
from coach.helplines import (
    HelpKind,
    Helpline,
    country_named,
    help_with,
    home_country,
    is_danger,
    lines_near,
    read_countries,
    read_helplines,
)
from coach.models import Audience, Concern, Report, Weight
from tests.conftest import Check

LINES = read_helplines()
PROMISED = {"US", "GB", "IE", "CA", "AU", "NZ", "IN", "ZA", "SG", "NG", "KE"}


def test_the_promised_countries_have_somebody_to_talk_to_and_an_emergency_number() -> None:
    for country in PROMISED:
        kinds = {line.kind for line in LINES if line.country == country}
        assert {HelpKind.CHILD, HelpKind.EMERGENCY} <= kinds, country
    assert {line.kind for line in LINES if line.country == "EU"} == {HelpKind.CHILD, HelpKind.EMERGENCY}
    assert {line.kind for line in LINES if not line.country} >= {HelpKind.DIRECTORY, HelpKind.TAKEDOWN}


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line.place} {line.kind}")
def test_a_line_names_its_source_and_fits(line: Helpline) -> None:
    assert line.source
    assert len(f"{line.place}: {line}") <= 92
    assert line.country in {"", "EU"} or line.country in phonenumbers.SUPPORTED_REGIONS


def test_a_country_of_the_union_has_its_own_lines_and_what_it_lacks() -> None:
    germany = lines_near("DE")
    assert [line.reach for line in germany if line.kind is HelpKind.CHILD] == ["116 111"]
    assert [line.reach for line in germany if line.kind is HelpKind.EMERGENCY] == ["112"]
    assert germany[-1].country == ""
    assert {line.country for line in lines_near("")} == {""}


@pytest.mark.parametrize(
    ("chosen", "language", "country"),
    [
        ("IE", "en_GB.UTF-8", "IE"),
        ("", "en_GB.UTF-8", "GB"),
        ("", "de_AT", "AT"),
        ("", "C.UTF-8", ""),
        ("", "POSIX", ""),
    ],
)
def test_the_country_is_the_familys_or_else_the_computers(
    chosen: str, language: str, country: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, language)
    assert home_country(chosen) == country


SHOWN = [
    ("i want to die", "draft", "Childline"),
    ("im scared to go home", "draft", "Childline"),
    ("i starved myself today", "draft", "Childline"),
    ("kill yourself", "received", "Childline"),
    ("i dont think i want to be here any more", "received", "Childline"),
    ("send 50 or i post the chat", "received", "Report Remove"),
    ("send nudes", "received", "CEOP"),
    ("yes im alone now", "draft", "CEOP"),
    ("ill send u a pic if u send one first", "draft", "Report Remove"),
]


@pytest.mark.parametrize(("text", "direction", "name"), SHOWN)
def test_who_hurts_or_is_pressed_sees_a_few_lines_that_fit(
    check_text: Check, text: str, direction: str, name: str
) -> None:
    lines = help_with(check_text(text, direction=direction, audience="stranger"), "GB")
    assert 1 <= len(lines) <= 4
    assert any(name in line.name for line in lines), [line.name for line in lines]
    anywhere = help_with(check_text(text, direction=direction, audience="stranger"), "")
    assert anywhere, "there is always one way to somebody outside the home"


@pytest.mark.parametrize("text", ["send 50 or i post the chat", "send 50 or i post your pic"])
def test_a_line_with_two_tasks_is_shown_once(check_text: Check, text: str) -> None:
    lines = help_with(check_text(text, direction="received", audience="stranger"), "IE")
    assert len({(line.name, line.reach) for line in lines}) == len(lines)


@pytest.mark.parametrize("audience", Audience)
def test_a_plain_age_brings_advice_and_no_help_lines(check_text: Check, audience: Audience) -> None:
    report = check_text("im 13", audience=audience)
    assert [flag.category for flag in report.flags] == ["oversharing/age-birthday"]
    assert help_with(report, "GB") == ()


@pytest.mark.parametrize("text", ["my dad lost his job and we have no money", "kill yourself", "hello", "ur so ugly"])
def test_worries_get_warmth_and_whoever_hurts_others_no_numbers(check_text: Check, text: str) -> None:
    assert help_with(check_text(text), "GB") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nobody wants to play with me", False),
        ("i cryd at lunch today nobody piked me", False),
        ("i cried at school and i want to kill myself", True),
        ("i want to kill myself", True),
    ],
)
def test_an_emergency_number_belongs_to_danger_alone(check_text: Check, text: str, *, expected: bool) -> None:
    assert is_danger(check_text(text)) is expected


def test_being_left_out_gets_warm_steps_and_mere_guilt_no_words_about_pictures(check_text: Check) -> None:
    (alone,) = check_text("nobody wants to play with me").flags
    assert "private picture" not in " ".join(alone.steps)
    assert "one person who was kind to you" in " ".join(alone.steps)
    guilt, threat = (
        check_text(text, direction="received", audience="stranger").flags[0]
        for text in ("after everything i got u", "after everything i got u u owe me a pic")
    )
    assert guilt.weight is threat.weight is Weight.STOP
    assert "picture" not in " ".join((*guilt.steps, guilt.note))
    assert "private picture" in " ".join(threat.steps)


def test_no_report_shows_a_wall_of_numbers(check_text: Check) -> None:
    report: Report = check_text("i want to die\ni starved myself\nim scared to go home\nthey hit me every day")
    assert len(report.of(Concern.CARE)) > 2
    assert len(help_with(report, "GB")) <= 4


def test_a_help_lines_number_is_not_oversharing(check_text: Check) -> None:
    assert {
        digits for line in LINES for digits in re.findall(r"\d{3,}", re.sub(r"(?<=\d)[ -](?=\d)", "", line.reach))
    } == (HELP_LINES)
    for line in LINES:
        for audience in Audience:
            report = check_text(f"you can call {line.name} on {line.reach}", audience=audience.value)
            assert not [flag for flag in report.flags if flag.category == "oversharing/contact"], line


def test_the_command_lists_a_country_and_names_those_it_knows(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["help-lines", "gb"]) == 0
    told = capsys.readouterr().out
    assert "Childline: 0800 1111" in told
    assert "From fresh4manchester.nhs.uk" in told
    assert "911" not in told
    assert run(["help-lines", "all"]) == 0
    assert "United States: " in capsys.readouterr().out
    assert run(["help-lines", "xx"]) == 2
    err = capsys.readouterr().err
    assert err.startswith("coach: unknown country 'xx'\n    fix: write its English name or its two letters, such as")


NAMED = {
    "France": "FR",
    "germany": "DE",
    "Deutschland": "DE",
    "United States": "US",
    "the u.s.a.": "US",
    "UK": "GB",
    "scotland": "GB",
    "new  zealand": "NZ",
    "Cote d’Ivoire": "CI",
    "jp": "JP",
    "Atlantis": "",
    "": "",
}


@pytest.mark.parametrize(("written", "code"), NAMED.items())
def test_a_country_is_known_by_its_names(written: str, code: str) -> None:
    assert country_named(written) == code


def test_every_country_with_lines_is_known_by_the_name_shown() -> None:
    for line in LINES:
        if line.country not in {"", "EU"}:
            assert country_named(line.place.partition(" (")[0]) == line.country
    assert set(phonenumbers.SUPPORTED_REGIONS) - set(read_countries()) <= {"AC", "TA", "XK"}
    names = [country_named(name) for names in read_countries().values() for name in names]
    assert names == [code for code, names in read_countries().items() for _ in names], "one name, one country"


def test_the_command_takes_names_and_says_where_it_knows_no_line(capsys: pytest.CaptureFixture[str]) -> None:
    told = []
    for arguments in (["FR"], ["France"], ["united", "states"], ["US"]):
        assert run(["help-lines", *arguments]) == 0
        told.append(capsys.readouterr().out)
    assert told[0] == told[1]
    assert told[2] == told[3]
    assert run(["help-lines", "Japan"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Coach knows no lines in Japan: these are for any country.")
    assert "Help lines in every country:" in out


@pytest.mark.parametrize("text", ["i can see your house from here lol, blue door", "im outside the library now"])
def test_who_may_be_outside_is_a_matter_for_the_emergency_number_first(text: str) -> None:
    report = coach.check(text, audience="stranger", direction="received")
    assert is_danger(report)
    assert help_with(report, "GB")[0].kind is HelpKind.EMERGENCY


@pytest.mark.parametrize("audience", [Audience.FRIEND, Audience.GROUP])
def test_a_cover_story_between_friends_is_nothing_to_report(check_text: Check, audience: Audience) -> None:
    said = check_text("tell mum im at ur house", audience=audience)
    assert [flag.rule for flag in said.flags] == ["going-along/hides/cover-for-me"]
    assert help_with(said, "GB") == ()


def test_a_cover_story_for_somebody_online_is_something_to_report(check_text: Check) -> None:
    said = check_text("tell mum im at ur house", audience=Audience.STRANGER)
    assert HelpKind.REPORT in {line.kind for line in help_with(said, "GB")}


def test_a_friend_in_danger_has_the_emergency_number(check_text: Check) -> None:
    said = check_text("my friend said she wants to die", audience=Audience.FRIEND)
    assert is_danger(said)
    assert help_with(said, "GB")
