"""Reads the voices of the corpus and reports all their faults at once.

`GUIDE.md` describes the format: front matter, `## draft` and `## received`, one bullet per message, and marks as
`[phrase](category)`.
"""

from __future__ import annotations

from pathlib import Path

from coach.corpus.voice_file import VoiceFile
from coach.errors import AuthorError, Fault
from coach.models import Voice
from coach.source import read_source

GUIDE = "GUIDE.md"


def corpus_path() -> Path:
    """Return the folder of the voices that Coach ships."""
    return Path(__file__).parent


def read_voice(path: Path) -> Voice:
    """Read one voice.

    Raises:
        AuthorError: the file is invalid; lists all its faults.
    """
    return VoiceFile(read_source(path)).read()


def read_corpus(folder: Path | None = None) -> tuple[Voice, ...]:
    """Read every voice in `folder` (by default Coach's own), in order of name.

    Voices are the Markdown files with front matter, except the guide. Two voices may contain the same message.

    Raises:
        AuthorError: a file is invalid; lists all faults of all files.
    """
    voices: list[Voice] = []
    faults: list[Fault] = []
    for path in sorted((folder or corpus_path()).glob("*.md")):
        try:
            if path.name != GUIDE and (source := read_source(path)).text.startswith("---"):
                voices.append(VoiceFile(source).read())
        except AuthorError as error:
            faults.extend(error.faults)
    if faults:
        raise AuthorError(faults)
    return tuple(voices)
