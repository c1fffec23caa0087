"""What is quoted from a message is whole."""

from __future__ import annotations

import itertools

import pytest
from spacy.language import Language

from coach.counsel import Counsellor
from coach.engine import check
from coach.models import Audience, Direction, Message

QUOTED = (
    ("ratio + ur dad left", "ratio + ur dad left"),
    ("ears like a taxi with its doors open", "ears like a taxi with its doors open"),
    ("ur broke and it shows", "ur broke"),
    ("dont bring priya shes useless in goal", "dont bring priya shes useless in goal"),
    ("pass the ball u muppet, we are losing", "u muppet"),
    ("my number is 07700 900123 ok", "07700 900123"),
)


@pytest.mark.parametrize(("text", "quoted"), QUOTED)
def test_no_phrase_breaks_off_in_the_middle(nlp: Language, text: str, quoted: str) -> None:
    counsel = Counsellor(nlp).on(check(nlp, Message(text=text, audience=Audience.GROUP)))
    assert counsel.flags[0].phrase == quoted
    assert text[counsel.flags[0].start : counsel.flags[0].end] == quoted


def test_a_received_order_is_quoted_with_its_threat(nlp: Language) -> None:
    text = "do what i say and nobody gets hurt"
    report = check(nlp, Message(text=text, direction=Direction.RECEIVED))
    assert [flag.phrase for flag in Counsellor(nlp).on(report).flags] == [text]


def test_quoted_phrases_do_not_overlap(nlp: Language) -> None:
    text = "i hate u and ur stupid game and ur ugly face"
    flags = Counsellor(nlp).on(check(nlp, Message(text=text, audience=Audience.GROUP))).flags
    spans = sorted((flag.start, flag.end) for flag in flags)
    assert len(spans) > 1
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))


NONE_LEFT = "All of these words hurt."
REST = "Without the mean part, not much is left."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ur such a loser lol", NONE_LEFT),
        ("ella dont come nobody wants u there", REST),
        ("guess what amelia wet the bed at camp 😂 pass it on", REST),
        ("u only got picked for the play cos ur mum is friends with miss grant", NONE_LEFT),
        ("if u tell mom ill break ur lego", "Better not send this one"),
        ("touch grass tubby", REST),
        ("did u hear daisy likes mr harris ewww shes so weird", NONE_LEFT),
    ],
)
def test_no_words_are_left_only_where_all_are_marked(nlp: Language, text: str, said: str) -> None:
    counsel = Counsellor(nlp).on(check(nlp, Message(text=text, audience=Audience.GROUP)))
    assert not counsel.rewrites
    assert counsel.nothing.startswith(said)
