"""Chat messages fall into clauses where a native reader would pause."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.counsel.clauses import ClauseKind, clauses_of
from coach.engine import spelled

SPLIT = (
    "ur voice is so annoying | stop talking in vc",
    "lol ravi | u suck | u never pass to me",
    "ur such a loser | go cry to ur mom",
    "ur poor | thats why u got fake nikes",
    "no one wants u at the party | so dont come",
    "if u tell mom | ill break ur lego",
    "come over | i live at 12 oak lane",
    "my number is 0176 555 1234 | text me",
    "we like the same books | what school do you go to",
    "Dont tell anyone | but Saoirse told me | are we still on for the cinema",
    "i put 14 | but tunde says its 41 and now im confused",
    "the recipe says 200g but in the video you used a whole bag",
    "i hate u so much right now",
    "ill beat u up tomorrow at break",
    "you run like a penguin",
    "thanks for the art tips",
    "ur rubbish at parkour | just follow the blue arrows",
    "roblox is down | water my garden",
    "i lost my bus pass on the way",
    "what skin should i get",
    "give me my counters | or else",
    "you told priya i like dan and now everyone is laughing",
    "i just feel like you dont like me",
    "someone call and ask if the test is tomorrow",
)


@pytest.mark.parametrize("marked", SPLIT)
def test_a_clause_ends_where_another_clearly_begins(nlp: Language, marked: str) -> None:
    text = marked.replace(" | ", " ")
    assert [text[one.start : one.end] for one in clauses_of(text, spelled(nlp, text))] == marked.split(" | ")


def test_what_surrounds_a_sentence_is_known(nlp: Language) -> None:
    text = "ugh ravi u broke my pen lol, no offence"
    kinds = [(text[one.start : one.end], one.kind) for one in clauses_of(text, spelled(nlp, text))]
    assert kinds == [
        ("ugh ravi", ClauseKind.OPENER),
        ("u broke my pen", ClauseKind.CLAUSE),
        ("lol", ClauseKind.CLOSER),
        ("no offence", ClauseKind.TAIL),
    ]


def test_every_word_is_in_one_clause(nlp: Language) -> None:
    text = "ok wait 😂 my dog (the big one) ate it... can u come? pls!!\n\nill bring snacks & drinks"
    words = spelled(nlp, text)
    found = [token for one in clauses_of(text, words) for token in one.tokens]
    assert [(token.start, token.end) for token in found] == sorted({(start, end) for word, start, end in words if word})
