"""`coach check` through the real console script."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import COACH, coach


def jsonl(*lines: object) -> bytes:
    return b"".join((line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n" for line in lines)


def answers(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_an_unkind_draft_is_underlined_with_a_reason_and_that_nothing_can_stay() -> None:
    status, out, err = coach("check", "ur so ugly nobody likes u")
    lines = out.splitlines()
    assert (status, err) == (1, "")
    assert "  ur so ugly nobody likes u" in lines
    assert "  ^^^^^^^^^^" in lines
    assert any(line.startswith("All of these words hurt. You don't have") for line in lines)
    assert any(line.startswith("  For the grown-up: ") for line in lines)
    assert max(map(len, lines)) <= 80
    assert "\x1b" not in out


def test_the_best_rewrite_comes_after_the_flags() -> None:
    lines = coach("check", "give me my charger back u idiot")[1].splitlines()
    (said,) = [at for at, line in enumerate(lines) if line.startswith("You could send: ")]
    assert lines[said].endswith("give me my charger back pls?")
    assert said > max(at for at, line in enumerate(lines) if line.startswith("  "))


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("i hate myself u idiot", ()),
        ("ur so ugly", ("--received",)),
        ("ok i wont tell my mum", ("--audience", "stranger")),
    ],
)
def test_hurting_going_along_and_received_messages_are_never_rewritten(text: str, options: tuple[str, ...]) -> None:
    status, out, _ = coach("check", *options, text)
    assert status == 1
    assert "You could send" not in out
    assert "nothing to keep" not in out
    (answer,) = json.loads(coach("check", "--format", "json", "--counsel", *options, text)[1])
    assert (answer["rewrites"], answer["nothing"]) == ([], "")


def test_a_silent_draft_leaves_with_zero() -> None:
    assert coach("check", "you're not stupid, the question was hard") == (
        0,
        "Nothing to look at again.\n\n1 message read, 0 with something to look at again.\n",
        "",
    )


def test_the_second_reader_reads_too_unless_rules_alone_are_asked_for() -> None:
    text = "nobody would notice if your whole face fell off"
    assert '"source": "second reader"' in coach("check", "--format", "json", text)[1]
    assert coach("check", "--rules-only", text)[0] == 0


def test_words_of_a_message_may_stand_unquoted() -> None:
    assert coach("check", "ur", "so", "ugly")[0] == 1


@pytest.mark.parametrize("text", ["", " ", "\n", "\u200b\ufeff"])
def test_an_empty_message_is_an_error_and_not_calm(text: str) -> None:
    expected = (2, "", "coach: line 1: the message is empty\n    fix: give a message with at least one character\n")
    assert coach("check", "--rules-only", text) == expected
    assert coach("check", "--rules-only", stdin=text.encode()) == expected


EMPTY = [
    ("lines", b"\n \n", 0, "no message in this input, so nothing was checked"),
    ("jsonl", b"", 0, "no message in this input, so nothing was checked"),
    ("csv", b"text\n", 0, "no message in this input, so nothing was checked"),
    ("lines", b"hi\n\n", 1, ""),
    ("jsonl", b'{"id": 1, "text": ""}\n{"id": 2, "text": "hi"}\n', 2, "1 empty message: nothing to check there"),
    ("csv", b"id,text\n1,\n2, \n", 2, "2 empty messages: nothing to check there"),
]


@pytest.mark.parametrize(
    ("jobs", "input_format", "given", "answered", "note"),
    [*(("1", *case) for case in EMPTY), ("2", *EMPTY[0]), ("2", *EMPTY[-1])],
)
def test_empty_texts_among_many_are_answered_and_counted(
    jobs: str, input_format: str, given: bytes, answered: int, note: str
) -> None:
    options = ("check", "--rules-only", "--no-family", "--input", input_format, "--jobs", jobs)
    status, out, err = coach(*options, "--format", "jsonl", stdin=given)
    assert (status, len(answers(out))) == (0, answered)
    assert err == (f"coach: {note}\n" if note else "")


def test_an_empty_text_in_a_table_is_called_empty() -> None:
    _, out, _ = coach("check", "--rules-only", "--input", "csv", stdin=b'text\n""\n')
    assert out.startswith("line 2:\nThis message is empty.\n")


def test_public_audience_and_a_received_message() -> None:
    assert coach("check", "--audience", "public", "im home alone, 14 maple street, come over")[1].count("!!! stop") >= 1
    status, out, _ = coach("check", "--received", "dont tell ur mum, whats ur snap")
    assert status == 1
    assert "red-flag" in out


def test_a_draft_from_standard_input_is_one_message(tmp_path: Path) -> None:
    file = tmp_path / "draft.txt"
    file.write_bytes("\ufeffhi\r\nur so ugly\r\n".encode())
    for given in (
        coach("check", "--format", "json", "--file", file),
        coach("check", "--format", "json", stdin=file.read_bytes()),
    ):
        (answer,) = json.loads(given[1])
        assert [(flag["start"], flag["end"]) for flag in answer["flags"]] == [(4, 14)]


def test_lines_are_messages_of_their_own() -> None:
    status, out, _ = coach("check", "--input", "lines", "--format", "jsonl", stdin=b"hi\n\nur so ugly\r\n")
    assert status == 1
    assert [(answer["id"], len(answer["flags"])) for answer in answers(out)] == [("1", 0), ("3", 1)]


@pytest.mark.parametrize("form", ["text", "html", "json"])
def test_a_message_in_another_language_is_not_called_calm(form: str) -> None:
    status, out, _err = coach("check", "--no-family", "--format", form, "du bist so h\u00e4sslich, geh sterben")
    assert status == 2
    assert ('"not_english": "German"' if form == "json" else "language that Coach does not read (German)") in out
    assert "Nothing to look at" not in out


@pytest.mark.parametrize(
    ("lines", "unread", "ends"),
    [
        ("ich gehe morgen nicht in die schule\n", 1, "1 message not read: Coach reads English only.\n"),
        (
            "ich gehe morgen nicht in die schule\nsee u\nno voy a la escuela pero tengo que ir\n",
            2,
            "1 message read, 0 with something to look at again.\n2 messages not read: Coach reads English only.\n",
        ),
    ],
)
def test_messages_in_another_language_are_counted_as_not_read(
    lines: str, unread: int, ends: str, tmp_path: Path
) -> None:
    options = ("check", "--no-family", "--rules-only", "--input", "lines")
    assert coach(*options, stdin=lines.encode())[1].endswith(f"\n\n{ends}")
    (tmp_path / "chat.txt").write_text(lines, encoding="utf-8")
    to_page = (*options, "--file", tmp_path / "chat.txt", "--out", tmp_path / "page.html", "--format", "html")
    assert f"{unread} not read (not in English)" in coach(*to_page)[2]
    assert f"<p>{' '.join(ends.splitlines())} " in (tmp_path / "page.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("lines", "status"),
    [("halt maul\n", 2), ("ta gueule\nsee u\n", 2), ("ta gueule\nur so ugly\n", 1), ("danke\nsee u\n", 0)],
)
def test_the_exit_status_is_not_calm_where_a_message_was_not_read(lines: str, status: int) -> None:
    assert coach("check", "--no-family", "--rules-only", "--input", "lines", stdin=lines.encode())[0] == status


def test_json_lines_come_back_in_order_with_the_documented_keys() -> None:
    given = jsonl(
        {"id": "a", "text": "hi"},
        {"id": "b", "text": "😀 ur so ugly"},
        {"id": "c", "text": "dont tell ur mum", "direction": "received", "audience": "stranger"},
    )
    status, out, err = coach("check", "--input", "jsonl", "--format", "jsonl", stdin=given)
    first, second, third = answers(out)
    (flag,) = second["flags"]
    assert (status, err, first) == (1, "", {"id": "a", "flags": []})
    assert list(flag) == [
        "start",
        "end",
        "phrase",
        "concern",
        "category",
        "rule",
        "source",
        "weight",
        "why",
        "instead",
        "lesson",
    ]
    assert (flag["start"], flag["end"], flag["phrase"], flag["category"]) == (
        2,
        12,
        "ur so ugly",
        "unkind/looks",
    )
    assert third["flags"][0]["concern"] == "red-flag"


COUNSELLED = jsonl(
    {"id": "a", "text": "give me my charger back u idiot"},
    {"id": "b", "text": "hi"},
    {"id": "c", "text": "ur so ugly"},
    {"id": "d", "text": "i hate myself"},
    {"id": "e", "text": "ur such a loser", "direction": "received"},
)


def test_counsel_is_added_to_json_only_where_it_is_asked_for() -> None:
    command = ("check", "--input", "jsonl", "--format", "jsonl")
    plain, counselled = (answers(coach(*command, *more, stdin=COUNSELLED)[1]) for more in ((), ("--counsel",)))
    assert [list(answer) for answer in plain] == [["id", "flags"]] * 3 + [["id", "flags", "help"]] + [["id", "flags"]]
    first, second, third, *_ = counselled
    assert first["rewrites"][-1] == {"text": "give me my charger back", "gaps": [], "kind": "cut"}
    assert (first["nothing"], second["rewrites"], second["nothing"]) == ("", [], "")
    assert third["nothing"].startswith("All of these words hurt")
    assert "___" not in third["nothing"]
    assert list(first["flags"][0])[-2:] == ["note", "steps"]
    assert counselled[4]["flags"][0]["steps"]
    for before, after in zip(plain, counselled, strict=True):
        flags = [{key: flag[key] for key in flag if key not in {"note", "steps"}} for flag in after["flags"]]
        assert before == {key: value for key, value in {**after, "flags": flags}.items() if key in before}


def test_workers_give_the_same_counsel() -> None:
    command = ("check", "--input", "jsonl", "--format", "jsonl", "--counsel")
    assert coach(*command, "--jobs", "2", stdin=COUNSELLED)[:2] == coach(*command, stdin=COUNSELLED)[:2]


@pytest.mark.parametrize("options", [(), ("--counsel",)])
def test_json_is_as_the_published_schema_says(options: tuple[str, ...]) -> None:
    schema = json.loads(files("coach.cli.check.formats").joinpath("report.schema.json").read_text(encoding="utf-8"))
    long = jsonl({"id": "f", "text": "hi you. " * 14_000 + "ur so ugly"})
    out = coach("check", "--input", "jsonl", "--format", "jsonl", *options, stdin=COUNSELLED + long)[1]
    assert {key for answer in answers(out) for key in answer} <= schema["properties"].keys()
    for answer in answers(out):
        assert list(faults_of(answer, schema, schema)) == []


@pytest.mark.parametrize(
    "answer",
    [
        {"id": "a"},
        {"id": 1, "flags": []},
        {"id": "a", "flags": [{}]},
        {"id": "a", "flags": [], "rewrites": [{"text": "x", "gaps": [[0]], "kind": "cut"}], "nothing": ""},
        {"id": "a", "flags": [], "rewrites": [{"text": "x", "gaps": [], "kind": "guess"}], "nothing": ""},
        {"id": "a", "flags": [], "rewrites": []},
    ],
)
def test_other_json_is_not(answer: dict[str, Any]) -> None:
    schema = json.loads(files("coach.cli.check.formats").joinpath("report.schema.json").read_text(encoding="utf-8"))
    assert list(faults_of(answer, schema, schema))


TYPES = {"object": dict, "array": list, "string": str, "integer": int}


def faults_of(value: Any, part: dict[str, Any], schema: dict[str, Any]) -> Iterator[str]:  # noqa: ANN401
    """What is wrong with a value, by as much of JSON Schema as the published one uses."""
    if "$ref" in part:
        part = schema["$defs"][part["$ref"].removeprefix("#/$defs/")]
    if "type" in part and not isinstance(value, TYPES[part["type"]]):
        yield f"{value!r} is not of type {part['type']}"
        return
    if value not in part.get("enum", [value]):
        yield f"{value!r} is none of {part['enum']}"
    if isinstance(value, int) and value < part.get("minimum", value):
        yield f"{value} is below {part['minimum']}"
    if isinstance(value, list):
        if not part.get("minItems", 0) <= len(value) <= part.get("maxItems", len(value)):
            yield f"{value} has {len(value)} items"
        for each in value:
            yield from faults_of(each, part["items"], schema)
    if isinstance(value, dict):
        needed = {also for key, more in part.get("dependentRequired", {}).items() if key in value for also in more}
        yield from (f"{key} is missing" for key in {*part["required"], *needed} if key not in value)
        for key, each in value.items():
            yield from faults_of(each, part["properties"].get(key, {}), schema)


@pytest.mark.parametrize("name", ["text", "html", "sarif", "csv", "parquet"])
def test_counsel_is_refused_where_it_has_no_place_of_its_own(name: str) -> None:
    status, out, err = coach("check", "--counsel", "--format", name, "hi")
    assert (status, out) == (2, "")
    assert f"--counsel cannot be used with --format {name}" in err
    assert "    fix: " in err


BAD_LINES = [
    (b"{nope", "not a JSON line"),
    (b"[1]", "expected a JSON object"),
    (b'{"id": "x"}', "missing key 'text'"),
    (b'{"id": "x", "text": "hi", "mood": 1}', "unknown key 'mood'"),
    (b'{"id": true, "text": "hi"}', "'id'"),
    (b'{"id": "x", "text": "hi", "audience": "everyone"}', "'audience'"),
    (b'{"id": "x", "id": "y", "text": "hi"}', "duplicate key"),
    (b'{"id": "x", "text": "\xff"}', "not UTF-8"),
    (b"[" * 100_000, "not a JSON line"),
    (b'{"id": "x", "text": "hi", "n": ' + b"9" * 5000 + b"}", "not a JSON line"),
    (b'{"id": "x", "text": "private words", "text2": ', "not a JSON line"),
]


@pytest.fixture(scope="module")
def after_bad_lines() -> tuple[int, str, str]:
    given = jsonl({"id": "a", "text": "hi"}, *(line for line, _ in BAD_LINES), {"id": "c", "text": "ur so ugly"})
    return coach("check", "--input", "jsonl", "--format", "jsonl", stdin=given)


def test_after_bad_lines_the_rest_goes_on(after_bad_lines: tuple[int, str, str]) -> None:
    status, out, err = after_bad_lines
    assert status == 2
    assert [answer["id"] for answer in answers(out)] == ["a", "c"]
    assert err.count("fix:") == len(BAD_LINES)
    assert "Traceback" not in err
    assert "private words" not in err


@pytest.mark.parametrize(("at", "told"), list(enumerate(told for _, told in BAD_LINES)))
def test_a_bad_line_is_named_with_its_number(after_bad_lines: tuple[int, str, str], at: int, told: str) -> None:
    (named,) = (
        line
        for line in after_bad_lines[2].splitlines()
        if line.startswith((f"coach: line {at + 2}:", f"coach: line {at + 2},"))
    )
    assert told in named


def test_a_number_names_a_message_too() -> None:
    _, out, err = coach("check", "--input", "jsonl", "--format", "jsonl", stdin=jsonl({"id": 7, "text": "hi"}))
    assert (answers(out), err) == ([{"id": "7", "flags": []}], "")


def test_lone_surrogates_survive_json() -> None:
    given = b'{"id": "\\ud800", "text": "ur so ugly \\udfff"}\n'
    status, out, _ = coach("check", "--input", "jsonl", "--format", "jsonl", stdin=given)
    (answer,) = answers(out)
    assert (status, answer["id"]) == (1, "\ud800")


def test_control_characters_never_reach_the_terminal_raw() -> None:
    _, out, err = coach("check", "ur so ugly \x1b[31m\x07\u202e [/lol]")
    assert not set(out + err) & set("\x1b\x07\u202e")
    assert "[/lol]" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--file", "no-such-file"),
        ("check", "hi", "--file", "x"),
        ("check", "--audience", "moon"),
        ("nope",),
    ],
)
def test_a_wrong_call_leaves_with_two_and_words(arguments: tuple[str, ...]) -> None:
    status, out, err = coach(*arguments)
    assert (status, out) == (2, "")
    assert err
    assert "Traceback" not in err


def test_a_closed_pipe_ends_coach_as_it_ends_other_programs() -> None:
    given = b"ur so ugly\n" * 3000
    command = f"'{COACH}' check --input lines --format jsonl | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], input=given, capture_output=True, check=False, timeout=300)
    assert done.stdout.count(b"\n") == 1
    assert (done.returncode, done.stderr) == (141, b"")


def test_ascii_terminal_gets_a_report() -> None:
    status, out, err = coach("check", "ur so ugly 😀", LANG="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert (status, err) == (1, "")
    assert "ur so ugly" in out
