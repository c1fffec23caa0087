"""Reads the voices of the corpus; everything wrong is told at once.

`GUIDE.md` shows the form: front matter, `## draft` and `## received`, one bullet a message, and marks as
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
    """The folder of the voices that Coach ships."""
    return Path(__file__).parent


def read_voice(path: Path) -> Voice:
    """Read one voice.

    Raises:
        AuthorError: the file is wrong in any way; carries all its faults.
    """
    return VoiceFile(read_source(path)).read()


def read_corpus(folder: Path | None = None) -> tuple[Voice, ...]:
    """Read every voice in `folder` (Coach's own where none is given), in the order of their names.

    A voice is a Markdown file with front matter; the guide is none. Two voices may say the same.

    Raises:
        AuthorError: a file is wrong in any way; carries all faults of all files.
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
