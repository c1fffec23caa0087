"""What the app uses of Textual that Textual keeps for itself: each name is listed here, and exists in what is installed.

Textual may change these in any minor version. The upper bound in pyproject.toml is the newest minor that was tried;
whoever raises it runs this first. A name of ours that Textual happens to use too is found as well.
"""

from __future__ import annotations

import ast
import inspect
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import requires
from pathlib import Path

import pytest
import textual
from packaging.requirements import Requirement
from textual.dom import DOMNode
from textual.events import MouseEvent
from textual.message_pump import MessagePump
from textual.screen import Screen

from coach import tui

PACKAGE = Path(tui.__file__).parent
OWN = {
    "commands.RoomyPalette": {"_action_command_list"},
    "discreet.DiscreetApp": {"_exception", "_exit_renderables", "_fatal_error"},
    "forgiving.ForgivingApp": {"_closing", "_dispatch_action", "_exit", "_handle_exception", "_screen_stacks"},
    "screens.agreement.PromisesEditor": {"_render_line"},
    "screens.too_small.RoomyScreen": {"_on_compose", "_on_resize", "_on_screen_resume", "_screen_resized"},
    "web_driver.CoachWebDriver": {"_app", "_enable_bracketed_paste", "_enable_mouse_support"},
    "widgets.bounded.BoundedSelect": {"_options", "_type_to_search"},
    "widgets.country_select.CountryOverlay": {"_find_search_match", "_search_query", "_search_reset_delay"},
    "widgets.draft_editor.DraftEditor": {"_render_line"},
    "widgets.lines.KeyLine": {"_bindings_ready"},
}
"""The private names of Textual's classes that classes of the app override or use of themselves."""
OTHERS: dict[str, type] = {
    "_bindings": DOMNode,
    "_get_breakpoint_classes": Screen,
    "_is_mounted": MessagePump,
    "_pruning": DOMNode,
    "_screen_x": MouseEvent,
    "_screen_y": MouseEvent,
    "_x": MouseEvent,
    "_y": MouseEvent,
}
"""The private names of other objects, and the class that has each."""
MODULES = {
    "textual._styles_cache",
    "textual._types",
    "textual.document._document",
    "textual.document._edit",
    "textual.widgets._footer",
    "textual.widgets._select",
}
"""Private modules; that they have what is imported from them, importing the app proves."""


def classes() -> Iterator[type]:
    for module in pkgutil.walk_packages(tui.__path__, f"{tui.__name__}."):
        if not module.name.endswith("__main__"):
            found = vars(import_module(module.name)).values()
            yield from (one for one in found if isinstance(one, type) and one.__module__ == module.name)


@cache
def private_names(of: type) -> frozenset[str]:
    """The private names that a class defines, or sets or uses of itself; not what a metaclass gives each class."""
    written = inspect.getsource(of)
    defined = (name for name in vars(of) if re.match(r"_[a-z]", name) and re.search(rf"\b{name}\b", written))
    return frozenset([*defined, *re.findall(r"\b(?:self|super\(\))\.(_[a-z]\w*)", written)])


def shared() -> Iterator[tuple[str, set[str]]]:
    """The names that classes of the app share with those of Textual below them."""
    for one in classes():
        theirs = [base for base in one.__mro__ if base.__module__.startswith("textual.")]
        ours = [base for base in one.__mro__ if base.__module__.startswith(f"{tui.__name__}.")]
        known = frozenset[str]().union(*map(private_names, theirs))
        for base in ours:
            if both := set(private_names(base) & known):
                yield f"{base.__module__.removeprefix(f'{tui.__name__}.')}.{base.__name__}", both


def trees() -> Iterator[ast.Module]:
    return (ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py"))


def test_classes_share_only_these_names_with_textual() -> None:
    found: dict[str, set[str]] = {}
    for name, both in shared():
        found.setdefault(name, set()).update(both)
    assert found == OWN


def test_only_these_private_names_of_other_objects_are_used() -> None:
    own = {name for one in classes() for name in private_names(one)} - set(OTHERS)
    found = {
        node.attr
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and re.match(r"_[a-z]", node.attr) and node.attr not in own
        if not (isinstance(node.value, ast.Name) and node.value.id in {"self", "os"})
    }
    assert found == set(OTHERS)


@pytest.mark.parametrize("name", OTHERS)
def test_each_of_them_exists(name: str) -> None:
    assert name in private_names(OTHERS[name]) or hasattr(OTHERS[name], name)


def test_only_these_private_modules_are_imported() -> None:
    found = {
        node.module
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and re.match(r"textual.*\._", node.module)
    }
    assert found == MODULES


def test_the_installed_version_is_within_the_bounds() -> None:
    needed = next(one for one in map(Requirement, requires("coach-together") or ()) if one.name == "textual")
    assert needed.specifier.contains(textual.__version__)
