"""Coach's parts as spaCy components: the one place where readings meet Docs.

`coach_respell` makes the `Reading` of a Doc, `coach_flags` turns candidates into flags; between them comes any
number of parts. `doc.spans["coach.candidates"]` holds the candidates so far; other people's components may remove or
add spans there.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable
from functools import partial
from typing import Any, TypeVar
from weakref import ref

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

from coach.engine.annotations import SPANS_KEY, spans_of, write_report
from coach.engine.candidates import CANDIDATES_KEY, publish, take_back
from coach.engine.context.aim import AimReader
from coach.engine.context.setting import SettingReader
from coach.engine.details.part import Details
from coach.engine.details.private_words import PrivateWords
from coach.engine.knowledge import Knowledge
from coach.engine.part import Part
from coach.engine.patterns.matcher import Phrases
from coach.engine.reader import SecondReader
from coach.engine.text.reading import forget_reading, keep_reading, reading_of
from coach.engine.text.respell import Respell
from coach.engine.text.tokenizer import readable
from coach.engine.verdict.flags import Flags
from coach.models import Audience, Direction


class PipelineOf:
    """Gives the pipeline of a component, which the component does not keep alive.

    The two would hold each other, and a pipeline that is replaced would wait for the garbage collector, which never
    looks at what `gc.freeze` set apart.
    """

    def __init__(self, nlp: Language) -> None:
        self._nlp = ref(nlp)

    def __call__(self) -> Language:
        """Return the pipeline."""
        nlp = self._nlp()
        if nlp is None:
            raise ReferenceError("a component was used after its pipeline was gone")
        return nlp

    def __reduce__(self) -> tuple[Any, ...]:
        return PipelineOf, (self(),)


class CoachPipe(ABC):
    """Base of Coach's components."""

    def __init__(self, name: str) -> None:
        self.name = name

    @abstractmethod
    def learn(self, knowledge: Knowledge) -> None:
        """Take what it needs of the pipeline's knowledge."""

    @abstractmethod
    def __call__(self, doc: Doc) -> Doc:
        """Process a Doc."""


class RespellPipe(CoachPipe):
    """`coach_respell`: writes plain spelling to the norms and keeps the reading of the text."""

    def __init__(self, name: str, respell: Respell) -> None:
        super().__init__(name)
        self.respell = respell

    def learn(self, knowledge: Knowledge) -> None:
        """Learn which words the rules know."""
        self.respell.learn(knowledge)

    def __call__(self, doc: Doc) -> Doc:
        """Merge spaced letters, write the norms, and read the text."""
        text = readable(doc.text)
        doc = self.respell.spelled(doc)
        direction, audience = Direction(doc._.coach_direction), Audience(doc._.coach_audience)
        keep_reading(doc, self.respell.reading(text, direction, audience))
        return doc


class PartPipe(CoachPipe):
    """Runs a part on each version of a Doc's reading."""

    def __init__(self, name: str, part: Part) -> None:
        super().__init__(name)
        self.part = part
        self._categories: Collection[str] = ()

    def learn(self, knowledge: Knowledge) -> None:
        """Let the part learn, and which categories a candidate may have."""
        self.part.learn(knowledge)
        self._categories = knowledge.rules.categories

    def __call__(self, doc: Doc) -> Doc:
        """Run the part and publish the candidates found so far."""
        reading = reading_of(doc)
        take_back(doc, reading, self._categories)
        for version in reading.versions:
            self.part.read(version)
        publish(doc, reading)
        return doc


