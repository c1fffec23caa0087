"""Reads a `draft` block: a message to rewrite, what a good answer is made of, and answers that prove it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from coach.course.blocks import ITEM, Block
from coach.course.kinds import MORE, TOPIC, kinds
from coach.course.wording import has_words
from coach.models import Audience, RewriteTask, SampleAnswer

_KEYS = {
    "start": False,
    "audience": False,
    "keep": False,
    "wants": False,
    "never": False,
    "words": False,
    "hint": True,
    "solution": True,
}
_PROOFS = ("passes", "fails")
"""Keys with a list of answers below them."""
_STARTS = "starts"
"""The key with a list of several drafts of one idea."""
MAX_STARTS = 5
MIN_WORDS, MAX_WORDS = 1, 12
"""The least number of words that an answer can be asked for, and the most."""
_DEFAULT_WORDS = 3


def read_draft(block: Block) -> RewriteTask | None:
    """Read a `draft` block; missing keys are left empty, and None means there is nothing to judge."""
    proofs = lists_in(block, (_STARTS, *_PROOFS))
    lines = ["" if key else line for key, _, line in by_list(block, (_STARTS, *_PROOFS))]
    found = block.source.key_values(block.line + 1, lines, _KEYS)
    starts = _starts(block, found.get("start", ""), proofs[_STARTS])
    hint, solution = found.get("hint", ""), found.get("solution", "")
    if not (starts or solution):
        return None
    keep = _split(found.get("keep", ""))
    _check_keep(
        block, keep, [*((_STARTS if len(starts) > 1 else "start", text) for text in starts), ("solution", solution)]
    )
    if hint and solution and has_words(hint, solution.rstrip(".!? ")):
        block.fault_at(
            "hint", "the hint gives the solution away", "say how to find the words, not the words themselves"
        )
    return RewriteTask(
        start=next(iter(starts), ""),
        others=tuple(starts[1:]),
        audience=audience_in(block, found.get("audience") or Audience.GROUP),
        keep=keep,
        wants=wanted_in(block, found.get("wants", "")),
        never=refused_in(block, found.get("never", "")),
        least=_least(block, found.get("words", "")),
        hint=hint,
        solution=solution,
        passes=proofs["passes"],
        fails=proofs["fails"],
        line=block.line,
    )


def _starts(block: Block, start: str, several: Sequence[SampleAnswer]) -> list[str]:
    """Return the drafts to begin with: one, or several of the same idea."""
    if start and several:
        block.fault_at("start", "both `start` and `starts`", "move it into the list")
    elif not (start or several):
        block.source.fault(block.line, "`start` is missing", "add a line `start: ...`")
    elif len(several) == 1 or len(several) > MAX_STARTS:
        problem = f"number of drafts in `starts` is {len(several)}: 2 to {MAX_STARTS} allowed"
        block.fault_at(_STARTS, problem, "add or remove some, or write one as `start: ...`")
    return [one.text for one in several] or ([start] if start else [])


def by_list(block: Block, keys: Iterable[str] = _PROOFS) -> Iterator[tuple[str, int, str]]:
    """Yield each line with its number and the key of the list that it is in or opens, if any."""
    key = ""
    for number, line in enumerate(block.lines, block.line + 1):
        if line.strip() and not (key and line.startswith(ITEM[0])):
            key = next((key for key in keys if line.startswith(f"{key}:")), "")
        yield key, number, line


def lists_in(block: Block, keys: Iterable[str] = _PROOFS) -> dict[str, tuple[SampleAnswer, ...]]:
    """Read the lists of answers, and of whatever else is listed."""
    found: dict[str, list[SampleAnswer]] = {key: [] for key in keys}
    for key, number, line in by_list(block, keys):
        if not key or not line.strip() or line.rstrip() == f"{key}:":
            continue
        text = line[len(ITEM) :].strip()
        if line.startswith(ITEM) and text:
            found[key].append(SampleAnswer(text=text, line=number))
        else:
            block.source.fault(
                number, "not an answer in a list", f"write `{key}:`, and below it each answer as `- answer`"
            )
    return {key: tuple(answers) for key, answers in found.items()}


def _split(value: str) -> tuple[str, ...]:
    return tuple(" ".join(word.split()) for word in value.split(",") if word.strip())


def audience_in(block: Block, name: str) -> Audience:
    """Read an audience; an unknown one is a fault."""
    if name in set(Audience):
        return Audience(name)
    block.fault_at("audience", f"unknown audience `{name}`", f"use one of: {', '.join(Audience)}")
    return Audience.GROUP


def _wants(block: Block, wants: Iterable[str]) -> tuple[str, ...]:
    """Return the wanted kinds that Coach knows."""
    known = [TOPIC, MORE, *(name for name, kind in kinds().items() if kind.missing)]
    found = []
    for wanted in wants:
        unknown = [name for name in wanted.split(" or ") if name not in known]
        for name in unknown:
            block.fault_at("wants", f"unknown kind `{name}`", f"use one of: {', '.join(known)}")
        found.extend([] if unknown else [wanted])
    return tuple(found)


def wanted_in(block: Block, value: str) -> tuple[str, ...]:
    """Read the kinds of words that an answer must bring."""
    return _wants(block, _split(value))


def refused_in(block: Block, value: str) -> tuple[str, ...]:
    """Read the words and kinds that no answer may bring; a name with a hyphen can only be a kind."""
    never = _split(value)
    known = [name for name, kind in kinds().items() if kind.found]
    for name in (name for name in never if "-" in name and name not in known):
        block.fault_at("never", f"unknown kind `{name}`", f"write single words, or use one of: {', '.join(known)}")
    return never


def _least(block: Block, value: str) -> int:
    if not value:
        return _DEFAULT_WORDS
    if value.isascii() and value.isdigit() and MIN_WORDS <= int(value[:3]) <= MAX_WORDS:
        return int(value)
    block.fault_at("words", f"invalid number of words `{value}`", f"choose {MIN_WORDS} to {MAX_WORDS}")
    return _DEFAULT_WORDS


def _check_keep(block: Block, keep: tuple[str, ...], texts: Iterable[tuple[str, str]]) -> None:
    for key, text in texts:
        for word in keep:
            if text and not any(has_words(text, one) for one in word.split(" or ")):
                block.fault_at(key, f"`{word}` from `keep` is missing in `{key}`", "use the same word in both")
