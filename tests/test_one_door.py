"""Coach writes through `coach/writing.py` alone: no other module opens, makes, copies or renames a file."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "coach"
DOOR = PACKAGE / "writing.py"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != DOOR)

MODE = re.compile(r"[rwaxbtU+]+(?:[:|]\w*)?")
"""What looks like a mode of `open`."""
READ_ONLY = {"O_RDONLY", "AS_IT_IS", "O_NOFOLLOW", "O_NONBLOCK", "O_BINARY", "O_CLOEXEC", "O_DIRECTORY"}
HARMLESS = {"shutil": {"get_terminal_size", "which"}, "tempfile": {"gettempdir"}}
"""Of modules that write, what does not."""
OPENS_OTHER_THINGS = {"Image", "webbrowser"}
MAKES_OR_MOVES = {
    *("write_text", "write_bytes", "touch", "mkdir", "makedirs", "mknod", "mkfifo", "rename", "renames", "truncate"),
    *("symlink", "symlink_to", "link", "hardlink_to", "link_to", "tofile", "to_csv", "to_parquet", "to_pickle"),
    *("write_table", "ParquetWriter", "FileHandler", "FileLock", "extractall", "creat", "sendfile", "copy_file_range"),
}
SAVES = {"save", "savez", "savez_compressed", "savetxt", "dump_to_file", "output"}
"""What writes to the file, or into the memory, that is its first argument."""


def ways_to_write(code: str) -> Iterator[str]:
    """Each way to write a file that stands in `code`, with its line."""
    tree = ast.parse(code)
    memory = set(_in_memory(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and _is_import_of_a_writer(node):
            yield f"{node.lineno}: from {node.module} import ..."
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and _is_harmful(node):
            yield f"{node.lineno}: {ast.unparse(node)}"
        if isinstance(node, ast.Call) and _writes(node, memory):
            yield f"{node.lineno}: {ast.unparse(node)}"


def _is_import_of_a_writer(node: ast.ImportFrom) -> bool:
    if node.module in HARMLESS:
        return not {alias.name for alias in node.names} <= HARMLESS[node.module]
    return node.module in {"os", "io", "filelock"} and any(
        alias.name in {"open", "fdopen", "FileLock", *MAKES_OR_MOVES} for alias in node.names
    )


def _is_harmful(node: ast.Attribute) -> bool:
    owner = node.value.id if isinstance(node.value, ast.Name) else ""
    return owner in HARMLESS and node.attr not in HARMLESS[owner]


def _in_memory(tree: ast.AST) -> Iterator[str]:
    """The names that are given to a `BytesIO` or `StringIO`."""
    for node in ast.walk(tree):
        value = node.value if isinstance(node, (ast.Assign, ast.NamedExpr)) else None
        if isinstance(value, ast.Call) and ast.unparse(value.func).rpartition(".")[2] in {"BytesIO", "StringIO"}:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]  # type: ignore[attr-defined]
            yield from (target.id for target in targets if isinstance(target, ast.Name))


def _writes(call: ast.Call, memory: set[str]) -> bool:
    name, owner = _name(call.func)
    if name in {"open", "fdopen"}:
        return _opens_to_write(call, owner, name)
    if name == "replace":
        return owner == "os" or (len(call.args) == 1 and not call.keywords)  # of a path; of a text, it takes two
    if name in SAVES:
        return bool(call.args) and not _is_memory(call.args[0], memory)
    return name in MAKES_OR_MOVES


def _is_memory(given: ast.expr, memory: set[str]) -> bool:
    name = given.target if isinstance(given, ast.NamedExpr) else given
    return isinstance(name, ast.Name) and name.id in memory


def _opens_to_write(call: ast.Call, owner: str, name: str) -> bool:
    if owner in OPENS_OTHER_THINGS or (owner and call.args and isinstance(call.args[0], ast.Call)):
        return False  # a mode is a word or a name; whatever else is opened, such as a socket, is not a file
    if owner == "os" and name == "open":
        return not {part.id if isinstance(part, ast.Name) else part.attr for part in _flags(call)} <= READ_ONLY
    modes = [word.value for word in call.keywords if word.arg == "mode"] or call.args[
        0 if owner and owner != "io" else 1 :
    ][:1]
    if name == "fdopen":
        modes = call.args[1:2]
    return any(not _only_reads(mode) for mode in modes)


def _flags(call: ast.Call) -> Iterator[ast.Name | ast.Attribute]:
    for node in (node for given in call.args[1:2] for node in ast.walk(given)):
        if isinstance(node, ast.Attribute) or (isinstance(node, ast.Name) and node.id != "os"):
            yield node


def _only_reads(mode: ast.expr) -> bool:
    if not isinstance(mode, ast.Constant) or not isinstance(mode.value, str):
        return False
    return bool(MODE.fullmatch(mode.value)) and not set(mode.value) & set("wax+")


def _name(function: ast.expr) -> tuple[str, str]:
    """What is called, and what it is called of."""
    if isinstance(function, ast.Attribute):
        return function.attr, ast.unparse(function.value)
    return (function.id, "") if isinstance(function, ast.Name) else ("", "")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_nothing_but_the_door_opens_a_file_to_write(path: Path) -> None:
    assert list(ways_to_write(path.read_text(encoding="utf-8"))) == []


def test_the_door_itself_would_be_found() -> None:
    assert len(list(ways_to_write(DOOR.read_text(encoding="utf-8")))) >= 6


@pytest.mark.parametrize(
    "line",
    [
        'open(path, "w")', 'open(path, mode="ab")', 'open(path, "r+")', "open(path, mode)", 'io.open(path, "x")',
        'path.open("w")', 'path.open("xb")', 'path.open(mode="a")', "path.open(mode)", 'gzip.open(path, "wt")',
        'path.write_text("a")', 'path.write_bytes(b"a")', "path.touch()", "path.mkdir(parents=True)",
        "os.open(path, os.O_WRONLY | os.O_CREAT)", "os.open(path, os.O_RDWR)", "os.open(path, flags)",
        'os.fdopen(handle, "wb")', "os.replace(new, path)", "new.replace(path)", "os.rename(new, path)",
        "new.rename(path)", "os.makedirs(path)", "path.symlink_to(other)", "shutil.copyfile(one, other)",
        "shutil.move(one, other)", "from shutil import copy", "from tempfile import NamedTemporaryFile",
        "tempfile.mkstemp()", "tempfile.TemporaryDirectory()", 'image.save(path, "PNG")', "np.savez(path, a=a)",
        "frame.to_csv(path)", "FileLock(path)", "from filelock import FileLock", "from os import open",
        "page.output(path)", "logging.FileHandler(path)", "os.open(os.devnull, os.O_WRONLY)",
    ],
)  # fmt: skip
def test_a_line_that_writes_is_found_wherever_it_is_planted(line: str) -> None:
    module = MODULES[len(line) % len(MODULES)].read_text(encoding="utf-8")
    assert len(list(ways_to_write(f"{module}\n\ndef planted():\n    {line}\n"))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "open(path)", 'open(path, "rb")', 'path.open("rb")', "path.open(encoding='utf-8')", "Image.open(path)", "gate.open(server_of(app), host, port)",
        "os.open(path, os.O_RDONLY | AS_IT_IS)", 'os.fdopen(handle, "rb")', 'text.replace("a", "b")',
        'shutil.which("git")', "image.save(drawn := BytesIO(), 'PNG')", "webbrowser.open(link)", "page.output()",
    ],
)  # fmt: skip
def test_a_line_that_reads_is_not(line: str) -> None:
    assert list(ways_to_write(line)) == []
