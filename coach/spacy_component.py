"""`nlp.add_pipe("coach")`: Coach as one component of any English pipeline.

spaCy finds it through its entry point, whether or not Coach was imported; importing this module imports only spaCy.
The component reads `doc.text` with a pipeline of its own, including tokenizer and vocabulary, so the flags do not
depend on the tokenizer that made the Doc. It writes only Coach's own attributes: `doc.spans["coach"]`, `doc._.coach`
and the `coach_*` keys of `doc.user_data`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
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
"""How many Docs are read before the string store of Coach's own pipeline is cleared."""

_SETTINGS = {
    "second_reader": True,
    "direction": "draft",
    "audience": "group",
    "write_norms": False,
    "write_private_words": False,
    "rules": [],
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
    rules: str | list[str],
) -> CoachComponent:
    """Create the component; rules are loaded with the first Doc, or with a saved pipeline.

    Args:
        nlp: the pipeline that the component is added to.
        name: the component's name in that pipeline.
        second_reader: whether to run the trained second reader, which finds what no rule covers, besides the rules.
        direction: `draft` or `received`, for Docs without `doc._.coach_direction`.
        audience: who will read the message, for Docs without `doc._.coach_audience`.
        write_norms: whether to write plain spelling to `token.norm_` where both tokenizers agree on the token.
        write_private_words: whether to save the family's private words with the pipeline.
        rules: a folder of own rules, or several, used beside Coach's; they are saved with the pipeline.

    Raises:
        InputError: the pipeline is not English, or `direction` or `audience` is unknown.
    """
    if nlp.lang != "en":
        raise InputError(
            f'unsupported pipeline language "{nlp.lang}": Coach reads English only'
            '\n    fix: use an English pipeline, such as spacy.blank("en")'
        )
    settings = Settings(second_reader, direction, audience, write_norms, write_private_words, rules)
    component = CoachComponent(name, settings)
    from coach.engine.rules_pipe import require_coach

    require_coach(nlp)
    return component


@dataclass(slots=True)
class Settings:
    """The `config` given to `add_pipe`; everything but `second_reader` and `rules` may be changed at any time."""

    second_reader: bool = True
    direction: str = "draft"
    audience: str = "group"
    write_norms: bool = False
    write_private_words: bool = False
    rules: str | list[str] = field(default_factory=list)


class CoachComponent:
    """Flags phrases in any English Doc."""

    def __init__(self, name: str = "coach", settings: Settings | None = None) -> None:
        import coach.engine  # declares `doc._.coach`  # noqa: F401

        self.name = name
        self.settings = settings or Settings()
        self._knowledge: Knowledge | None = None
        self._private_words: tuple[PrivateWord, ...] = ()
        self._language: Language | None = None
        _message("", self.settings.direction, self.settings.audience)

    def set_private_words(self, words: Iterable[PrivateWord]) -> None:
        """Replace the private words: drafts that contain one of these are flagged from now on."""
        self._private_words = tuple(words)
        self._language = None

    @property
    def language(self) -> Language:
        """The pipeline that reads the texts, built on first use."""
        if self._language is None:
            from coach.engine import build

            known = self._known()
            self._language = build(
                known.rules,
                known.private_words,
                weights=known.weights,
                off=known.off,
                own_rules_only=known.own_rules_only,
            )
        return self._language

    def __call__(self, doc: Doc) -> Doc:
        """Write flags and spans to one Doc."""
        self._read([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int | None = None) -> Iterator[Doc]:
        """Write flags and spans to a stream of Docs, in constant memory."""
        coming = iter(stream)
        while docs := list(islice(coming, min(batch_size or BATCH, BATCH))):
            self._read(docs)
            yield from docs

    @property
    def labels(self) -> tuple[str, ...]:
        """The categories that a span may have as its label; those of own rules once these are loaded."""
        from coach.models.category import CATEGORY_IDS

        own = self._knowledge.rules.categories if self._knowledge else ()
        return tuple(sorted({*CATEGORY_IDS, *own}))

    def score(self, examples: Iterable[Example], **settings: Any) -> dict[str, Any]:  # noqa: ANN401  # as spaCy gives them
        """Precision, recall and F of the flagged spans, for `Language.evaluate`."""
        from coach.engine.spacy_parts import score_spans

        return score_spans(examples)

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write the rules and the model to a folder."""
        from coach.engine.knowledge import write_parts

        write_parts(Path(path), self._parts())

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> CoachComponent:
        """Replace the rules and the model with those saved in a folder."""
        from coach.engine.knowledge import read_parts

        return self._take(read_parts(Path(path)))

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Serialize the rules and the model."""
        from coach.engine.knowledge import pack

        return pack(self._parts())

    def from_bytes(self, content: bytes, *, exclude: Iterable[str] = ()) -> CoachComponent:
        """Replace the rules and the model with those that `to_bytes` returned."""
        from coach.engine.knowledge import unpack

        return self._take(unpack(content))

    def __getstate__(self) -> dict[str, Any]:
        """Pickle everything but the pipeline; the unpickling process rebuilds it."""
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
        """Write plain spelling to the tokens whose offsets match those of Coach's own tokenizer."""
        read = self.language.get_pipe("coach_respell")(self.language.make_doc(doc.text))
        norms = {(token.idx, len(token)): token.norm_ for token in read}
        for token in doc:
            norm = norms.get((token.idx, len(token)))
            if norm:
                token.norm_ = norm

    def _known(self) -> Knowledge:
        """Return the loaded rules and model; without any, those that Coach ships."""
        from coach.engine.knowledge import Knowledge

        if self._knowledge is None:
            from coach.engine.reader import weights_at_hand
            from coach.own_rules import compiled_with, folders_of

            rules = compiled_with(folders_of(self.settings.rules))
            self._knowledge = Knowledge(rules, weights_at_hand() if self.settings.second_reader else None)
        return replace(self._knowledge, private_words=self._private_words)

    def _parts(self) -> dict[str, bytes]:
        return self._known().parts(private_words=self.settings.write_private_words)

    def _take(self, parts: dict[str, bytes]) -> CoachComponent:
        from coach.engine.knowledge import knowledge_from

        self._knowledge = knowledge_from(parts, self._private_words)
        self._private_words = self._knowledge.private_words
        self._language = None
        return self


def displacy_colors() -> dict[str, str]:
    """Map each category to its colour in `displacy.render(doc, style="span", options={"spans_key": "coach"})`."""
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
    from coach.engine.annotations import write_report

    how = report.message.direction, report.message.audience
    write_report(doc, report.flags, *how, own_rules_only=report.own_rules_only)


def _message(text: str, direction: str, audience: str) -> Message:
    from coach.models import Audience, Direction, Message

    try:
        return Message(text=text, direction=Direction(direction), audience=Audience(audience))
    except ValueError as error:
        fix = f"directions are {', '.join(Direction)}; audiences are {', '.join(Audience)}"
        raise InputError(f"{error}\n    fix: {fix}") from error
