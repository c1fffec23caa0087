"""Makes the JSON Schema of a model, with the docstrings of its fields as descriptions.

Draft 7, which editors know best. `default` is left out: it would be shown as if it had to be written.
"""

from __future__ import annotations

import ast
import inspect
import json
import textwrap
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, get_args

from pydantic import BaseModel

from coach.schemas.registry import MODELS, NOT_IN_FILES

_DRAFT = "http://json-schema.org/draft-07/schema#"


def schema_text(name: str) -> str:
    """Return the schema of a kind of file as JSON text."""
    return json.dumps(make_schema(name), ensure_ascii=False, indent=2) + "\n"


def make_schema(name: str) -> dict[str, Any]:
    """Return the schema of a kind of file, by its name in the registry."""
    model = MODELS[name]
    made = model.model_json_schema(by_alias=True)
    for found in _models_in(model):
        _describe(made if found is model else made["$defs"][found.__name__], found)
    for key in NOT_IN_FILES.get(name, ()):
        del made["properties"][key]
        made["required"].remove(key)
    _tidy(made)
    return {"$schema": _DRAFT, "$id": f"urn:coach:{name}:1", **made, "title": f"Coach: {name}"}


def _models_in(annotation: object, seen: set[object] | None = None) -> Iterator[type[BaseModel]]:
    """Yield the models that an annotation is made of, each once."""
    seen = set() if seen is None else seen
    if annotation in seen:
        return
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        seen.add(annotation)
        yield annotation
        for field in annotation.model_fields.values():
            yield from _models_in(field.annotation, seen)
    for inner in get_args(annotation):
        yield from _models_in(inner, seen)


def _describe(schema: dict[str, Any], model: type[BaseModel]) -> None:
    """Add the docstrings of a model's fields to its properties."""
    texts = _docstrings(model)
    for name, field in model.model_fields.items():
        if text := texts.get(name):
            schema["properties"][field.alias or name]["description"] = text


def _docstrings(model: type[BaseModel]) -> dict[str, str]:
    """Return the text right below each field of a class."""
    (body,) = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    found: dict[str, str] = {}
    lines = body.body if isinstance(body, ast.ClassDef) else []
    for field, below in pairwise(lines):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
            text = ast.literal_eval(below.value) if isinstance(below.value, ast.Constant) else ""
            found[field.target.id] = " ".join(str(text).split())
    return found


def _tidy(node: object) -> None:
    """Leave out defaults and titles made of names, and wrap references that have something beside them."""
    if isinstance(node, dict):
        for key in ("default", "title"):
            if not isinstance(node.get(key), dict):  # a property may have that name
                node.pop(key, None)
        if "$ref" in node and len(node) > 1:  # draft 7 ignores whatever is beside a reference
            node["allOf"] = [{"$ref": node.pop("$ref")}]
        for each in node.values():
            _tidy(each)
    elif isinstance(node, list):
        for each in node:
            _tidy(each)
