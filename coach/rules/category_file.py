"""Reads one category file into a Category and records every fault with its line."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from coach.models import Advice, Category, Concern, Role
from coach.models.advice import MAX_STEPS, overlapping
from coach.models.category import roles_of
from coach.rules.toml_source import TomlSource

WITHOUT_REWRITES = frozenset({Concern.CARE, Concern.GOING_ALONG})
"""Concerns whose drafts are never rewritten: the child needs a person, not better words."""


def read_category(source: TomlSource, name: str) -> Category | None:
    """Read a category; None if the file is invalid.

    Args:
        source: its file.
        name: its id, such as `unkind/looks`.
    """
    roles = roles_of(name)
    _check_roles(source, name, roles)
    check_rewrites(source, name, "rewrite")
    try:
        category = Category.model_validate({**source.values, "id": name})
    except ValidationError as error:
        source.add_validation(error, Category)
        return None
    for role, advice in _given(category, roles):
        _check_steps(source, role, advice)
        _check_comfort(source, role, advice)
        for at in overlapping(advice.special):
            problem = "this special advice overlaps an earlier one: each rule, audience and age needs one of its own"
            source.fault(
                source.line_of_path((role, "special", at)), problem, "change `rules`, `audience` or `age` of one"
            )
    return None if source.faults else category


def _check_roles(source: TomlSource, name: str, roles: tuple[Role, ...]) -> None:
    """Record roles without advice, and advice for roles in which the category never occurs."""
    allowed = ", ".join(f"[{role}]" for role in roles)
    for role in Role:
        if role in roles and role not in source.values:
            problem = f"`[{role}]` is missing: {name} needs {allowed}"
            source.fault(0, problem, f"add `[{role}]` with `why`, `note` and `steps`")
        if role in source.values and role not in roles:
            problem = f"`[{role}]` is never used: {name} needs {allowed}"
            source.fault(source.line_of_key(role), problem, "remove this table")


def check_rewrites(source: TomlSource, name: str, key: str) -> None:
    """Record a table of rewrites where none are allowed; `name` is the id of a category or a rule."""
    concern = Concern(name.partition("/")[0])
    if key in source.values and concern in WITHOUT_REWRITES:
        problem = f"`[[{key}]]` in {concern}: such drafts are never rewritten"
        source.fault(source.line_of_path((key, 0)), problem, "remove this table, and say in the steps whom to tell")


def _given(category: Category, roles: tuple[Role, ...]) -> Iterator[tuple[Role, Advice]]:
    for role in roles:
        advice = getattr(category, role)
        if advice is not None:
            yield role, advice


def _check_comfort(source: TomlSource, role: Role, advice: Advice) -> None:
    """Record comfort for a child whom the message is not about."""
    if advice.comfort and role is not Role.TARGET:
        problem = f"`comfort` for the {role}: only the target is comforted"
        source.fault(source.line_of_path((role, "comfort")), problem, "remove it, or say it in `why`")


def _check_steps(source: TomlSource, role: Role, advice: Advice) -> None:
    """Record too few steps, in the general advice or a special one; too many are a fault of the model."""
    tables = [((role,), advice.steps), *(((role, "special", at), one.steps) for at, one in enumerate(advice.special))]
    for path, steps in tables:
        if steps is not None and len(steps) < role.min_steps:
            problem = f"{len(steps)} steps for the {role}: {role.min_steps} to {MAX_STEPS} needed"
            source.fault(source.line_of_path((*path, "steps")), problem, "add `steps`: what to do next, in order")
