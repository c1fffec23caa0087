"""Creates new rules: a small valid one for its author to edit."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

from coach.errors import InputError, unknown
from coach.models import Concern
from coach.models.category import CATEGORY_NAMES
from coach.rules.places import CATEGORY_FILE, rules_path
from coach.writing import SHARED, make_folder, write_new

MAX_NAME = 100
"""The longest name of a new rule, which with `.toml` is a file name everywhere."""
_TEMPLATES = Path(__file__).with_name("new-rule.toml")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WRITE = "write it as <concern>/<category>/<name>, such as unkind/looks/socks"


def new_rule(rule: str, folder: Path, summary: str = "") -> Path:
    """Write a small valid rule into a folder of rules, and return its path.

    Args:
        rule: its id, `<concern>/<category>/<name>`.
        folder: the folder of rules.
        summary: what it will find; a reminder to say so if empty.

    Raises:
        InputError: the id is invalid, its category is unknown, or there is such a rule already.
    """
    concern, category, name = _parts(rule)
    _require_category(concern, category, folder)
    path = folder / concern / category / f"{name}.toml"
    if path.exists() or (rules_path() / concern / category / f"{name}.toml").exists():
        raise InputError(f"there is a rule {rule} already\n    fix: choose another name")
    template = tomllib.loads(_TEMPLATES.read_text(encoding="utf-8"))[concern]
    text = _text(template, summary or f"Say in one line what this finds: {name.replace('-', ' ')}")
    make_folder(path.parent)
    write_new(path, text.replace("NAME", name.replace("-", " ")).replace("CATEGORY", category).encode(), SHARED)
    return path


def _parts(rule: str) -> tuple[str, str, str]:
    parts = rule.removesuffix(".toml").split("/")
    if len(parts) != 3:
        raise InputError(f"invalid rule {rule!r}\n    fix: {_WRITE}")
    if not _NAME.fullmatch(parts[2]):
        raise InputError(f"invalid rule name {parts[2]!r}\n    fix: use lower-case letters, digits and hyphens")
    if len(parts[2]) > MAX_NAME:
        raise InputError(f"a rule name of {len(parts[2])} characters: at most {MAX_NAME} allowed\n    fix: shorten it")
    return parts[0], parts[1], parts[2]


def _require_category(concern: str, category: str, folder: Path) -> None:
    """Accept Coach's categories, and those that the folder has a text for.

    Raises:
        InputError: there is no such concern or category.
    """
    if concern not in set(Concern):
        raise unknown("concern", concern, Concern, f"use one of: {', '.join(Concern)}")
    known = CATEGORY_NAMES[Concern(concern)]
    if category not in known and not (folder / concern / category / CATEGORY_FILE).exists():
        raise unknown("category", category, known, f"use one of: {', '.join(known)}")


def _text(template: dict[str, list[str]], summary: str) -> str:
    lines = [f"summary = {_quoted(summary)}", *_list("patterns", template["patterns"])]
    return "\n".join(
        [*lines, "", "[examples]", *_list("flags", template["flags"]), *_list("silent", template["silent"]), ""]
    )


def _list(key: str, texts: Iterable[str]) -> list[str]:
    return [f"{key} = [", *(f"  {_quoted(text)}," for text in texts), "]"]


def _quoted(text: str) -> str:
    """Quote a text for TOML, whose basic strings are those of JSON."""
    return json.dumps(text, ensure_ascii=False)
