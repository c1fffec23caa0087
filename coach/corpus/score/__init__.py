"""Scores reports against the marks of the corpus, per message, and compares two scores."""

from coach.corpus.score.calm import CalmTally
from coach.corpus.score.compare import Change, Turned, changes, read_scores, turned
from coach.corpus.score.scores import FlagShares, Score, Scores
from coach.corpus.score.tally import Finding, Tally, score_voices

__all__ = [
    "CalmTally",
    "Change",
    "Finding",
    "FlagShares",
    "Score",
    "Scores",
    "Tally",
    "Turned",
    "changes",
    "read_scores",
    "score_voices",
    "turned",
]
