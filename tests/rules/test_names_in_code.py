"""Every category, rule and word set that code names is shipped: a rename never switches off what looks for the name.

Code that asks for a name nobody has is silent about it: the silencer, the weight or the help line is just gone.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import CodeType
from typing import Any

import pytest

import coach
from coach.models import Catalog, Concern, Setting
from coach.models.category import CATEGORY_IDS, CATEGORY_NAMES, from_friend

PACKAGE = Path(coach.__file__).parent
CONTEXT = PACKAGE / "engine" / "context"
_ID = re.compile(rf"(?:{'|'.join(Concern)})/[a-z0-9-]+(?:/[a-z0-9-]*)?")
_NAMES = frozenset(name for names in CATEGORY_NAMES.values() for name in names)
_MADE = frozenset({"second-reader", "asks-for-silence"})
"""Names that code gives to flags without a rule."""
_SETTINGS = {
    "setting": (Setting.IDIOM,),
    "story": (Setting.STORY,),
    "plain_reason": (Setting.STORY,),
    "among_friends": (Setting.STORY,),
    "quotations": (Setting.QUOTED, Setting.ANSWERED),
    "speech": (Setting.NEGATED, Setting.REPORTED, Setting.OBJECTED),
    "standing_up": (Setting.OBJECTED,),
    "fun": (Setting.PLAY, Setting.JOKE, Setting.PRAISE, Setting.IDIOM),
    "sender": (Setting.FAMILIAR,),
}
"""The settings whose word sets each module of `engine/context` is given, as in `SettingReader`."""
_ASKED = ("words", "_words", "idiom", "sets", "_sets")
"""What word sets are looked up in."""


@cache
def trees() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}


@cache
def namespace(path: Path) -> dict[str, Any]:
    """What a module defines; nothing of one that is run, or needs what is not installed here."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    if parts[-1] == "__main__" or "training" in parts:
        return {}
    return vars(import_module(".".join(part for part in parts if part != "__init__")))


def value(path: Path, node: ast.expr) -> object:
    """The value of an expression that uses only what its module defines; None if it uses more."""
    code: CodeType = compile(ast.Expression(node), str(path), "eval")
    try:
        return eval(code, dict(namespace(path)))  # noqa: S307  # our own code
    except (NameError, AttributeError, TypeError, KeyError, IndexError, ValueError):
        return None


def strings(found: object) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):
        yield from strings([*found, *found.values()])
    elif isinstance(found, tuple | list | frozenset | set):
        for one in found:
            yield from strings(one)


def is_made_of_parts(node: ast.AST) -> bool:
    """Whether it is a text with a concern in it, or makes several of them."""
    if isinstance(node, ast.JoinedStr):
        return True
    if not isinstance(node, ast.GeneratorExp | ast.SetComp | ast.ListComp):
        return False
    return any(isinstance(one, ast.JoinedStr) for one in ast.walk(node.elt))


def ids() -> Iterator[tuple[str, str]]:
    """Every id of a category or a rule in code, and what an id starts with, each with its place."""
    for path, tree in trees().items():
        for node in ast.walk(tree):
            found: Iterable[str] = ()
            if isinstance(node, ast.Constant):
                found = strings(node.value)
            elif isinstance(node, ast.expr) and is_made_of_parts(node):
                made = node if isinstance(node, ast.JoinedStr) else _listed(node)
                found = strings(value(path, made))
            yield from ((one, place(path, node)) for one in found if _ID.fullmatch(one))


def _listed(node: ast.expr) -> ast.expr:
    listed = ast.Call(ast.Name("list", ast.Load()), [node], [])
    return ast.fix_missing_locations(ast.copy_location(listed, node))


def place(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(PACKAGE.parent)}:{getattr(node, 'lineno', 0)}"


def is_known(one: str, rules: frozenset[str]) -> bool:
    category, _, name = one.partition("/")[2].partition("/")
    category = f"{one.partition('/')[0]}/{category}"
    if category not in CATEGORY_IDS:
        return False
    starts = any(rule.startswith(one) for rule in rules) if one.endswith("-") else one in rules
    return not name or name in _MADE or starts


@pytest.fixture(scope="module")
def rules(catalog: Catalog) -> frozenset[str]:
    own = [rule.id for rule in catalog.rules]
    return frozenset([*own, *filter(None, map(from_friend, own))])


def test_every_id_in_code_is_shipped(rules: frozenset[str]) -> None:
    found = list(ids())
    assert len(found) > 150
    assert [(one, where) for one, where in found if not is_known(one, rules)] == []


