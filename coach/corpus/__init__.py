"""Annotated messages as Markdown, one file a voice, and their reader; GUIDE.md says how they are marked."""

from coach.corpus.reader import corpus_path, read_corpus, read_voice
from coach.corpus.score import Score, score_lines, score_voices

__all__ = ["Score", "corpus_path", "read_corpus", "read_voice", "score_lines", "score_voices"]
