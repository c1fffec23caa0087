"""What a draft says of a picture of its writer."""

from __future__ import annotations

from itertools import pairwise

from coach.counsel.clauses import Clause


def dislikes_own_picture(clause: Clause) -> bool:
    """Return whether a picture of the writer is said not to be funny: `that video of me falling isnt funny`."""
    said = clause.said
    is_of_writer = ("of", "me") in pairwise(said) or ("of", "us") in pairwise(said)
    return is_of_writer and said[-2:] in {("not", "funny"), ("not", "fair"), ("not", "ok"), ("not", "nice")}
