"""Annotated messages in Markdown, one file per voice, and their reader; GUIDE.md explains the marks."""

from coach.corpus.reader import corpus_path, read_corpus, read_voice

__all__ = ["corpus_path", "read_corpus", "read_voice"]
