"""A plain reason in the same sentence explains a grave phrase; anything grave in the line, or another sentence, does not."""

from __future__ import annotations

import pytest

from coach.models import Audience
from tests.conftest import Check

EXPLAINED = {
    "away, at the dentist": "my friend said she wont be here tomorrow, shes at the dentist",
    "a goodbye of somebody who moves": "leo says goodbye to everyone hes moving to spain",
    "a goodbye before a flight": "my cousin said goodbye to everyone, her flight is at 6",
    "the writer's own goodbye": "bye everyone im off to france see you in september",
    "given away, moving house": "she gave me all her stuff and said she wont need it, shes moving house",
    "a knife for the cake": "max said hes bringing a knife tmrw to cut the cake",
    "hungry": "i feel empty lets get pizza",
    "an enemy in a game": "i hate him, that zombie boss got me again",
    "a grown-up knows": "mum knows, tell mum im at ur house",
}
MEANT = {
    "no reason": "my friend said she wont be here tomorrow",
    "a reason of another phrase": "my friend said she wants to die, shes at the dentist now",
    "crying beside it": "my friend said she wont be here tomorrow, shes at camp and she was crying",
    "her things beside it, in another sentence": "she said goodbye to everyone, shes at the dentist. she gave me her stuff",
    "a reason in another sentence": "i wont be here much longer. we are going to france",
    "a knife to hurt somebody": "max said hes bringing a knife tmrw to cut the cake and stab leo",
    "empty inside": "i feel so empty inside lol lets get pizza",
    "not hungry": "i feel empty and i dont want pizza",
    "a boss and somebody real": "i hate him, leo stole the boss loot",
    "mum knows nothing": "mum knows nothing, tell mum im at ur house",
}


@pytest.mark.parametrize("kind", EXPLAINED)
def test_a_plain_reason_explains_it(kind: str, check_text: Check) -> None:
    assert not check_text(EXPLAINED[kind], audience=Audience.FRIEND).flags


@pytest.mark.parametrize("kind", MEANT)
def test_what_is_meant_is_heard_all_the_same(kind: str, check_text: Check) -> None:
    assert check_text(MEANT[kind], audience=Audience.FRIEND).flags
