"""What Coach writes on a Doc, stored so that spaCy carries it along when Docs are saved, sliced or merged.

In `doc.user_data`, flags are attributes of the characters they flag; direction and audience are attributes of the
first token: `Doc.from_docs` and `span.as_doc(copy_user_data=True)` move such attributes with their words.
`Doc.from_docs` drops anything else there and prints it in a warning.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from spacy.tokens import Doc, Span

from coach.models import Audience, Direction, Flag

SPANS_KEY = "coach"
"""Key of the flagged spans: `doc.spans["coach"]`, labelled with their category."""
DIRECTION, AUDIENCE = "coach_direction", "coach_audience"
"""Doc attributes that say how to read it; also the names of the attributes in `doc.user_data`."""
_READ = {DIRECTION: "coach_read_direction", AUDIENCE: "coach_read_audience"}
"""Attributes that say how a Doc was last read."""
_FLAGS = "coach_flags"
_OWN_ONLY = "coach_own_rules_only"
"""An attribute of a Doc that was read without Coach's rules."""
Characters = tuple[int, int]
"""First character and the one after the last."""
_ATTRIBUTE = "._."
"""Prefix of an attribute's key in spaCy, followed by its name, first character and the one after the last."""


def write_report(
    doc: Doc, flags: Sequence[Flag], direction: Direction, audience: Audience, *, own_rules_only: bool
) -> None:
    """Write on a Doc what was found and how it was read, replacing what an earlier reading wrote.

    A requested direction or audience stays, for components that read the Doc again.
    """
    _write_flags(doc, flags)
    say(doc, _READ[DIRECTION], direction.value)
    say(doc, _READ[AUDIENCE], audience.value)
    replace(doc, _OWN_ONLY, {})
    if own_rules_only:
        say(doc, _OWN_ONLY, _OWN_ONLY)


def _write_flags(doc: Doc, flags: Sequence[Flag]) -> None:
    """Write flags and their spans on a Doc, replacing earlier ones."""
    values = dict[Characters, list[Any]]()
    for flag in flags:
        values.setdefault((flag.start, flag.end), []).append(flag.model_dump(mode="json"))
    replace(doc, _FLAGS, values)
    doc.spans[SPANS_KEY] = _spans_of(doc, flags) if flags else []


def replace(doc: Doc, name: str, values: Mapping[Characters, Any]) -> None:
    """Write an attribute of characters, replacing all its earlier values."""
    data = _data(doc)
    for key in list(_keys(doc, name)):
        del data[key]
    for (start, end), value in values.items():
        data[_ATTRIBUTE, name, start, end] = value


def attribute(doc: Doc, name: str, start: int, end: int) -> Any:  # noqa: ANN401  # whatever was written
    """Return an attribute of characters, or None."""
    return _data(doc).get((_ATTRIBUTE, name, start, end))


def flags_of(doc: Doc) -> list[Flag]:
    """Return the flags on a Doc, moved to where their words are now."""
    length = doc[-1].idx + len(doc[-1].text_with_ws) if len(doc) else 0
    return [
        Flag.model_validate({**values, "start": start, "end": end})
        for _, _, start, end in _keys(doc, _FLAGS)
        if 0 <= start < end <= length
        for values in _data(doc)[_ATTRIBUTE, _FLAGS, start, end]
    ]


def say(doc: Doc, name: str, value: str) -> None:
    """Write direction or audience on a Doc."""
    _data(doc)[_ATTRIBUTE, name, 0, None] = value


def was_read(doc: Doc) -> bool:
    """Whether Coach read this Doc, or one that it was merged from or cut out of."""
    return any(_keys(doc, _READ[DIRECTION]))


def spans_of(doc: Doc) -> list[Span]:
    """Return the flagged spans at the tokens as they are now, which spaCy may have merged or split since."""
    return _spans_of(doc, flags_of(doc))


def by_own_rules_only(doc: Doc) -> bool:
    """Return whether a Doc, or a part of it, was read by own rules alone."""
    return any(_keys(doc, _OWN_ONLY))


def direction_or_audience(doc: Doc, name: str, otherwise: str) -> str:
    """Return what was requested, else how the Doc was read; a merged Doc uses the values at the start of its text."""
    return _at_start(doc, (_READ[name], name), otherwise)


def stated(doc: Doc, name: str, otherwise: str) -> str:
    """Return a Doc's direction or audience, or `otherwise`; a merged Doc uses the values at the start of its text."""
    return _at_start(doc, (name,), otherwise)


def _at_start(doc: Doc, names: Sequence[str], otherwise: str) -> str:
    """Return the attribute that covers the start of the text: the nearest, and of equals the later name."""
    found = [(key[2], at, key) for at, name in enumerate(names) for key in _keys(doc, name) if key[2] <= 0]
    return str(_data(doc)[max(found)[2]]) if found else otherwise


def _keys(doc: Doc, name: str) -> Iterator[tuple[str, str, int, int]]:
    """Yield the keys of an attribute of characters or tokens in the order they were written."""
    for key in _data(doc):
        if isinstance(key, tuple) and key[:2] == (_ATTRIBUTE, name) and key[2] is not None:
            yield key


def _data(doc: Doc) -> dict[Any, Any]:
    """Return a Doc's user data; spaCy's types only allow names as keys."""
    return doc.user_data


def _spans_of(doc: Doc, flags: Iterable[Flag]) -> list[Span]:
    """Return the flagged tokens; spaCy's `char_span` would walk the whole Doc for each."""
    tokens_at = token_finder(doc)
    return [Span(doc, *tokens_at(flag.start, flag.end), flag.category) for flag in flags]


def token_finder(doc: Doc) -> Callable[[int, int], tuple[int, int]]:
    """Return what finds the first and after-last token that characters touch."""
    starts = [token.idx for token in doc]
    return lambda start, end: (bisect_right(starts, start) - 1, bisect_left(starts, end))
