"""`nlp.add_pipe("coach")`: Coach as one component of anybody's English pipeline.

spaCy finds it by its entry point, whether Coach was imported or not; importing this module imports spaCy and no more.
The component reads `doc.text` with a pipeline of its own, tokenizer and vocabulary included, so a message gets the
same flags whatever tokenizer cut it, and nothing of the Doc changes but what is Coach's: `doc.spans["coach"]`,
`doc._.coach` and the attributes `coach_*` in `doc.user_data`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc

from coach.errors import InputError

if TYPE_CHECKING:
    from spacy.training import Example

    from coach.engine.knowledge import Knowledge
    from coach.models import Message, PrivateWord, Report

BATCH = 256
"""Docs between two clearings of the store of strings of Coach's own pipeline."""

_SETTINGS = {
    "second_reader": True,
    "direction": "draft",
    "audience": "group",
    "write_norms": False,
    "write_private_words": False,
}


@Language.factory("coach", default_config=_SETTINGS, assigns=["doc.spans", "doc.user_data"])
def create_coach(  # noqa: PLR0913, PLR0917  # spaCy gives settings by name
    nlp: Language,
    name: str,
    second_reader: bool,  # noqa: FBT001
    direction: str,
    audience: str,
    write_norms: bool,  # noqa: FBT001
    write_private_words: bool,  # noqa: FBT001
) -> CoachComponent:
    """Make the component; rules are read when the first Doc comes, or from where the pipeline was saved.

    Args:
        nlp: the pipeline it is added to.
        name: its name there.
        second_reader: whether the trained second reader looks for what no rule foresaw, or the rules look alone.
        direction: `draft` or `received`, for Docs that do not say by `doc._.coach_direction`.
        audience: who will read it, for Docs that do not say by `doc._.coach_audience`.
        write_norms: whether plain spelling is written to `token.norm_` of tokens that Coach cuts alike.
        write_private_words: whether saving the pipeline writes the family's private words too.

    Raises:
        InputError: the pipeline is not English, or `direction` or `audience` is none that Coach knows.
    """
    if nlp.lang != "en":
        raise InputError(f'Coach reads English, this pipeline is "{nlp.lang}"\n    fix: use an English pipeline')
    component = CoachComponent(name, Settings(second_reader, direction, audience, write_norms, write_private_words))
    from coach.engine.rules_pipe import require_coach

    require_coach(nlp)
    return component


@dataclass(slots=True)
class Settings:
    """What `config` of `add_pipe` says; all but `second_reader` may be set at any time."""

    second_reader: bool = True
    direction: str = "draft"
    audience: str = "group"
    write_norms: bool = False
    write_private_words: bool = False