def test_every_ending_of_an_id_in_code_is_shipped(rules: frozenset[str]) -> None:
    ends = [
        (one, place(path, node))
        for path, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "endswith"
        for one in strings([arg.value for arg in node.args if isinstance(arg, ast.Constant)])
        if re.fullmatch(r"/[a-z0-9-]+", one)
    ]
    assert ends
    known = [*CATEGORY_IDS, *rules, *(f"/{name}" for name in (*_MADE, *details()))]
    assert [one for one in ends if not any(name.endswith(one[0]) for name in known)] == []


def details() -> frozenset[str]:
    """Every text in the modules that find details, which name what they find there."""
    found = (tree for path, tree in trees().items() if path.parent == PACKAGE / "engine" / "details")
    nodes = (node for tree in found for node in ast.walk(tree))
    return frozenset(node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))


def test_every_bare_name_of_a_category_in_counsel_is_shipped() -> None:
    """`draft.names & _PLACES`, `"photo" in draft.names`, `draft.holds("contact")`."""
    found = [
        (one, place(path, node))
        for path, tree in trees().items()
        if path.parent == PACKAGE / "counsel"
        for node in ast.walk(tree)
        for asked in beside_names(node)
        for one in strings(value(path, asked))
    ]
    assert len(found) > 30
    assert [one for one in found if one[0] not in _NAMES] == []


def beside_names(node: ast.AST) -> list[ast.expr]:
    """What is compared with the names of a draft's categories."""
    if isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
    elif isinstance(node, ast.BinOp):
        sides = [node.left, node.right]
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if node.func.attr == "holds":
            return node.args
        sides = [node.func.value, *node.args]
    else:
        return []
    named = [one for one in sides if isinstance(one, ast.Attribute) and one.attr in {"names", "details"}]
    return [one for one in sides if one not in named] if named else []


def test_every_id_in_the_table_of_silencers_is_shipped(catalog: Catalog, rules: frozenset[str]) -> None:
    named = {one for silencer in catalog.policy.values() for one in (*silencer.touches, *silencer.never)}
    assert [one for one in sorted(named) if "/" in one and not is_known(one, rules)] == []


def test_every_word_set_that_the_engine_asks_for_is_shipped(catalog: Catalog) -> None:
    found = [
        (name, place(path, node))
        for path, tree in trees().items()
        if PACKAGE / "engine" in path.parents and path.parent != CONTEXT
        for node, name in sets_asked(path, tree)
    ]
    assert len(found) > 60
    assert [one for one in found if one[0] not in catalog.words] == []


def test_every_word_set_that_a_setting_asks_for_is_among_its_words(catalog: Catalog) -> None:
    """`SettingWords` gives no words for a name that the table does not list for this setting."""
    for path, tree in trees().items():
        if path.parent != CONTEXT or path.stem in {"aim", "word_sets"}:
            continue
        found = {name: place(path, node) for node, name in sets_asked(path, tree)}
        found |= {one: place(path, node) for node, one in hyphenated(tree) if one not in _NAMES}
        listed = {name for one in _SETTINGS.get(path.stem, ()) for name in catalog.policy[one].words}
        assert [one for one in found.items() if one[0] not in listed] == []


def sets_asked(path: Path, tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """The names in `words["x"]`, `words.has("x", ...)`, `sets.get("x")`, `self._words("x")`, and those of a list of them.

    A module's own `_words` reads a list beside the code, and is an error where that has none of the name.
    """
    if callable(namespace(path).get("_words")):
        return
    for node in ast.walk(tree):
        asked: list[ast.expr] = []
        if isinstance(node, ast.Subscript) and name_of(node.value) in _ASKED:
            asked = [node.slice]
        elif isinstance(node, ast.Call) and name_of(node.func) in _ASKED:
            asked = node.args[:1]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            is_asked = name_of(node.func.value) in _ASKED and node.func.attr in {"has", "get"}
            asked = node.args[:1] if is_asked else []
        yield from ((node, name) for one in asked for name in strings(value(path, one)))
        if isinstance(node, ast.GeneratorExp) and asks_for_each(node.elt):
            yield from ((node, name) for one in node.generators for name in strings(value(path, one.iter)))


def asks_for_each(node: ast.expr) -> bool:
    """Whether word sets are looked up in an expression that is made for each of several names."""
    looked_in = [one.value for one in ast.walk(node) if isinstance(one, ast.Subscript | ast.Attribute)]
    return any(name_of(one) in _ASKED for one in looked_in)


def name_of(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def hyphenated(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """Names given to a look-up elsewhere: `"hiding-games"`; not the ends of ids, which are made of a list of them."""
    ends = {id(one) for node in ast.walk(tree) if is_made_of_parts(node) for one in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in ends:
            continue
        named = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
        if re.fullmatch(r"[a-z]+(-[a-z]+)+", named):
            yield node, named
