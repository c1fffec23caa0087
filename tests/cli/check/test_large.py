"""`coach check` for many messages: worker processes, exports, interruption."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import threading
import time
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import IO

import pytest

from coach.cli.check.inputs.exports import find_exports
from coach.family.family_file import FOLDER_VARIABLE
from tests.cli.check.test_command import answers, jsonl
from tests.cli.running import COACH, coach

FAST = ("check", "--rules-only", "--no-family")
LINES = ("--input", "jsonl", "--format", "jsonl")
MESSAGES = [{"id": str(at), "text": f"ur so ugly {at}" if at % 3 else "hi"} for at in range(900)]


def start(*arguments: str | Path, stdout: int | IO[bytes] = subprocess.PIPE) -> subprocess.Popen[bytes]:
    here = {name: os.environ[name] for name in ("HOME", FOLDER_VARIABLE)}
    env = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **here}
    pipe = subprocess.PIPE
    command = [COACH, *arguments]
    # Who runs tests in the background of a shell ignores Ctrl+C, and so would all that they start.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return subprocess.Popen(command, stdin=pipe, stdout=stdout, stderr=pipe, env=env, start_new_session=True)
    finally:
        signal.signal(signal.SIGINT, before)


def children(pid: int) -> list[int]:
    """The worker processes of a check, the oldest first; Python's own tracker of resources is none, nor its fork."""
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [int(one) for one in found if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]


@pytest.fixture(scope="module")
def alone() -> tuple[int, str, str]:
    """What one process answers; bad lines are among them."""
    return coach(*FAST, *LINES, stdin=jsonl(*MESSAGES[:450], b"{nope", *MESSAGES[450:]))


def test_two_jobs_answer_as_one_does_bad_lines_included(alone: tuple[int, str, str]) -> None:
    given = jsonl(*MESSAGES[:450], b"{nope", *MESSAGES[450:])
    assert coach(*FAST, *LINES, "--jobs", "2", stdin=given) == alone
    assert alone[0] == 2
    assert "line 451: not a JSON line" in alone[2]
    assert [answer["id"] for answer in answers(alone[1])] == [message["id"] for message in MESSAGES]


PATIENCE = 300
"""Seconds to wait for an end that must come, on a machine that does much else."""
needs_proc = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="workers are found in /proc")


@needs_proc
def test_a_killed_worker_loses_nothing(alone: tuple[int, str, str]) -> None:
    with start(*FAST, *LINES, "--jobs", "2") as process:
        assert process.stdin
        process.stdin.write(jsonl(*MESSAGES[:450], b"{nope"))
        process.stdin.flush()
        while len(workers := children(process.pid)) < 1:
            time.sleep(0.05)
        os.kill(workers[0], signal.SIGKILL)
        out, err = process.communicate(jsonl(*MESSAGES[450:]), timeout=PATIENCE)
    assert (process.returncode, out.decode(), err.decode()) == alone


@needs_proc
@pytest.mark.parametrize("before", [None, "[]"], ids=["a new file", "a file to replace"])
def test_an_interrupted_check_leaves_what_was_done_in_its_file(tmp_path: Path, before: str | None) -> None:
    out = tmp_path / "answers.json"
    if before is not None:
        out.write_text(before)
    wanted = (*FAST, "--input", "jsonl", "--format", "json", "--force", "--out", out)
    with start(*wanted) as process:
        writing = threading.Thread(target=keep_writing, args=[process], daemon=True)
        writing.start()
        while not any(path.stat().st_size > 9 for path in tmp_path.glob("*answers*")) and process.poll() is None:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=PATIENCE) == 130
        writing.join(timeout=PATIENCE)
    assert [path.name for path in tmp_path.glob("*answers*")] == ["answers.json"]
    done = json.loads(out.read_bytes())
    assert done
    assert [answer["id"] for answer in done] == [str(at) for at in range(len(done))]


@needs_proc
def test_an_interrupted_check_has_written_what_was_done_and_leaves_with_130(tmp_path: Path) -> None:
    answers_file = tmp_path / "answers.json"
    with (
        answers_file.open("wb") as out,
        start(*FAST, "--input", "jsonl", "--format", "json", "--jobs", "2", stdout=out) as process,
    ):
        writing = threading.Thread(target=keep_writing, args=[process], daemon=True)
        writing.start()
        while not answers_file.stat().st_size and process.poll() is None:
            time.sleep(0.05)
        workers = children(process.pid)
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(timeout=PATIENCE) == 130
        writing.join(timeout=PATIENCE)
        assert process.stderr
        assert b"Traceback" not in process.stderr.read()
    done = json.loads(answers_file.read_bytes())
    assert done
    assert [answer["id"] for answer in done] == [str(at) for at in range(len(done))]
    assert len(workers) == 2
    assert not any(Path(f"/proc/{pid}").exists() for pid in workers)


def keep_writing(process: subprocess.Popen[bytes]) -> None:
    """Give a check messages for as long as it takes any."""
    assert process.stdin
    with suppress(BrokenPipeError):
        for at in count():
            os.write(process.stdin.fileno(), jsonl({"id": str(at), "text": "ur so ugly"}))


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    folder = tmp_path / "exports"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.jsonl").write_bytes(jsonl({"id": "1", "text": "ur so ugly"}, {"id": "2", "text": "hi"}))
    with (folder / "deep" / "b.csv").open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerows([["id", "who", "text"], ["x", "ada", "hi\nur so ugly"], ["y", "ben", 'you, "ok"']])
    (folder / "notes.md").write_text("ur so ugly")
    return folder


def test_a_folder_of_exports_is_checked_where_it_lies(exports: Path) -> None:
    status, out, err = coach(*FAST, "--format", "jsonl", "--file", exports)
    assert (status, out) == (1, "")
    assert err.count("2 messages, 1 flagged") == 2
    first = answers((exports / "a.jsonl.coach.jsonl").read_text())
    second = answers((exports / "deep" / "b.csv.coach.jsonl").read_text())
    assert [(answer["id"], len(answer["flags"])) for answer in first + second] == [
        ("1", 1), ("2", 0), ("x", 1), ("y", 0),
    ]  # fmt: skip
    assert second[0]["flags"][0]["start"] == 3
    assert len(find_exports([exports], None, print)) == 2  # results are no exports


def test_results_go_below_another_folder_where_one_is_named(exports: Path, tmp_path: Path) -> None:
    out = tmp_path / "results"
    assert coach(*FAST, "--format", "html", "--file", exports, "--out", out)[0] == 1
    found = sorted(str(path.relative_to(out)) for path in out.rglob("*") if path.is_file())
    assert found == ["a.jsonl.coach.html", "deep/b.csv.coach.html"]
    assert len(list(exports.rglob("*"))) == 4


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--file", "{folder}/empty"), "contains no exports"),
        (("--file", "{folder}/a.jsonl", "{folder}/a.jsonl"), "is listed twice"),
        (("--file", "{folder}/a.jsonl", "--out", "{folder}/a.jsonl"), "is also an input file"),
        (("--file", "{folder}/a.jsonl", "--out", "{folder}/notes.md/x"), "choose a place where you may write"),
        (("--input", "parquet"), "name one with --file"),
        (("--jobs", "0", "hi"), "invalid value '0': choose 1 to 256"),
    ],
)
def test_a_wrong_call_leaves_with_two_and_a_fix(arguments: tuple[str, ...], told: str, exports: Path) -> None:
    (exports / "empty").mkdir()
    status, out, err = coach("check", *(each.format(folder=exports) for each in arguments))
    assert (status, out) == (2, "")
    assert told in err
    assert "Traceback" not in err
