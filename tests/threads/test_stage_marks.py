"""Whatever an alarm quotes is a mark in its turn: no family trusts "the last one" and misses where it turned."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from spacy.language import Language

from coach.chats.finder import find_pasted
from coach.chats.reading import ChatReading
from coach.cli import run
from coach.models import Concern, Weight
from coach.models.thread import Between, Turn
from coach.threads import Conversation, OpenedChat, ReadTurn
from coach.threads.chat_walk import FamilyAnswers, walk_through
from tests.small_chats import ASKED
from tests.stages.threads import Thread, threads

SAID = (
    ("Rexo", "how old r u"),
    ("Mia", "10"),
    ("Rexo", "ill get u the new skin if u like"),
    ("Mia", "rly"),
    ("Rexo", "this is our little corner"),
    ("Mia", "ok"),
    ("Rexo", "dont tell ur mum we talk, she wont get it"),
    ("Rexo", "grown ups always make it weird"),
)
TWO_PLAYERS = (
    ("Max", "yo u on"),
    ("Mia", "yea give me 10 my mum is making me do dishes"),
    ("Max", "shut up ur mum made u go to bed at 9 last time 💀"),
    ("Mia", "lol remember when u fell in the lava with all the diamonds"),
    ("Max", "we dont talk about that"),
    ("Mia", "my cousin wants to join"),
    ("Max", "sure how old is he"),
    ("Mia", "same as us"),
    ("Max", "do u have a pic of the redstone door u built i wanna copy it"),
)
"""They tease each other, and ask about a cousin and a picture of a door."""
CLIMBS = threads("climb")[::9]


def looked_at(nlp: Language, said: tuple[tuple[str, str], ...] = SAID) -> tuple[Conversation, list[ReadTurn]]:
    found = Conversation(nlp, lambda: [Turn(sender, text) for sender, text in said], "Mia", Between.ONLINE)
    return found, list(found.looked_at())


@pytest.mark.parametrize("thread", CLIMBS, ids=[one["id"] for one in CLIMBS])
def test_every_stage_that_an_alarm_quotes_is_a_mark(nlp: Language, thread: Thread) -> None:
    turns = [Turn(one["sender"], one["text"]) for one in thread["turns"]]
    found = Conversation(nlp, lambda: turns, thread["me"], Between.ONLINE)
    read = list(found.looked_at())
    for climb in found.watch.climbs():
        if climb.alarm is not None and not climb.is_mine:
            assert all(read[step.turn].flags for step in climb.steps)


def test_secrecy_in_further_turns_is_a_mark_too_with_what_it_means_and_what_to_do(nlp: Language) -> None:
    found, read = looked_at(nlp)
    (climb,) = found.watch.climbs()
    assert climb.alarm is not None
    for at in (4, 7):
        (flag,) = read[at].flags
        assert (flag.title, flag.weight, flag.concern) == ("Keeping it secret", Weight.STOP, Concern.RED_FLAG)
        assert flag.phrase in SAID[at][1]
        assert flag.why
        assert flag.note
        assert flag.steps


def test_a_mark_for_pulling_away_is_not_advised_as_another_app(nlp: Language) -> None:
    _, read = looked_at(nlp, (*SAID, ("Rexo", "stick with me yeah")))
    marks = [flag for flag in read[len(SAID)].flags if flag.title == "Pulling you away from others"]
    assert {flag.category for flag in marks} == {"red-flag/flattery"}


def test_flags_of_rules_stay_as_they_are(nlp: Language) -> None:
    turns = [Turn(sender, text) for sender, text in SAID]
    plain = list(Conversation(nlp, lambda: turns, "Mia", Between.ONLINE).read())
    for one, looked in zip(plain, looked_at(nlp)[1], strict=True):
        assert set(one.flags) <= set(looked.flags)


def test_without_an_alarm_words_of_a_stage_alone_are_no_mark(nlp: Language) -> None:
    found, read = looked_at(nlp, (("Rexo", "grown ups always make it weird"), ("Mia", "where is the lamp")))
    assert not [climb for climb in found.watch.climbs() if climb.alarm is not None]
    assert not any(one.flags for one in read)


def test_marks_of_one_turn_never_overlap(nlp: Language) -> None:
    said = (
        *SAID,
        ("Rexo", "dont tell ur mum, send me a pic, our own little world, a private corner, or i tell ur dad"),
    )
    for one in looked_at(nlp, said)[1]:
        red = sorted((flag.start, flag.end) for flag in one.flags if flag.concern is Concern.RED_FLAG)
        assert all(before[1] <= after[0] for before, after in pairwise(red))


def test_the_walk_the_text_and_the_json_stop_at_the_same_turns(
    nlp: Language, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pasted = "\n".join(f"{sender}: {text}" for sender, text in SAID)
    walk = walk_through(nlp, OpenedChat(find_pasted(pasted)), ChatReading(), FamilyAnswers("Mia", Between.ONLINE))
    stops = {mark.one.number for mark in walk.marks}
    assert {4, 7} <= stops
    path = tmp_path / "chat.txt"
    path.write_text(pasted, encoding="utf-8")
    options = ["--me", "Mia", "--between", "online", "--rules-only", "--no-family"]
    run(["chat", str(path), *options, "--format", "json"])
    turns = json.loads(capsys.readouterr().out)["turns"]
    assert {turn["turn"] for turn in turns if turn["flags"]} == stops
    run(["chat", str(path), *options])
    text = capsys.readouterr().out
    assert f"\n{len(stops)} messages to look at together." in text
    assert text.count("!!! careful: Keeping it secret") == 2
    run(["chat", str(path), *options, "--format", "html"])
    page = capsys.readouterr().out
    assert page.count("<strong>!!! careful: Keeping it secret</strong>") == 2


def test_one_turn_has_one_list_of_what_to_do(nlp: Language) -> None:
    said = (("Rexo", "send me a pic, dont tell ur mum"), ("Mia", "ok i wont, heres a pic"))
    _, read = looked_at(nlp, said)
    assert len(read[1].flags) == 2
    for one in read:
        (steps,) = (flag.steps for flag in one.flags if flag.steps)
        assert 2 <= len(steps) <= 4
        assert len({step[:12] for step in steps}) == len(steps)


def test_care_keeps_a_list_of_its_own(nlp: Language) -> None:
    said = (("Rexo", "how old r u"), ("Mia", "im 10, i want to die"))
    flags = looked_at(nlp, said)[1][1].flags
    assert {flag.concern for flag in flags} == {Concern.CARE, Concern.OVERSHARING}
    assert all(flag.steps for flag in flags)


QUARREL = """Sam: ur so stupid rex
Rex: ur such an idiot nobody likes u
Sam: shut up u freak
Rex: i will beat u up tomorrow"""


def test_a_walk_begins_with_what_was_done_to_the_child(nlp: Language) -> None:
    walk = walk_through(nlp, OpenedChat.pasted(QUARREL), ChatReading(), FamilyAnswers("Sam", Between.FRIENDS))
    assert [mark.one.place for mark in walk.marks] == [2, 4, 1, 3]
    assert walk.is_of_both
    for me, places in (("Rex", [1, 3, 2, 4]), ("", [1, 2, 3, 4])):
        other = walk_through(nlp, OpenedChat.pasted(QUARREL), ChatReading(), FamilyAnswers(me, Between.FRIENDS))
        assert [mark.one.place for mark in other.marks] == places


def test_an_answer_of_the_child_stays_behind_its_question(nlp: Language) -> None:
    walk = walk_through(nlp, OpenedChat.pasted(ASKED), ChatReading(), FamilyAnswers("Mia", Between.ONLINE))
    assert [mark.one.place for mark in walk.marks] == [2, 3, 4]
    assert not walk.is_of_both


def test_two_players_who_tease_and_ask_for_a_picture_of_a_door_are_no_alarm(nlp: Language) -> None:
    found, read = looked_at(nlp, TWO_PLAYERS)
    assert all(climb.alarm is None for climb in found.watch.climbs())
    assert {flag.category for one in read for flag in one.flags} <= {"unkind/dismissal"}


def test_what_is_harmless_for_a_stage_is_not_named_for_it_by_the_second_reader_either(nlp: Language) -> None:
    said = (*SAID[2:], ("Rexo", "or ill post ur pics"), ("Rexo", "sure how old is he"))
    found, _ = looked_at(nlp, said)
    (climb,) = found.watch.climbs()
    assert climb.alarm is not None
    assert len(said) - 1 not in {step.turn for step in climb.steps}
