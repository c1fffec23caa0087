"""The command line as a whole: what every help says, what is meant by a slip, completions and the manual page."""

from __future__ import annotations

import argparse
import shlex
import subprocess
from collections.abc import Iterator
from io import StringIO

import pytest

from coach.cli import COMMANDS, make_parser
from coach.cli.completion import SHELLS
from coach.cli.parser import Parser
from coach.cli.terminal import has_colour
from coach.course import read_course
from tests.cli.running import coach


def parsers_of(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from parsers_of(command)


PARSERS = {parser.prog: parser for parser in parsers_of(make_parser())}


@pytest.mark.parametrize("name", PARSERS)
def test_help_names_every_exit_status_and_shows_examples_that_parse(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    shown = PARSERS[name].format_help()
    statuses = " ".join(shown.rpartition("exit status: ")[2].split())
    assert all(f"{status} " in statuses for status in (0, 2, 3, 130, 141, 143)), shown
    about = str(PARSERS[name].description).partition("examples:")[0].strip()
    assert (about[:1].isupper(), about.rpartition("\n\n")[2][-1:] in {".", ""} or "   " in about) == (True, True), about
    lines = [line for line in shown.partition("\nexamples:\n")[2].splitlines() if line.startswith("    coach")]
    assert lines, shown
    for line in lines:
        words = shlex.split(line, comments=True)
        ends = [at for at, word in enumerate(words) if word in {"<", ">", "|"}]
        if words != ["coach", "COMMAND", "--help"]:
            assert line.split()[:1] == ["coach"]
            assert name in " ".join(words) or name == "coach"
            make_parser().parse_args(words[1 : min(ends, default=None)])


def test_lessons_and_cases_in_examples_exist() -> None:
    course = read_course()
    lines = [line for parser in PARSERS.values() for line in str(parser.description).splitlines()]
    examples = [shlex.split(line, comments=True) for line in lines if line.startswith("    coach ")]
    named = [words[-1] for words in examples if words[1] in {"lesson", "case"} and words[2:] and words[-1] != "--plain"]
    named += [words[3] for words in examples if words[1:3] == ["lessons", "try"]]
    assert len(named) > 4
    assert [name for name in named if not course.called(name)] == []


def test_every_command_is_in_the_help_of_coach() -> None:
    shown = make_parser().format_help()
    assert all(f"    {command.__name__.rpartition('.')[2].replace('_', '-')} " in shown for command in COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "problem", "fix"),
    [
        (("chek", "hi"), "unknown command 'chek'", "use check"),
        (("zzz",), "unknown command 'zzz'", "`coach --help` lists them"),
        (("lessons", "lits"), "unknown action 'lits'", "use list"),
        (("check", "--format", "jsn", "hi"), "invalid value 'jsn' for --format: choose text, json,", "use json"),
        (("check", "--audience", "x", "hi"), "invalid value 'x' for --audience: choose public,", "write one of these"),
        (("lesson", "strangrs"), "unknown lesson 'strangrs'", "use strangers"),
        (("case", "a-gift"), "unknown case 'a-gift'", "use a-gift-from-foxtail"),
        (("lessons", "try", "mean-wrods", "x", "y"), "unknown lesson 'mean-wrods'", "use mean-words"),
        (("lessons", "new", "x", "--translate", "stranger", "--language", "de"), "unknown lesson", "use strangers"),
        (("rules", "show", "looks/smel"), "unknown rule 'looks/smel'", "use unkind/looks/smell"),
        (("rules", "list", "--category", "lokos"), "unknown category 'lokos'", "use looks"),
        (("rules", "list", "--concern", "unknid"), "unknown concern 'unknid'", "use unkind"),
        (("rules", "audiences", "schol"), "unknown category 'schol'", "use school"),
        (("rules", "words", "vrey"), "unknown word set 'vrey'", "use very"),
        (("help-lines", "Irland"), "unknown country 'Irland'", "use Ireland"),
        (("packs",), "the following arguments are required: ACTION", "see `coach packs --help`"),
        (("family", "add", "scool"), "invalid value 'scool' for KIND: choose name,", "use school"),
    ],
)
def test_a_slip_is_named_with_what_was_meant(arguments: tuple[str, ...], problem: str, fix: str) -> None:
    status, out, err = coach(*arguments)
    assert (status, out) == (2, "")
    assert problem in err
    assert f"\n    fix: {fix}" in err


@pytest.mark.parametrize(
    ("is_terminal", "variables", "expected"),
    [
        (True, {}, True),
        (False, {}, False),
        (False, {"FORCE_COLOR": "1"}, True),
        (False, {"FORCE_COLOR": ""}, False),
        (False, {"FORCE_COLOR": "0"}, False),
        (True, {"FORCE_COLOR": "0"}, True),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        (True, {"TERM": "dumb"}, False),
    ],
)
def test_colour_is_asked_for_and_refused_by_the_usual_variables(
    is_terminal: bool, variables: dict[str, str], expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    stream = StringIO()
    monkeypatch.setattr(stream, "isatty", lambda: is_terminal)
    assert has_colour(stream) is expected


@pytest.mark.parametrize("shell", SHELLS)
def test_completions_know_commands_options_and_lessons(shell: str) -> None:
    status, out, err = coach("completion", shell)
    assert (status, err) == (0, "")
    assert all(name in out for name in ("help-lines", "audience", "strangers", "a-gift-from-foxtail"))


def test_bash_completes() -> None:
    script = coach("completion", "bash")[1]
    ask = 'COMP_WORDS=(coach lesson str); COMP_CWORD=2; _shtab_coach; echo "${COMPREPLY[@]}"'
    done = subprocess.run(["bash", "-c", f"{script}\n{ask}"], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == {"strangers"}


def test_the_manual_page_has_every_command_and_no_line_is_a_command_of_man_by_accident() -> None:
    status, page, _ = coach("man")
    assert status == 0
    for name in PARSERS:
        assert f".SS {name}".replace("-", "\\-") in page or name == "coach"
    starts = {line.split()[0] for line in page.splitlines() if line.startswith((".", "'"))}
    assert starts <= {".TH", ".SH", ".SS", ".PP", ".TP", ".nf", ".fi"}


def test_paragraphs_are_filled_and_columns_stay() -> None:
    parser = Parser(prog="x", description="a b\nc\n\n  kept\n  as it is\n\na    b\nc    d")
    assert "\na b c\n\n  kept\n  as it is\n\na    b\nc    d\n" in parser.format_help()


def test_about_has_versions_dates_and_licences() -> None:
    status, out, err = coach("about")
    assert (status, err) == (0, "")
    assert all(words in out for words in ("coach ", "spacy ", "help lines, last checked", "all-MiniLM-L6-v2", "SCOWL"))