class CoachComponent:
    """Flags phrases of any English Doc."""

    def __init__(self, name: str = "coach", settings: Settings | None = None) -> None:
        import coach.engine  # declares `doc._.coach`  # noqa: F401

        self.name = name
        self.settings = settings or Settings()
        self._knowledge: Knowledge | None = None
        self._private_words: tuple[PrivateWord, ...] = ()
        self._language: Language | None = None
        _message("", self.settings.direction, self.settings.audience)

    def set_private_words(self, words: Iterable[PrivateWord]) -> None:
        """Flag drafts that hold these words from now on, and no others."""
        self._private_words = tuple(words)
        self._language = None

    @property
    def language(self) -> Language:
        """The pipeline that reads the texts, made at the first call."""
        if self._language is None:
            from coach.engine import build

            known = self._known()
            self._language = build(known.rules, known.private_words, weights=known.weights)
        return self._language

    def __call__(self, doc: Doc) -> Doc:
        """Write flags and spans."""
        self._read([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int | None = None) -> Iterator[Doc]:
        """The same for many Docs; memory does not grow with their number."""
        coming = iter(stream)
        while docs := list(islice(coming, min(batch_size or BATCH, BATCH))):
            self._read(docs)
            yield from docs

    @property
    def labels(self) -> tuple[str, ...]:
        """The categories that a span may have as its label."""
        from coach.models.category import CATEGORY_NAMES

        return tuple(sorted(f"{concern}/{name}" for concern, names in CATEGORY_NAMES.items() for name in names))

    def score(self, examples: Iterable[Example], **settings: Any) -> dict[str, Any]:  # noqa: ANN401  # as spaCy gives them
        """Precision, recall and F of the flagged spans, for `Language.evaluate`."""
        from coach.engine.spacy_parts import score_spans

        return score_spans(examples)

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write rules and model into a folder."""
        from coach.engine.knowledge import write_parts

        write_parts(Path(path), self._parts())

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> CoachComponent:
        """Read them in place of those that Coach ships."""
        from coach.engine.knowledge import read_parts

        return self._take(read_parts(Path(path)))

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Rules and model."""
        from coach.engine.knowledge import pack

        return pack(self._parts())

    def from_bytes(self, content: bytes, *, exclude: Iterable[str] = ()) -> CoachComponent:
        """Read what `to_bytes` gave in place of what Coach ships."""
        from coach.engine.knowledge import unpack

        return self._take(unpack(content))

    def __getstate__(self) -> dict[str, Any]:
        """All but the pipeline, which is made anew in the process that unpickles this."""
        return {**self.__dict__, "_language": None}

    def _read(self, docs: Sequence[Doc]) -> None:
        from coach.engine import check_all

        pairs = [(doc, self._message_of(doc)) for doc in docs]
        for doc, report in check_all(self.language, pairs):
            _write(doc, report)
        if self.settings.write_norms:
            with self.language.memory_zone():
                for doc in docs:
                    self._copy_norms(doc)

    def _message_of(self, doc: Doc) -> Message:
        """The message that a Doc was made from."""
        from coach.engine.annotations import AUDIENCE, DIRECTION, stated

        direction = stated(doc, DIRECTION, self.settings.direction)
        return _message(doc.text, direction, stated(doc, AUDIENCE, self.settings.audience))

    def _copy_norms(self, doc: Doc) -> None:
        """Write the norms to the tokens that Coach's tokenizer cuts at the same characters."""
        read = self.language.get_pipe("coach_respell")(self.language.make_doc(doc.text))
        norms = {(token.idx, len(token)): token.norm_ for token in read}
        for token in doc:
            norm = norms.get((token.idx, len(token)))
            if norm:
                token.norm_ = norm

    def _known(self) -> Knowledge:
        """What was loaded or, where nothing was, what Coach ships."""
        from coach.engine.knowledge import Knowledge

        if self._knowledge is None:
            from coach.engine.second_reader import read_weights
            from coach.rules_at_hand import rules_at_hand

            self._knowledge = Knowledge(rules_at_hand(), read_weights() if self.settings.second_reader else None)
        return Knowledge(self._knowledge.rules, self._knowledge.weights, self._private_words)

    def _parts(self) -> dict[str, bytes]:
        return self._known().parts(private_words=self.settings.write_private_words)

    def _take(self, parts: dict[str, bytes]) -> CoachComponent:
        from coach.engine.knowledge import knowledge_from

        self._knowledge = knowledge_from(parts, self._private_words)
        self._private_words = self._knowledge.private_words
        self._language = None
        return self


def displacy_colors() -> dict[str, str]:
    """The colour of every category, for `displacy.render(doc, style="span", options={"spans_key": "coach"})`."""
    from coach.models.category import CATEGORY_NAMES, Concern

    colours = {
        Concern.UNKIND: "#f4a582",
        Concern.OVERSHARING: "#92c5de",
        Concern.GOING_ALONG: "#ffd92f",
        Concern.RED_FLAG: "#e78ac3",
        Concern.CARE: "#a6dba0",
    }
    return {f"{concern}/{name}": colours[concern] for concern, names in CATEGORY_NAMES.items() for name in names}


def _write(doc: Doc, report: Report) -> None:
    from coach.engine.annotations import say_how, write_flags

    say_how(doc, report.message.direction, report.message.audience)
    write_flags(doc, report.flags)


def _message(text: str, direction: str, audience: str) -> Message:
    """The message that a Doc was made from."""
    from coach.models import Audience, Direction, Message

    try:
        return Message(text=text, direction=Direction(direction), audience=Audience(audience))
    except ValueError as error:
        told = f"{error}\n    fix: directions are {', '.join(Direction)}; audiences are {', '.join(Audience)}"
        raise InputError(told) from error
