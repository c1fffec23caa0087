"""The catalogs that are shipped: up to date, whole, and compiled."""

from __future__ import annotations

import ast
import re
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from coach.locale import FOLDER

ROOT = FOLDER.parents[1]
TEMPLATE = FOLDER / "coach.pot"
CATALOGS = sorted(FOLDER.glob("*/LC_MESSAGES/coach.po"))
PLACEHOLDER = re.compile(r"{[^{}]*}")
AFRESH = "make it afresh as coach/locale/README.md says"


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def messages_of(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


def ends(words: str) -> tuple[bool, bool]:
    """Whether words begin and end with a space."""
    return words[:1].isspace(), words[-1:].isspace()


def forms(words: str | tuple[str, ...]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def test_the_template_has_every_message_in_the_code_and_no_other() -> None:
    with (FOLDER / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    found = extract_from_dir(ROOT, methods, options, keywords={"_": None, "N_": None, "ngettext": (1, 2)})
    marked = {words if isinstance(words, str) else tuple(words) for _file, _line, words, _comments, _context in found}
    kept = {message.id for message in messages_of(read(TEMPLATE))}
    assert len(marked) > 700
    assert marked == kept, AFRESH


def binds_it(function: ast.AST) -> bool:
    """Whether a function calls its own what looks messages up."""
    return any(
        (isinstance(node, ast.Name) and node.id == "_" and isinstance(node.ctx, ast.Store))
        or (isinstance(node, ast.arg) and node.arg == "_")
        for node in ast.walk(function)
    )


def looks_up(function: ast.AST) -> bool:
    return any(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_"
        for node in ast.walk(function)
    )


def test_nothing_hides_what_looks_messages_up() -> None:
    found = []
    for path in sorted((ROOT / "coach").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        nodes = ast.walk(ast.parse(text)) if "from coach.locale import" in text else ()
        functions = (node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda))
        found += [f"{path.name}:{one.lineno}" for one in functions if looks_up(one) and binds_it(one)]
    assert found == []


def test_there_is_one_to_look_at() -> None:
    assert "de" in [path.parts[-3] for path in CATALOGS]


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.parts[-3])
def test_a_catalog_is_whole_and_keeps_what_is_filled_in(path: Path) -> None:
    catalog = read(path)
    assert {message.id for message in messages_of(catalog)} == {one.id for one in messages_of(read(TEMPLATE))}, AFRESH
    for message in messages_of(catalog):
        assert not message.fuzzy, message.id
        for words in forms(message.string):
            assert words, f"not translated: {message.id}"
            english = forms(message.id)
            assert set(PLACEHOLDER.findall(words)) in [set(PLACEHOLDER.findall(one)) for one in english], message.id
            assert ends(words) in map(ends, english), f"spaces at the ends of {words!r}"


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.parts[-3])
def test_what_is_shipped_is_what_is_compiled(path: Path) -> None:
    compiled = BytesIO()
    write_mo(compiled, read(path))
    compiled.seek(0)
    with path.with_suffix(".mo").open("rb") as file:
        shipped = vars(GNUTranslations(file))["_catalog"]
    known = vars(GNUTranslations(compiled))["_catalog"]
    assert {words: shipped[words] for words in shipped if words} == {words: known[words] for words in known if words}, (
        AFRESH
    )
