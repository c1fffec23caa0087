"""What is not from the writer's life is silent; the writer's own hurt beside it never is."""

from __future__ import annotations

import pytest

from coach.models import Concern
from tests.conftest import Check

SILENT = {
    "a song": 'that song "nobody loves me" is such a tune',
    "a rhyme": '"nobody likes me, everybody hates me" my gran sings that in the kitchen',
    "a part": "my line is i cant stay here another night",
    "a made-up person": "my oc backstory: parents died, raised by bears",
    "a party game": "he keeps bullying me in mario kart",
    "an animal": "my hamster keeps escaping, think he wants to run away from home",
    "homework": 'for my drama homework i put "dear sir, i want to run away" on old paper',
}
FLAGGED = {
    "meant all the same": 'that song "nobody loves me" is literally me',
    "in another sentence": "my line is i cant stay here. i want to die",
    "in another clause": "in our play i wear a crown, i want to die",
    "no game against friends": "he keeps bullying me at school",
    "of the writer beside an animal": "my cat hides, im scared of my dad",
    "of somebody beside an animal": "the dog hides when he hits mum",
    "a song without quotation marks": "i sing so nobody hears me cry every night",
}


@pytest.mark.parametrize("kind", SILENT)
def test_what_is_not_from_the_writers_life_is_silent(kind: str, check_text: Check) -> None:
    assert not check_text(SILENT[kind]).of(Concern.CARE)


@pytest.mark.parametrize("kind", FLAGGED)
def test_the_writers_own_hurt_beside_it_is_heard(kind: str, check_text: Check) -> None:
    assert check_text(FLAGGED[kind]).of(Concern.CARE)
