"""Nothing that somebody typed or wrote steers the terminal: every sink with every payload."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from spacy.language import Language

import coach
from coach import engine, rules
from coach.cli import run
from coach.course import read_course
from coach.engine import Explainer
from coach.family import FamilyFile, family_path
from coach.models import Agreement, Catalog
from coach.plain import Console, PlainSession
from coach.visible import HIDDEN
from tests.course.writing import HEAD, check
from tests.rules.test_catalog import RULE, write

PAYLOADS = {
    "colour": "\x1b[31m",
    "title": "\x1b]0;owned\x07",
    "link": "\x1b]8;;https://a.example\x1b\\here\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;ZXZpbA==\x07",
    "screen": "\x1b[2J\x1b[H\x1b[?1049h",
    "device": "\x1bP+q544e\x1b\\",
    "bell": "\x07\x07",
    "8-bit": "\x9b31m\x9d0;owned\x9c",
    "return": "safe\rowned",
    "backspace": "a\x08\x08b\x7f",
    "override": "abc\u202edcba",
    "isolate": "\u2066a\u2069\u200f",
    "separator": "a\u2028b\u2029",
}
Sink = Callable[[str, Path], list[str]]


def draft(options: list[str]) -> Sink:
    return lambda payload, _: ["check", "--rules-only", *options, f"ur so ugly {payload} kys{payload}"]


def json_lines(payload: str, folder: Path) -> list[str]:
    line = json.dumps({"id": payload, "text": f"ur so {payload}ugly {payload}"})
    bad = json.dumps({"id": "x", "text": "hi", payload: 1, "audience": payload})
    (folder / "in.jsonl").write_text(f"{line}\n{bad}\n{{{payload}\n", encoding="utf-8")
    return ["check", "--rules-only", "--input", "jsonl", "--format", "jsonl", "--file", str(folder / "in.jsonl")]


def own_lesson(name: str, text: str) -> Callable[[str, Path], Path]:
    def make(payload: str, folder: Path) -> Path:
        path = folder / name.replace("NAME", payload.replace("/", "_"))
        path.write_bytes(text.replace("PAYLOAD", payload).encode("utf-8", "surrogatepass"))
        return path

    return make


LESSON = f"{HEAD}## A PAYLOAD heading\n\nWords PAYLOAD. &#27;[31m\n\n- [ ] No PAYLOAD\n  > So PAYLOAD.\n- [x] [Yes](#PAYLOAD)\n  > So.\n"
broken_lesson = own_lesson("01-NAME.md", LESSON)


def lint_lesson(payload: str, folder: Path) -> list[str]:
    return ["lessons", "lint", str(broken_lesson(payload, folder))]


def lint_lesson_json(payload: str, folder: Path) -> list[str]:
    return ["lessons", "lint", "--format", "json", str(broken_lesson(payload, folder))]


def list_lessons(payload: str, folder: Path) -> list[str]:
    broken_lesson(payload, folder)
    return ["lessons", "list", "--lessons", str(folder)]


def rules_folder(payload: str, folder: Path) -> str:
    """A rule with the payload as it is, one with it as escapes, and one named by it."""
    escaped = "".join(f"\\u{ord(char):04x}" for char in payload)
    write(folder / "unkind/looks/raw.toml", RULE.replace("A remark", f"A {payload} remark"))
    write(folder / "unkind/looks/escaped.toml", RULE.replace("fence", f"fe{escaped}nce"))
    write(folder / f"unkind/looks/{payload.replace('/', '_')}.toml", RULE)
    return str(folder)


def family_kept(*command: str) -> Sink:
    """A command about a family whose agreement holds the payload."""

    def make(payload: str, _: Path) -> list[str]:
        agreement = Agreement(child=(payload,), grown_up=(f"x{payload}",))
        FamilyFile(family_path()).update(lambda family: family.model_copy(update={"agreement": agreement}))
        return list(command)

    return make


SINKS: dict[str, Sink] = {
    "check as text": draft([]),
    "check as json": draft(["--format", "json"]),
    "check as json lines": json_lines,
    "check of a received message": draft(["--received"]),
    "check of a file that is missing": lambda payload, folder: ["check", "--file", str(folder / payload)],
    "an option that is wrong": lambda payload, _: ["check", "--audience", payload],
    "an option that is unknown": lambda payload, _: ["check", "hi", f"--{payload}"],
    "a command that is unknown": lambda payload, _: [payload],
    "lessons lint": lint_lesson,
    "lessons lint as json": lint_lesson_json,
    "lessons lint of what is missing": lambda payload, folder: ["lessons", "lint", str(folder / payload)],
    "lessons list": list_lessons,
    "lessons new": lambda payload, folder: ["lessons", "new", f"A {payload} title", "--folder", str(folder)],
    "lessons new in a folder that is missing": lambda payload, _: ["lessons", "new", "A", "--folder", f"no{payload}"],
    "lessons new of a language that is none": lambda payload, _: [
        "lessons",
        "new",
        "A",
        "--translate",
        payload,
        "--language",
        "de",
    ],
    "lessons preview of what is missing": lambda payload, _: ["lessons", "preview", payload],
    "lesson that is unknown": lambda payload, _: ["lesson", payload, "--plain"],
    "rules lint": lambda payload, folder: ["rules", "lint", rules_folder(payload, folder)],
    "rules list of a category that is unknown": lambda payload, _: ["rules", "list", "--category", payload],
    "rules show of what is unknown": lambda payload, _: ["rules", "show", payload],
    "rules words of what is unknown": lambda payload, _: ["rules", "words", payload],
    "rules try": lambda payload, _: ["rules", "try", f"ur so ugly{payload} {payload}"],
    "family show": family_kept("family", "show"),
    "agreement show": family_kept("agreement", "show"),
    "agreement export": lambda payload, folder: ["agreement", "export", str(folder / f"{payload}.txt")],
    "family add": lambda payload, _: ["family", "add", "name", f"Ada{payload} Quill"],
    "family remove of what is unknown": lambda payload, _: ["family", "remove", payload],
}


@pytest.fixture(params=PAYLOADS)
def payload(request: pytest.FixtureRequest) -> str:
    return PAYLOADS[str(request.param)]


@pytest.fixture(autouse=True)
def made_once(monkeypatch: pytest.MonkeyPatch, nlp: Language, catalog: Catalog) -> None:
    """What every command would make anew is made once: rules and the engine."""
    own = rules.read_own_catalog
    monkeypatch.setattr(rules, "read_own_catalog", lambda folder: own(folder) if folder else catalog)
    monkeypatch.setattr(coach, "load", lambda **_: nlp)
    monkeypatch.setattr(engine, "Explainer", lambda given: Explainer(given, nlp))


@pytest.mark.parametrize("sink", SINKS)
def test_no_command_writes_a_payload_raw(
    sink: str, payload: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.reconfigure", lambda **_: None, raising=False)
    with suppress(SystemExit):
        run(SINKS[sink](payload, tmp_path))
    told = capsys.readouterr()
    assert told.out + told.err
    assert not HIDDEN.search(told.out + told.err), sink


def test_plain_mode_writes_no_payload_raw(payload: str, tmp_path: Path) -> None:
    broken_lesson(payload, tmp_path)
    out = io.StringIO()
    lines = io.StringIO(f"11\n{payload}\nur so ugly {payload}\nq\n")
    PlainSession(
        read_course([tmp_path]), FamilyFile(tmp_path / payload / "f"), lambda _: check, Console(lines, out)
    ).choose()
    assert out.getvalue()
    assert not HIDDEN.search(out.getvalue())


def test_the_matrix_has_hundreds_of_pairs() -> None:
    assert len(PAYLOADS) * (len(SINKS) + 1) >= 300
