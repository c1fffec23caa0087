"""The best rewrite of a draft, as tests of rewrites ask for it."""

from __future__ import annotations

from spacy.language import Language

from coach.counsel import Counsellor
from coach.engine import check
from coach.models import Audience, Message


def best_rewrite(nlp: Language, audience: str, text: str) -> str:
    """Return the first rewrite that is offered; empty if none is."""
    counsel = Counsellor(nlp).on(check(nlp, Message(text=text, audience=Audience(audience))))
    return counsel.rewrites[0].text if counsel.rewrites else ""