class FlagsPipe(CoachPipe):
    """`coach_flags`: writes the flags and their spans."""

    def __init__(self, name: str, flags: Flags) -> None:
        super().__init__(name)
        self.flags = flags

    def learn(self, knowledge: Knowledge) -> None:
        """Learn what rules accept and categories say."""
        self.flags.learn(knowledge)

    def __call__(self, doc: Doc) -> Doc:
        """Write flags, direction and audience on the Doc."""
        reading = reading_of(doc)
        take_back(doc, reading, self.flags.categories)
        found, own_rules_only = self.flags.flags(reading), self.flags.own_rules_only
        write_report(doc, found, reading.direction, reading.audience, own_rules_only=own_rules_only)
        forget_reading(doc)
        return doc

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the categories a span may have as its label."""
        return tuple(sorted(self.flags.categories))

    def score(self, examples: Iterable[Example], **settings: Any) -> dict[str, Any]:  # noqa: ANN401  # as spaCy gives them
        """Return precision, recall and F of the flagged spans, for `Language.evaluate`."""
        return score_spans(examples)


def score_spans(examples: Iterable[Example]) -> dict[str, Any]:
    """Compare `doc.spans["coach"]` with the references, as `spans_coach_p`, `_r`, `_f`, `_per_type`."""
    return Scorer.score_spans(
        examples,
        f"spans_{SPANS_KEY}",
        getter=lambda doc, _: doc.spans.get(SPANS_KEY, ()),
        has_annotation=lambda doc: SPANS_KEY in doc.spans,
        allow_overlap=True,
        labeled=True,
    )


PARTS: dict[str, Callable[[], Part]] = {
    "coach_phrases": Phrases,
    "coach_details": Details,
    "coach_private_words": PrivateWords,
    "coach_reader": SecondReader,
    "coach_aim": AimReader,
    "coach_setting": SettingReader,
}
"""Parts in order; aim and setting also look at what the second reader found."""


@Language.factory("coach_respell", assigns=["token.norm"])
def create_respell(nlp: Language, name: str) -> RespellPipe:
    """Make the component; it knows no words until it learns them."""
    return RespellPipe(name, Respell(nlp.tokenizer))


@Language.factory("coach_flags", assigns=["doc.spans", "doc.user_data"])
def create_flags(nlp: Language, name: str) -> FlagsPipe:
    """Make the component; it flags nothing until it learns."""
    return FlagsPipe(name, Flags(partial(_plain_words_in, PipelineOf(nlp))))


@Language.component("coach_spans", assigns=["doc.spans"])
def renew_spans(doc: Doc) -> Doc:
    """Write `doc.spans["coach"]` again, and drop the candidates, after a component that merges or splits tokens."""
    doc.spans[SPANS_KEY] = spans_of(doc)
    doc.spans.pop(CANDIDATES_KEY, None)
    return doc


def _register(factory: str, make: Callable[[], Part]) -> None:
    def create(nlp: Language, name: str) -> PartPipe:
        return PartPipe(name, make())

    Language.factory(factory, assigns=["doc.spans"], func=create)


for _factory, _make in PARTS.items():
    _register(_factory, _make)

_P = TypeVar("_P", bound=Part)
_C = TypeVar("_C", bound=CoachPipe)


def part_in(nlp: Language, kind: type[_P]) -> _P:
    """Return the part of this kind in a pipeline.

    Raises:
        KeyError: the pipeline has no such part.
    """
    for _, pipe in nlp.pipeline:
        if isinstance(pipe, PartPipe) and isinstance(pipe.part, kind):
            return pipe.part
    raise KeyError(f"no {kind.__name__} in this pipeline")


def pipe_in(nlp: Language, name: str, kind: type[_C]) -> _C:
    """Return Coach's component of a name in a pipeline.

    Raises:
        KeyError: the pipeline has none of this name, or it is not Coach's.
    """
    pipe = nlp.get_pipe(name)
    if not isinstance(pipe, kind):
        raise KeyError(f"{name} is not a component of Coach")
    return pipe


def respell_in(nlp: Language) -> Respell:
    """Return the part that reads a text's words in a pipeline; raises as `pipe_in` does."""
    return pipe_in(nlp, "coach_respell", RespellPipe).respell


def plain_words(nlp: Language, written: str) -> list[str]:
    """Return a written text as words in plain spelling."""
    return respell_in(nlp).plain_words(written)


def _plain_words_in(pipeline: PipelineOf, written: str) -> list[str]:
    return plain_words(pipeline(), written)


def flags_in(nlp: Language) -> Flags:
    """Return the part that decides which candidates become flags in a pipeline; raises as `pipe_in` does."""
    return pipe_in(nlp, "coach_flags", FlagsPipe).flags
