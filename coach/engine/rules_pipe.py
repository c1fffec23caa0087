"""`coach_rules`: holds the knowledge of the pipeline, and saves and loads it."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import get_minor_version_range

from coach.engine.knowledge import Knowledge, knowledge_from, pack, read_parts, unpack, write_parts
from coach.engine.spacy_parts import CoachPipe, PipelineOf, pipe_in

PACKAGE = "coach-together"


@Language.factory("coach_rules", default_config={"write_private_words": False})
def create_rules(nlp: Language, name: str, write_private_words: bool) -> RulesPipe:  # noqa: FBT001
    """Make the component; later pipes know nothing until `learn` or `from_disk`."""
    require_coach(nlp)
    return RulesPipe(nlp, name, write_private_words=write_private_words)


class RulesPipe(CoachPipe):
    """Holds the knowledge of the pipeline: passes it to later pipes, saves it and loads it."""

    def __init__(self, nlp: Language, name: str, *, write_private_words: bool = False) -> None:
        super().__init__(name)
        self.write_private_words = write_private_words
        """Whether saving the pipeline also writes the family's private words."""
        self._pipeline = PipelineOf(nlp)
        nlp.max_length = sys.maxsize
        self._knowledge: Knowledge | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Return the Doc unchanged: later pipes do the work."""
        return doc

    def learn(self, knowledge: Knowledge) -> None:
        """Keep this knowledge and pass it to later pipes."""
        self._knowledge = knowledge
        for _, pipe in self._pipeline().pipeline:
            if isinstance(pipe, CoachPipe) and pipe is not self:
                pipe.learn(knowledge)

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write rules and model to a folder."""
        write_parts(Path(path), self._parts())

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> RulesPipe:
        """Read rules and model, and pass them to later pipes."""
        return self._take(read_parts(Path(path)))

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Serialize rules and model."""
        return pack(self._parts())

    def from_bytes(self, content: bytes, *, exclude: Iterable[str] = ()) -> RulesPipe:
        """Read what `to_bytes` returned and pass it to later pipes."""
        return self._take(unpack(content))

    def _parts(self) -> dict[str, bytes]:
        return self._knowledge.parts(private_words=self.write_private_words) if self._knowledge else {}

    def _take(self, parts: dict[str, bytes]) -> RulesPipe:
        if parts:
            known = self._knowledge
            self.learn(knowledge_from(parts, known.private_words, known.off) if known else knowledge_from(parts))
        return self


def rules_in(nlp: Language) -> RulesPipe:
    """Return the component that holds a pipeline's rules; raises as `pipe_in` does."""
    return pipe_in(nlp, "coach_rules", RulesPipe)


def require_coach(nlp: Language) -> None:
    """List Coach in a pipeline's requirements, so that pip installs it with the result of `spacy package`.

    spaCy finds a component's package only by its `top_level.txt`, which newer build tools do not write.
    """
    requirements: list[str] = nlp.meta.setdefault("requirements", [])
    with suppress(PackageNotFoundError):
        needed = f"{PACKAGE}{get_minor_version_range(version(PACKAGE))}"
        if needed not in requirements:
            requirements.append(needed)
