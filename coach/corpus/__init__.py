"""Annotated messages as Markdown, one file a voice, and their reader; GUIDE.md says how they are marked."""

from coach.corpus.reader import corpus_path, read_corpus, read_voice

__all__ = ["corpus_path", "read_corpus", "read_voice"]
