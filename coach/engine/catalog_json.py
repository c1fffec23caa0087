"""A Catalog as JSON, so that a saved pipeline carries its rules as data that anybody can read.

Phrases share their choices: 18 MB written out are 1 MB when each choice stands once in `choices`, and a piece names
it by its number. A piece that is no more than a word is that word.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from coach.errors import CoachError
from coach.models import Catalog, Category, Phrase, Piece, Rule

FORM = 1
"""The form of the file; another Coach may write another."""

Options = tuple[tuple[Piece, ...], ...]


def dump_catalog(catalog: Catalog) -> bytes:
    """The catalog as JSON; the same catalog gives the same bytes."""
    choices = _Choices()
    rules = [_rule_values(rule, choices) for rule in catalog.rules]
    values = {
        "form": FORM,
        "categories": {name: category.model_dump(mode="json") for name, category in catalog.categories.items()},
        "spelling": catalog.spelling,
        "words": {name: sorted(words) for name, words in catalog.words.items()},
        "choices": choices.values,
        "rules": rules,
    }
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def parse_catalog(content: bytes) -> Catalog:
    """The catalog that `dump_catalog` wrote.

    Raises:
        CoachError: it is broken, or of another form.
    """
    try:
        values = json.loads(content)
        if values["form"] != FORM:
            raise CoachError(f"rules of form {values['form']!r}, not {FORM}\n    mend: save the pipeline anew")
        return _catalog(values)
    except (ValidationError, ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
        raise CoachError(
            "the rules of this pipeline are broken\n    mend: take its catalog.json from where it was saved"
        ) from error


class _Choices:
    """Gathers the choices of all phrases, each once."""

    def __init__(self) -> None:
        self.values: list[list[list[Any]]] = []
        self._numbers: dict[str, int] = {}

    def number(self, options: Options) -> int:
        """The number of this choice; the choices inside it have smaller ones."""
        value = [self.pieces(option) for option in options]
        key = json.dumps(value)
        if key not in self._numbers:
            self._numbers[key] = len(self.values)
            self.values.append(value)
        return self._numbers[key]

    def pieces(self, pieces: Sequence[Piece]) -> list[Any]:
        """These pieces as plain values."""
        return [self._piece(piece) for piece in pieces]

    def _piece(self, piece: Piece) -> object:
        given: dict[str, object] = {"word": piece.word} if not piece.options else {"choice": self.number(piece.options)}
        if piece.optional or piece.repeated:
            given |= {"optional": piece.optional, "repeated": piece.repeated}
        return piece.word if given == {"word": piece.word} else given


def _rule_values(rule: Rule, choices: _Choices) -> dict[str, Any]:
    phrases = [
        {**phrase.model_dump(mode="json", exclude={"pieces"}), "pieces": choices.pieces(phrase.pieces)}
        for phrase in rule.patterns
    ]
    values = rule.model_dump(mode="json", exclude={"patterns"})
    return {**values, "aims": sorted(values["aims"]), "settings": sorted(values["settings"]), "patterns": phrases}


def _catalog(values: dict[str, Any]) -> Catalog:
    choices: list[Options] = []
    for choice in values["choices"]:
        choices.append(tuple(_pieces(option, choices) for option in choice))
    return Catalog(
        categories={name: Category.model_validate(each) for name, each in values["categories"].items()},
        rules=tuple(_rule(rule, choices) for rule in values["rules"]),
        spelling=values["spelling"],
        words=values["words"],
    )


def _rule(values: dict[str, Any], choices: list[Options]) -> Rule:
    phrases = [Phrase(**{**each, "pieces": _pieces(each["pieces"], choices)}) for each in values.pop("patterns")]
    return Rule.model_validate({**values, "patterns": tuple(phrases)})


def _pieces(values: Sequence[Any], choices: list[Options]) -> tuple[Piece, ...]:
    return tuple(Piece(word=one) if isinstance(one, str) else _piece(one, choices) for one in values)


def _piece(value: dict[str, Any], choices: list[Options]) -> Piece:
    piece = Piece.model_validate({key: given for key, given in value.items() if key != "choice"})
    # Copied in, not validated anew: thousands of phrases share one tuple, and the compiler knows it again by that.
    return piece if "choice" not in value else piece.model_copy(update={"options": choices[value["choice"]]})
