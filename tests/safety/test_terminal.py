"""Nothing that somebody typed or wrote steers the terminal: every sink with every payload."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from contextlib import redirect_stdout, suppress
from pathlib import Path
from types import SimpleNamespace

import pytest
from spacy.language import Language

import coach
from coach import rules
from coach.cli import run
from coach.course import read_course
from coach.engine import build
from coach.family import FamilyFile, family_path
from coach.models import Agreement, Catalog
from coach.plain import Console, PlainSession
from coach.rules import own
from coach.visible import HIDDEN
from tests.course.writing import HEAD, check
from tests.rules.test_catalog import RULE, write
from tests.shipped import share_built
from tests.uncounselled import Uncounselled

CONTROLS = {
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
}
MARKS = {
    "override": "abc\u202edcba",
    "isolate": "\u2066a\u2069\u200f",
    "separator": "a\u2028b\u2029",
}
PAYLOADS = {"controls": "".join(CONTROLS.values()), "marks": "".join(MARKS.values())}
"""Two texts that hold all payloads: those that TOML refuses as they are, and those that it takes."""
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


SOUND = "unkind/looks/hedge.toml"


def named_by(payload: str, folder: Path) -> tuple[str, str]:
    """A folder of sound rules that is named by the payload, and a voice in it that says it."""
    own = folder / payload.replace("/", "_")
    write(own / SOUND, RULE)
    said = f"- [ur teeth look like a fence](looks) {payload}\n- ur teeth {payload} my teeth look like a fence\n- [ur odd](looks)\n"
    voice = own / "some.md"
    voice.write_bytes(f"---\nvoice: some\nabout: people\n---\n\n## draft\n{said}".encode("utf-8", "surrogatepass"))
    return str(own), str(voice)


def of_named(*command: str) -> Sink:
    """A command about that folder; FOLDER, VOICE and NAME in it stand for the two and for the payload."""

    def make(payload: str, folder: Path) -> list[str]:
        rules, voice = named_by(payload, folder)
        known = {"FOLDER": rules, "VOICE": voice, "NAME": payload.replace("/", "_")}
        return [known.get(word, word) for word in command]

    return make


def of_broken(*command: str) -> Sink:
    """A command about a folder of rules that cannot be read."""
    return lambda payload, folder: [*command, "--rules", rules_folder(payload, folder)]


def saved_score(payload: str, folder: Path) -> list[str]:
    """A score that somebody else saved, every text of which ends with the payload, and that of the same voice now."""
    rules, voice = named_by("x", folder)
    saved = folder / "score.json"
    with redirect_stdout(io.StringIO()):
        run(["rules", "score", voice, "--own-rules-only", "--rules", rules, "--save", str(saved)])
    written = json.dumps(payload)[1:-1]
    texts = re.sub(r'("text": ?"[^"]*)"', lambda found: f'{found[1]}{written}"', saved.read_text(encoding="utf-8"))
    saved.write_text(texts.replace("/hedge", f"/hedge{written}"), encoding="utf-8")
    return ["rules", "score", voice, "--own-rules-only", "--rules", rules, "--against", str(saved)]


def calm_file(payload: str, folder: Path) -> list[str]:
    rules, _ = named_by(payload, folder)
    path = folder / f"{payload.replace('/', '_')}.jsonl"
    told = json.dumps({"text": f"ur teeth look like a fence {payload}"})
    path.write_text(f"{told}\n{{{payload}\n", encoding="utf-8")
    return ["rules", "score", "--own-rules-only", "--rules", rules, "--misses", "--calm", str(path)]


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
    "lessons new in a missing folder": lambda payload, _: ["lessons", "new", "A", "--folder", f"no/no{payload}"],
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
    "rules list of broken rules": of_broken("rules", "list"),
    "rules list of a named folder": of_named("rules", "list", "--rules", "FOLDER"),
    "rules list of a folder that is missing": lambda payload, folder: [
        "rules",
        "list",
        "--rules",
        str(folder / payload),
    ],
    "rules list of a concern that is unknown": lambda payload, _: ["rules", "list", "--concern", payload],
    "rules show of broken rules": of_broken("rules", "show", "raw"),
    "rules show of what the folder has not": of_named("rules", "show", "NAME", "--rules", "FOLDER"),
    "rules words of broken rules": of_broken("rules", "words"),
    "rules try of broken rules": of_broken("rules", "try", "hi"),
    "rules try of a named folder": of_named(
        "rules", "try", "ur teeth look like a fence", "NAME", "--own-rules-only", "--rules", "FOLDER"
    ),
    "rules try before an audience that is none": lambda payload, _: ["rules", "try", "hi", "--audience", payload],
    "rules score of broken rules": of_broken("rules", "score"),
    "rules score of a named folder": of_named(
        "rules", "score", "VOICE", "--own-rules-only", "--rules", "FOLDER", "--by", "rule", "--misses"
    ),
    "rules score of a voice that is unknown": lambda payload, _: ["rules", "score", payload],
    "rules score of a voice that is missing": lambda payload, folder: ["rules", "score", str(folder / f"{payload}.md")],
    "rules score against what is unknown": of_named(
        "rules", "score", "VOICE", "--own-rules-only", "--rules", "FOLDER", "--against", "NAME"
    ),
    "rules score against a saved one": saved_score,
    "rules score saved where nobody may": of_named(
        "rules", "score", "VOICE", "--own-rules-only", "--rules", "FOLDER", "--save", "FOLDER"
    ),
    "rules score of calm messages": calm_file,
    "rules score of calm messages that are missing": lambda payload, folder: [
        "rules",
        "score",
        "--calm",
        str(folder / payload),
    ],
    "rules lint of a named folder": of_named("rules", "lint", "FOLDER", "--examples"),
    "rules lint of a named folder as json": of_named("rules", "lint", "FOLDER", "--format", "json"),
    "rules new": lambda payload, folder: ["rules", "new", f"unkind/looks/{payload}", "--folder", str(folder)],
    "rules new with a summary": lambda payload, folder: [
        "rules",
        "new",
        "unkind/looks/hats",
        "--summary",
        payload,
        "--folder",
        str(folder / "new"),
    ],
    "redact": lambda payload, _: ["redact", "--no-family", f"ring 07700 900123 {payload}"],
    "redact of a category that is unknown": lambda payload, _: ["redact", "--also", payload, "hi"],
    "schema of what is unknown": lambda payload, _: ["schema", payload],
    "rules audiences of what is unknown": lambda payload, _: ["rules", "audiences", payload],
    "family show": family_kept("family", "show"),
    "agreement show": family_kept("agreement", "show"),
    "agreement export": lambda payload, folder: ["agreement", "export", str(folder / f"{payload}.txt")],
    "family add": lambda payload, _: ["family", "add", "name", f"Ada{payload} Quill"],
    "family remove of what is unknown": lambda payload, _: ["family", "remove", payload],
}


@pytest.fixture(params=PAYLOADS)
def payload(request: pytest.FixtureRequest) -> str:
    return PAYLOADS[str(request.param)]


@pytest.fixture(scope="session")
def own_catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """What every sound folder here gives."""
    return rules.read_own_catalog(Path(named_by("sound", tmp_path_factory.mktemp("rules"))[0]))


@pytest.fixture(scope="session")
def own_nlp(own_catalog: Catalog) -> Language:
    """What reads messages by the rule of a sound folder."""
    return build(own_catalog)


@pytest.fixture(autouse=True)
def made_once(
    monkeypatch: pytest.MonkeyPatch, nlp: Language, catalog: Catalog, own_nlp: Language, own_catalog: Catalog
) -> None:
    """What every command would make anew is made once: rules and the engine."""
    own = rules.read_own_catalog

    def read(folder: Path | None) -> Catalog:
        if folder is None:
            return catalog
        return own_catalog if (folder / SOUND).exists() else own(folder)

    monkeypatch.setattr(rules, "read_own_catalog", read)
    monkeypatch.setattr(coach, "load", lambda **_: nlp)
    share_built(monkeypatch, (catalog, nlp), (own_catalog, own_nlp))


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


@pytest.mark.parametrize(
    "command",
    ["list", "show hedge", "try ur teeth look like a fence --own-rules-only", "words your", "audiences looks"],
)
def test_whatever_a_rule_says_is_shown_safe(
    command: str,
    payload: str,
    own_catalog: Catalog,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Reading refuses such rules; showing them does not rely on it."""
    monkeypatch.setattr(rules, "read_own_catalog", lambda _: saying(payload, own_catalog))
    monkeypatch.setattr(own, "own_catalog_alone", lambda _: saying(payload, own_catalog))
    monkeypatch.setattr(rules, "read_word_sets", lambda _: SimpleNamespace(entries={"your": (f"ur{payload}",)}))
    assert run(["rules", *command.split(), "--rules", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert any(part in told for part in HIDDEN.split(payload) if len(part) > 2)
    assert not HIDDEN.search(told)


def saying(payload: str, catalog: Catalog) -> Catalog:
    """The same rules, whose every text has the payload in it."""
    rule, category = catalog.rules[0], catalog.categories["unkind/looks"]
    changed = rule.model_copy(update={
        "summary": f"A {payload} remark",
        "patterns": tuple(each.model_copy(update={"source": f"{each.source}{payload}"}) for each in rule.patterns),
        "examples": rule.examples.model_copy(update={"silent": (payload,)}),
        "instead": (payload,),
    })  # fmt: skip
    audience = {one: moved.model_copy(update={"reason": payload}) for one, moved in category.audience.items()}
    told = {"title": payload, "why": (payload,), "note": payload, "source": payload, "audience": audience}
    shown = {**catalog.categories, category.id: category.model_copy(update=told)}
    return catalog.model_copy(update={"rules": (changed,), "categories": shown})


def test_plain_mode_writes_no_payload_raw(payload: str, tmp_path: Path) -> None:
    broken_lesson(payload, tmp_path)
    out = io.StringIO()
    lines = io.StringIO(f"11\n{payload}\nur so ugly {payload}\nq\n")
    PlainSession(
        read_course([tmp_path]),
        FamilyFile(tmp_path / payload / "f"),
        lambda _: Uncounselled(check),
        Console(lines, out),
    ).choose()
    assert out.getvalue()
    assert not HIDDEN.search(out.getvalue())
