"""Whatever is written around a flagged phrase, counsel is given, and its edits make the rewrite."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from coach.counsel import Counsellor
from coach.engine import check
from coach.models import Audience, Message

SAID = st.sampled_from(
    ["u suck", "ur so ugly", "u idiot", "07700 900123", "14 maple street", "Riverside Academy", "give me my pen back",
     "for", "with", "at", "and", "but", "see u at 4", "\n", ". ", "?", "\"", "___", "😀", "lol", "sam"]
)  # fmt: skip
DRAFTS = st.lists(SAID | st.text(max_size=8), min_size=1, max_size=9).map(" ".join)


@given(text=DRAFTS, audience=st.sampled_from(Audience))
def test_edits_and_stretches_make_the_rewrite_of_any_draft(nlp: Language, text: str, audience: Audience) -> None:
    for rewrite in Counsellor(nlp).on(check(nlp, Message(text=text, audience=audience))).rewrites:
        made = text
        for edit in reversed(rewrite.edits):
            made = made[: edit.start] + edit.text + made[edit.end :]
        stretches = list(rewrite.stretches(text))
        assert made == rewrite.text
        assert ("".join(old for old, _ in stretches), "".join(new for _, new in stretches)) == (text, made)
        assert all(rewrite.text[start:end] == "___" for start, end in rewrite.gaps)
