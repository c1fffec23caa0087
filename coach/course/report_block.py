"""Reads a `report` block: where to report and block in the app of their choice."""

from __future__ import annotations

from collections.abc import Sequence

from coach.apps import all_apps, apps_in
from coach.course.blocks import Block
from coach.course.folders import is_inside
from coach.errors import AuthorError
from coach.models import AppHelp, Reporting

_KEYS = {"apps": False, "about": False}
_ABOUT = ("messages", "pictures")
OWN_FILE = "apps.toml"
"""The file of an author's own apps, next to the lessons."""
MAX_APPS = 12


def read_report(block: Block) -> Reporting | None:
    """Read a `report` block; None if none of its apps is known."""
    found = block.source.key_values(block.line + 1, block.lines, _KEYS)
    about = found.get("about") or _ABOUT[0]
    if about not in _ABOUT:
        block.fault_at("about", f"unknown matter `{about}`", f"use one of: {', '.join(_ABOUT)}")
    apps = _chosen(block, [name.strip() for name in found.get("apps", "").split(",") if name.strip()])
    if len(apps) > MAX_APPS:
        block.fault_at("apps", f"{len(apps)} apps in one step: at most {MAX_APPS} allowed", "name those that matter")
    return Reporting(apps=apps[:MAX_APPS], has_pictures=about == _ABOUT[1], line=block.line) if apps else None


def _chosen(block: Block, names: Sequence[str]) -> tuple[AppHelp, ...]:
    """Return the apps of these names; with none, all of them."""
    known = {app.name.casefold(): app for app in (*all_apps(), *_own(block))}
    for name in (name for name in names if name.casefold() not in known):
        fix = f"add it to {OWN_FILE}, or use one of: {', '.join(app.name for app in known.values())}"
        block.fault_at("apps", f"unknown app `{name}`", fix)
    if not names:
        return tuple(known.values())
    return tuple(known[name.casefold()] for name in names if name.casefold() in known)


def _own(block: Block) -> tuple[AppHelp, ...]:
    """Read the author's own apps, if there are any; faults in their file are added to those of the lesson."""
    folder = block.source.path.parent
    path = folder / OWN_FILE
    if not (path.is_file() and is_inside(path, folder)):
        return ()
    try:
        return apps_in(path)
    except AuthorError as error:
        block.source.faults.extend(error.faults)
        return ()
