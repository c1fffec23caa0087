"""A pipeline goes as soon as nobody holds it: `gc.freeze`, which the app calls once, would keep a cycle for good."""

from __future__ import annotations

from weakref import ref

from spacy.language import Language

from coach.chats.reading import ChatReading
from coach.engine import build, check
from coach.engine.reader import weights_at_hand
from coach.models import Direction, Message, Off, OffKind
from coach.models.thread import Between
from coach.threads.chat_walk import FamilyAnswers, walk_through
from coach.threads.opened import OpenedChat
from coach.threads.replies import gives_away
from tests.engine.test_saved import OWN, TEXTS
from tests.let_go import held_in_cycles, without_collector
from tests.shipped import few_compiled
from tests.small_chats import PRESSED

DISGUISED = ("u g l y girl", "ur so stu pid", "nobdoy likes you", "ur so l0s3r", "you smell like b1n|s " + "so " * 70)


def used() -> Language:
    """Return a pipeline that checked messages, with and without a Doc."""
    off = [Off(kind=OffKind.WORDS, name="quack")]
    nlp = build(few_compiled(), [OWN], weights=weights_at_hand(), off=off)
    assert any(
        check(nlp, Message(text=text, direction=direction)).flags
        for text in (*TEXTS, *DISGUISED)
        for direction in Direction
    )
    assert nlp(TEXTS[0])._.coach.flags
    return nlp


def test_a_pipeline_goes_with_who_held_it() -> None:
    with without_collector() as before:
        nlp = used()
        gone = ref(nlp)
        del nlp
        assert gone() is None
        assert held_in_cycles("coach", but=before) == set()


def test_a_pipeline_that_read_a_chat_goes_too() -> None:
    with without_collector() as before:
        nlp = used()
        answers = FamilyAnswers("Mia", Between.ONLINE)
        assert walk_through(nlp, OpenedChat.pasted(PRESSED), ChatReading(), answers).marks
        assert gives_away(nlp, "what school do u go to?", "oakfield", Between.ONLINE)
        gone = ref(nlp)
        del nlp
        assert gone() is None
        assert held_in_cycles("coach", but=before) == set()
