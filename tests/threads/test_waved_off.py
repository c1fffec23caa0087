"""Who asks to come along and is waved off is hit, though no word is unkind; who is let in is not."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.models.thread import Between
from coach.threads import Conversation
from coach.threads.chat_walk import MarkedTurn
from coach.threads.group_turns import Counted
from tests.threads.reading import pasted


def read(nlp: Language, chat: str, me: str = "") -> Conversation:
    """Read a chat of friends, a line a turn."""
    turns = pasted(chat)
    found = Conversation(nlp, lambda: turns, me, Between.FRIENDS)
    list(found.read())
    return found


def hit(nlp: Language, chat: str) -> dict[str, list[str]]:
    """Return who is hit by whom."""
    found = read(nlp, chat)
    groups = found.watch.groups(found.facts.values())
    return {whom: sorted(by) for group in groups for whom, by in group.hit_by.items()}


@pytest.mark.parametrize(
    ("chat", "whom", "by"),
    [
        ("Kat: bowling sat?\nJo: yes\nMeg: can i come\nKat: 🙄\nJo: so 3 of us then\nJess: yep me u n kat", "Meg", ["Jess", "Jo", "Kat"]),
        ("Ria: can i be in ur group\nTess: um we already have 3\nHolly: its 4 to a group tho\nTess: shh holly", "Ria", ["Tess"]),
        ("Dora: can i come sat\nEllie: sorry car is full\nAva: theres loads of space\nRuby: shh just not for her", "Dora", ["Ellie", "Ruby"]),
        ("Sam: can i play\nLeo: lol\nMax: ok leo max n ben at 4\nBen: 👍", "Sam", ["Leo", "Max"]),
        ("Sam: i got picked for the team\nLeo: as the ball?\nMax: 💀\nLeo: they mustve been desperate", "Sam", ["Leo"]),
    ],
    ids=["laughed at", "hushed", "not for her", "planned without", "news laughed at"],
)  # fmt: skip
def test_who_is_waved_off_is_hit(nlp: Language, chat: str, whom: str, by: list[str]) -> None:
    assert hit(nlp, chat) == {whom: by}


@pytest.mark.parametrize(
    "chat",
    [
        "Kat: bowling sat?\nJo: yes\nMeg: can i come\nKat: course\nJo: so 4 of us then",
        "Dora: can i come\nEllie: sorry car is full\nAva: come with us dora theres loads of space\nDora: yay thx",
        "Dora: can i come to ellies\nEllie: ask ur mum first\nAva: theres loads of space\nEllie: 2pm at mine then",
        "Sam: can i play\nLeo: lol\nMax: yes sam u in\nLeo: max ben n me on red",
        "Sam: can i play\nLeo: lol u just woke up\nMax: hop on\nLeo: 4 of us now",
        "Tess: shh its a secret\nHolly: what\nTess: cake for miss\nRia: omg yes",
    ],
)
def test_who_is_let_in_is_not(nlp: Language, chat: str) -> None:
    assert hit(nlp, chat) == {}


@pytest.mark.parametrize(
    ("by", "counted", "hits_child", "said"),
    [
        (True, Counted("Meg"), False, "unmarked-own"),
        (True, Counted(joins=True), False, "joined-own"),
        (False, Counted("Meg"), True, "unmarked-you"),
        (False, Counted("Meg"), False, "unmarked"),
        (False, Counted(joins=True), False, "joined"),
    ],
)
def test_each_such_turn_has_advice_of_its_own(
    nlp: Language, by: bool, counted: Counted, hits_child: bool, said: str
) -> None:
    one = next(iter(read(nlp, "Kat: hi", "Kat" if by else "").read()))
    assert MarkedTurn(one, (), counted, hits_child).said_of_group == said
