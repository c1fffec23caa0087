"""What Coach must never say to a family is refused where it stands, whoever wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.models import Audience, Role
from coach.rules import read_catalog, rules_path
from coach.rules.never_say import bans, unsafe_advice
from tests.cli.running import coach
from tests.shipped import shipped_catalog

WEIGHTS = "".join(f'[audience.{one}]\nweight = "stop"\nreason = "Because."\n' for one in Audience)
FINE = """why = ["Fine one.", "Fine two.", "Fine three."]
note = "Fine note."
steps = ["Fine step.", "Fine other step."]
"""


def folder_with(folder: Path, category: str, role: str, more: str = "", advice: str = FINE, top: str = "") -> Path:
    """A folder with one category; the other roles that it needs are fine."""
    roles = shipped_catalog().categories[category].roles
    tables = "".join(f"[{one}]\n{advice + more if one == role else FINE}" for one in roles)
    path = folder / category / "category.toml"
    path.parent.mkdir(parents=True)
    path.write_text(f'title = "T"\nlesson = ""\nsource = "S"\n{WEIGHTS}{top}{tables}', encoding="utf-8")
    return path


FAULTS = [
    ("oversharing/address", "writer", "Let's meet at school first.", "meeting"),
    ("oversharing/contact", "writer", "I'll give it to you in person.", "meeting"),
    ("red-flag/meet", "target", "Only if my grown-up comes along.", "meeting"),
    ("oversharing/account", "writer", "Ask me in class for my name.", "hands a private detail over"),
    ("oversharing/routine", "writer", "Ask me at school when I train.", "hands a private detail over"),
    ("oversharing/contact", "writer", "Ask my mum, she has your mum's number.", "hands a private detail over"),
    ("oversharing/school", "writer", 'Write: "Which school do you go to?"', "a question"),
    ("going-along/meets", "writer", "Ask them who they are.", "a question"),
    ("red-flag/gift", "target", 'Write: "What do you want for it?"', "going"),
    ("red-flag/asks-personal", "target", "Ask why they want to know.", "going"),
    ("unkind/looks", "target", "What did you do before?", "blames"),
    ("unkind/threat", "target", "What happened between you two?", "blames"),
    ("oversharing/home-alone", "writer", "Mum's around, I'll be busy.", "lie"),
    ("oversharing/home-alone", "writer", "Let them think the house is full.", "lie"),
    ("oversharing/age-birthday", "writer", "Old enough to play!", "lie"),
    ("oversharing/password", "writer", "Most break-ins among children start so.", "source"),
    ("unkind/looks", "witness", "It hurts 40 % of them.", "source"),
    ("unkind/looks", "witness", "1 in 3 is hurt by it.", "source"),
    ("red-flag/blackmail", "target", "Keep a picture of the chat.", "private"),
    ("unkind/ability", "target", "Take a screenshot.", "private"),
    ("care/unsafe", "writer", "Lock the door and wait.", "lock itself in"),
    ("care/bullied", "writer", "Keep messages and pictures that hurt.", "private"),
]


@pytest.mark.parametrize(("category", "role", "said", "problem"), FAULTS)
@pytest.mark.parametrize("part", ["why", "steps"])
def test_a_planted_fault_is_found_in_its_line(
    tmp_path: Path, category: str, role: str, said: str, problem: str, part: str
) -> None:
    old = "Fine one." if part == "why" else "Fine step."
    written = said.replace('"', '\\"')
    path = folder_with(tmp_path, category, role, advice=FINE.replace(old, written))
    faults = list(unsafe_advice(read_catalog(tmp_path), tmp_path))
    assert [fault.path for fault in faults] == [path] * len(faults)
    (fault,) = (fault for fault in faults if problem in fault.problem)
    assert written in path.read_text(encoding="utf-8").splitlines()[fault.line - 1]
    assert fault.fix


@pytest.mark.parametrize(
    "said",
    [
        "Never meet somebody from online.",
        "Somebody wants to meet you.",
        "It was not your fault.",
        "Keep a screenshot, but never a private picture.",
        "It hurts 40 % of them (source: a study).",
    ],
)
def test_what_only_resembles_a_fault_is_fine(tmp_path: Path, said: str) -> None:
    folder_with(tmp_path, "red-flag/meet", "target", advice=FINE.replace("Fine step.", said))
    assert list(unsafe_advice(read_catalog(tmp_path), tmp_path)) == []


def test_general_advice_counts_for_strangers_unless_special_advice_replaces_it(tmp_path: Path) -> None:
    meets = FINE.replace("Fine step.", "See them in person.")
    friends = '[[writer.special]]\naudience = ["stranger", "public"]\nsteps = ["Leave it out."]\n'
    folder_with(tmp_path, "oversharing/address", "writer", advice=meets, more=friends)
    assert list(unsafe_advice(read_catalog(tmp_path), tmp_path)) == []
    folder_with(tmp_path / "other", "oversharing/address", "writer", advice=meets)
    assert len(list(unsafe_advice(read_catalog(tmp_path / "other"), tmp_path / "other"))) == 1


@pytest.mark.parametrize(
    ("say", "audiences", "refused"),
    [("Where do you live?", "", True), ("Where do you live?", 'for = ["friend"]\n', False), ("I like ___.", "", False)],
)
def test_a_rewrite_to_strangers_asks_nothing(tmp_path: Path, say: str, audiences: str, *, refused: bool) -> None:
    folder_with(tmp_path, "oversharing/school", "writer", top=f'[[rewrite]]\nsay = "{say}"\n{audiences}')
    faults = list(unsafe_advice(read_catalog(tmp_path), tmp_path))
    assert [fault.line for fault in faults] == ([17] if refused else [])


def test_coachs_own_advice_has_none_of_these_faults() -> None:
    assert list(unsafe_advice(shipped_catalog())) == []


def test_every_ban_is_proved_by_a_planted_fault() -> None:
    assert [ban.problem for ban in bans() if not any(problem in ban.problem for *_, problem in FAULTS)] == []
    assert {role for ban in bans() for role in ban.roles} == set(Role)
    assert (rules_path() / "never-say.toml").exists()


def test_lint_refuses_it_and_leaves_with_one(tmp_path: Path) -> None:
    folder_with(tmp_path, "oversharing/address", "writer", advice=FINE.replace("Fine one.", "Meet them in person."))
    rule = (rules_path() / "oversharing/address/house-number.toml").read_text(encoding="utf-8")
    (tmp_path / "oversharing/address/mine.toml").write_text(rule, encoding="utf-8")
    status, out, _ = coach("rules", "lint", str(tmp_path))
    assert status == 1
    assert "arranges a meeting with a stranger or the public" in out
    assert "fix: advise not to share it" in out
