"""The lesson that a category names teaches it: these words are in what a family sees of the lesson."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from coach.course import lessons_path
from coach.course.folders import lesson_called
from coach.rules import rules_path
from tests.conftest import Check

TAUGHT = {
    "care/bullied": "everyone thinks ur horse is a joke u know",
    "going-along/hides": "ok, my mum wont know.",
    "going-along/meets": "i will meet you at the park",
    "going-along/moves": "Sure, what's your name there?",
    "going-along/obeys": "Do it, or I'll tell everyone",
    "going-along/sends-picture": "ok ill send u a pic",
    "going-along/takes-gift": "Wow, thank you!!",
    "going-along/tells-alone": "Are you home alone right now?",
    "oversharing/account": "Who may start a chat with you?",
    "oversharing/address": "im 9 and i live at 9 hope road",
    "oversharing/age-birthday": "im 9 and i live at 9 hope road",
    "oversharing/contact": "so bored, im home alone til 6, text me on 07700 900123",
    "oversharing/full-name": "With a full name anybody can find the rest.",
    "oversharing/holiday": "we're off to Spain for two weeks!",
    "oversharing/home-alone": "so bored, im home alone til 6",
    "oversharing/location-now": "im at the pool on mill lane right now",
    "oversharing/money": "just lend us your bank account",
    "oversharing/password": "ok my password is dragon77",
    "oversharing/photo": "a swing, a church tower, a sign:",
    "oversharing/routine": "I take the 8:10 bus each day",
    "oversharing/school": "Say which school. PixelFox is nice",
    "oversharing/someone-elses": "It is her story too.",
    "red-flag/asks-alone": "Are you home alone right now?",
    "red-flag/asks-personal": "PixelFox: what school r u at?",
    "red-flag/asks-photo": "can i have a pic of u? just for me",
    "red-flag/blackmail": "it is called blackmail",
    "red-flag/flattery": "the others just copy u. the ideas r all urs",
    "red-flag/gift": 'A gift that comes with "you owe me" was never a gift.',
    "red-flag/meet": "come to the gate at 3?",
    "red-flag/move-app": "come to my other app",
    "red-flag/scam": "wants your code, your click or your login is a scam",
    "red-flag/secrecy": "A secret is what keeps anybody from helping you.",
    "unkind/ability": "did ur dog help? lol",
    "unkind/dismissal": "shut up nobody asked about ur cat",
    "unkind/exclusion": "Leaving somebody out stings more",
    "unkind/family-money": "He didn't choose what his family can pay for.",
    "unkind/identity": "Where a family comes from, or what it believes, is nobody's joke.",
    "unkind/looks": "keep thoughts about looks to yourself",
    "unkind/mockery": "How can you tell a fun joke from a mean one?",
    "unkind/name-calling": "Leave out the name you call Max.",
    "unkind/pressure": "do it tam or ur out of the team",
    "unkind/rumour": "Send it on. The team should know",
    "unkind/self-harm": '"go die lol", after a lost round',
    "unkind/threat": "That is a threat, lol or not.",
}
"""Words of the lesson, by category."""


def _lessons() -> dict[str, str]:
    files = sorted(rules_path().glob("*/*/category.toml"))
    found = {f"{one.parent.parent.name}/{one.parent.name}": tomllib.loads(one.read_text("utf-8")) for one in files}
    return {name: category["lesson"] for name, category in found.items() if category["lesson"]}


def _shown(path: Path) -> str:
    """Return a lesson without the answers that only prove how others are judged."""
    shown, proves = [], False
    for line in path.read_text("utf-8").splitlines():
        proves = line in {"passes:", "fails:"} or (proves and line.startswith("- "))
        if not proves and not line.startswith(("+ ", "! ")):
            shown.append(line)
    return "\n".join(shown)


@pytest.mark.parametrize(("category", "lesson"), _lessons().items())
def test_the_lesson_of_a_category_teaches_it(category: str, lesson: str) -> None:
    path = lesson_called(lesson, lessons_path())
    assert path is not None
    assert TAUGHT[category] in " ".join(_shown(path).split())


@pytest.mark.parametrize(
    ("text", "direction", "lesson"),
    [
        ("ur so ugly", "draft", "please-and-looks"),
        ("ur so ugly", "received", "it-happens-to-me"),
        ("kys", "received", "it-happens-to-me"),
        ("nia is so ugly", "received", "it-happens-to-me"),
        ("send me a pic of u", "received", "pictures-and-threats"),
    ],
)
def test_whoever_got_unkind_words_is_not_sent_to_the_lesson_for_who_wrote_them(
    check_text: Check, text: str, direction: str, lesson: str
) -> None:
    assert {flag.lesson for flag in check_text(text, direction).flags} == {lesson}


def test_a_lesson_for_what_was_received_exists() -> None:
    files = (tomllib.loads(one.read_text("utf-8")) for one in rules_path().glob("*/*/category.toml"))
    named = {str(category["lesson_if_received"]) for category in files if "lesson_if_received" in category}
    assert named
    assert all(lesson_called(name, lessons_path()) for name in named)


def test_every_row_is_of_a_category_with_a_lesson() -> None:
    assert set(TAUGHT) == set(_lessons())
