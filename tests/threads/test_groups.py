"""Who is hit in a group and by how many, who joined in, who stood up; and who says that a joke was none."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.language import Language

from coach.models import Concern, Role
from coach.models.thread import Between, Turn
from coach.threads import Conversation
from coach.threads.group_turns import GroupTurn
from coach.threads.groups import HURTING, HurtingSince, answered, hurting_since, is_group, read_group
from coach.threads.words import said_of_group
from tests.threads.reading import flag, rows, turns_of, unkind


@pytest.mark.parametrize("row", rows("groups"), ids=lambda row: row["name"])
def test_a_small_group_is_read(nlp: Language, row: dict[str, Any]) -> None:
    group = read_group(nlp, turns_of(row))
    assert {whom: sorted(by) for whom, by in group.hit_by.items()} == row["hit"]
    assert sorted(group.joined) == row["joined"]
    assert sorted(group.stood_up) == row["stood_up"]


@pytest.mark.parametrize("is_known", [False, True], ids=["no child named", "a child named"])
@pytest.mark.parametrize("row", rows("group_chats"), ids=lambda row: row["name"])
def test_a_whole_chat_of_a_group_is_read(nlp: Language, row: dict[str, Any], *, is_known: bool) -> None:
    turns = [Turn(sender, text) for sender, text in row["turns"]]
    chat = Conversation(nlp, lambda: turns, turns[-1].sender if is_known else "", Between.FRIENDS)
    list(chat.read())
    stories = list(chat.watch.groups(chat.facts.values()))
    hit_by = {whom: sorted(by) for story in stories for whom, by in story.hit_by.items()}
    assert hit_by == row["hit"]
    assert sorted(name for story in stories for name in story.joined) == row["joined"]
    assert sorted(name for story in stories for name in story.stood_up) == row["stood_up"]


@pytest.mark.parametrize(
    ("said", "joined"),
    [("+1", True), ("@maya so true", True), ("ugly ugly ugly", True), ("+1 for pizza", False), ("@zoe so true", False)],
)
def test_a_vote_and_a_chant_right_behind_are_joining(nlp: Language, said: str, *, joined: bool) -> None:
    turns = [GroupTurn("zoe", "hi"), GroupTurn("maya", "hi"), GroupTurn("kai", "maya ur ugly", (unkind("ur ugly"),))]
    assert ("amir" in read_group(nlp, [*turns, GroupTurn("amir", said)]).joined) is joined


def test_who_laughs_and_teases_back_is_not_hit_but_who_says_stop_is(nlp: Language) -> None:
    tease = flag("unkind/name-calling", "u noob")
    turns = [GroupTurn("sam", "hi"), GroupTurn("kai", "hi"), GroupTurn("leo", "sam u noob", (tease,))]
    assert read_group(nlp, [*turns, GroupTurn("sam", "haha ur the noob, 2 misses in a row")]).hit_by == {}
    assert read_group(nlp, [*turns, GroupTurn("sam", "haha stop it thats mean")]).hit_by == {"sam": {"leo": (2,)}}
    assert read_group(nlp, [*turns, GroupTurn("sam", "lol")]).hit_by == {"sam": {"leo": (2,)}}
    joined = [*turns, GroupTurn("kai", "so true"), GroupTurn("sam", "haha ur the noob, 2 misses in a row")]
    assert read_group(nlp, joined).hit_by == {"sam": {"leo": (2,)}}


def test_somebody_who_wrote_long_before_is_known_by_name(nlp: Language) -> None:
    turns = [GroupTurn("bo", "zorbi ur ugly", (unkind("ur ugly"),)), GroupTurn("cy", "hi")]
    assert read_group(nlp, turns, ["zorbi"]).hit_by == {"zorbi": {"bo": (0,)}}


@pytest.mark.parametrize("row", [row for row in rows("groups") if row["answered"]], ids=lambda row: row["name"])
def test_an_answer_says_that_a_joke_was_none(nlp: Language, row: dict[str, Any]) -> None:
    turns = turns_of(row)
    found = {(one.turn, one.to): one.words for one in answered(nlp, turns)}
    for turn, to in row["answered"]:
        assert found[turn, to] in turns[turn].text


def test_nobody_answers_themselves_nor_three_turns_later(nlp: Language) -> None:
    own = [GroupTurn("ana", "ur so slow jk"), GroupTurn("ana", "not funny")]
    late = [GroupTurn("ana", "ur so slow jk"), *(GroupTurn("bo", text) for text in ("hi", "hm", "ok"))]
    assert list(answered(nlp, own)) == []
    assert [one.to for one in answered(nlp, [*late, GroupTurn("cy", "not funny")])] == [3]


def test_every_hit_is_kept_with_its_turn(nlp: Language) -> None:
    texts = [("ana", "hi"), ("bo", "ana ur ugly"), ("cy", "ana ur dumb"), ("bo", "ana ur a freak")]
    turns = [GroupTurn(who, text, (unkind(text),) if "ur" in text else ()) for who, text in texts]
    group = read_group(nlp, turns)
    assert group.hit_by == {"ana": {"bo": (1, 3), "cy": (2,)}}
    assert group.joined == {}


def test_a_bare_name_behind_a_vote_for_the_worst_is_a_hit(nlp: Language) -> None:
    poll = unkind("who is the ugliest")
    texts = [("lena", "hi"), ("mia", "who is the ugliest"), ("jo", "lena"), ("kai", "lena obvs")]
    turns = [GroupTurn(who, text, (poll,) if text == poll.phrase else ()) for who, text in texts]
    assert read_group(nlp, turns).hit_by == {"lena": {"jo": (2,), "kai": (3,)}}


def test_a_name_that_only_an_answer_shows_to_hurt_is_a_hit(nlp: Language) -> None:
    texts = [("mia", "look at this pic"), ("jo", "thats you lena lol"), ("lena", "that was mean")]
    assert read_group(nlp, [GroupTurn(who, text) for who, text in texts]).hit_by == {"lena": {"jo": (1,)}}


def test_sending_off_whoever_was_hit_is_a_hit_and_a_greeting_stands_up_for_nobody(nlp: Language) -> None:
    said = (
        ("mia", "hi"),
        ("leo", "mia ur trash"),
        ("ava", "just leave the group"),
        ("zoe", "hey"),
        ("bea", "hey stop"),
    )
    group = read_group(nlp, [GroupTurn(who, text, (unkind("ur trash"),) if "ur" in text else ()) for who, text in said])
    assert group.hit_by == {"mia": {"leo": (1,), "ava": (2,)}}
    assert group.joined == {}
    assert group.stood_up == {"bea": 4}


@pytest.mark.parametrize(("text", "is_no"), [("why", False), ("why?", False), ("not funny", True)])
def test_a_bare_why_is_no_answer_to_a_joke(nlp: Language, text: str, *, is_no: bool) -> None:
    turns = [GroupTurn("ana", "ur so slow jk", (unkind("ur so slow"),)), GroupTurn("bo", text)]
    assert bool(list(answered(nlp, turns))) is is_no


def test_who_is_hit_only_by_what_others_answer_is_something_to_look_at(nlp: Language) -> None:
    said = [
        ("Ana", "kendra again, so long at the board"),
        ("Bo", "\U0001f602"),
        ("Cy", "leave kendra alone, stop being mean"),
    ]
    chat = Conversation(nlp, lambda: [Turn(sender, text) for sender, text in [*said, ("Kendra", "ok")]], "Cy")
    assert not any(flag.concern is Concern.UNKIND for one in chat.read() for flag in one.flags)
    assert [story.hit_by for story in chat.watch.groups(chat.facts.values())] == [{"Kendra": {"Ana": (0,)}}]
    assert chat.is_flagged


@pytest.mark.parametrize(
    ("answer", "is_hit"),
    [
        ("leave kendra alone", True),
        ("not funny, kendra has feelings", True),
        ("kendra was good", False),
        ("haha leave kendra alone", False),
        ("kendra are you ok", False),
        ("what page is it", False),
    ],
)
def test_a_defence_shows_what_was_unkind_and_praise_or_a_joke_does_not(
    nlp: Language, answer: str, *, is_hit: bool
) -> None:
    said = [("ana", "kendra so long at the board"), ("kendra", "i had to think"), ("cy", answer)]
    hit_by = read_group(nlp, [GroupTurn(*each) for each in said]).hit_by
    assert hit_by == ({"kendra": {"ana": (0,)}} if is_hit else {})


def test_who_laughed_before_the_third_sender_wrote_is_remembered(nlp: Language) -> None:
    said = [("Ana", "kendra so long at the board \U0001f480"), ("Kendra", "i had to think"), *[("Ana", "hm ok")] * 3]
    turns = [Turn(*each) for each in [*said, ("Cy", "who cares how long it takes")]]
    chat = Conversation(nlp, lambda: turns, "Cy")
    list(chat.read())
    assert [story.hit_by for story in chat.watch.groups(chat.facts.values())] == [{"Kendra": {"Ana": (0,)}}]


def test_three_senders_are_a_group() -> None:
    turns = [GroupTurn(sender, "hi") for sender in ("ana", "bo", "ana", "cy")]
    assert is_group(turns)
    assert not is_group(turns[:3])


def test_since_when_a_friend_hurts() -> None:
    hurts = flag(HURTING, "i cant go on", Role.WITNESS)
    turns = [GroupTurn("bo", "hi"), *[GroupTurn("ana", "i cant go on", (hurts,))] * 2, GroupTurn("bo", "no")]
    assert hurting_since(turns) == {"ana": HurtingSince(first=1, turns=2)}
    assert hurting_since([]) == {}


def test_what_is_said_of_a_group_names_the_messages(nlp: Language) -> None:
    said = [
        ("Leo", "did u see what mia wore today"),
        ("Ada", "lol yes"),
        ("Leo", "mia ur so ugly"),
        ("Ada", "fr ur so ugly"),
        ("Ivy", "lmaooo"),
        ("Sam", "leave her alone"),
        ("Mia", "that was mean"),
    ]
    chat = Conversation(nlp, lambda: [Turn(*one) for one in said], between=Between.FRIENDS)
    list(chat.read())
    words = " ".join(said_of_group(chat.watch, chat.facts.values()))
    assert "2 people: Leo (messages 1, 3), Ada (message 4)." in words
    assert "Joined in: Ivy (message 5)." in words
    assert "Stood up for somebody: Sam (message 6)." in words


@pytest.mark.parametrize(
    ("me", "said"),
    [
        (
            "",
            "Message 1 (\u201cbo u little idiot jk\u201d) was answered with \u201cnot funny\u201d (message 2): for Bo it was not",
        ),
        (
            "Bo",
            "Message 1 (\u201cbo u little idiot jk\u201d): you answered \u201cnot funny\u201d (message 2). For you it was not",
        ),
    ],
)
def test_an_answer_is_said_with_the_words_that_it_answers_and_who_gave_it(nlp: Language, me: str, said: str) -> None:
    turns = [("Ana", "bo u little idiot jk"), ("Bo", "not funny"), ("Cy", "yeah thats not ok ana")]
    chat = Conversation(nlp, lambda: [Turn(*one) for one in turns], me, between=Between.FRIENDS)
    list(chat.read())
    assert said in " ".join(said_of_group(chat.watch, chat.facts.values()))


KIND = [
    ("Rex", "lena ur drawing is so ugly lol"),
    ("Tam", "lol true"),
    ("Sam", "stop it rex thats mean"),
    ("Lena", ":("),
    ("Sam", "lena u can sit with us tomorrow, i like ur drawing"),
    ("Rex", "ok sam u loser nobody asked you"),
    ("Sam", "lena do u want to come to mine on saturday?"),
]


@pytest.mark.parametrize("me", ["Sam", "Tam"])
def test_what_the_child_did_for_somebody_is_said_first(nlp: Language, me: str) -> None:
    chat = Conversation(nlp, lambda: [Turn(*one) for one in KIND], me, between=Between.FRIENDS)
    list(chat.read())
    said = list(said_of_group(chat.watch, chat.facts.values()))
    if me == "Sam":
        assert said[:2] == [
            "You stood up for Lena (message 3). That takes courage.",
            "You were kind to Lena (messages 5, 7). That helps more than it looks.",
        ]
        assert not any("Stood up for somebody" in line for line in said), "it is not said twice"
    else:
        assert "Stood up for somebody: Sam (message 3)." in said
        assert not any(line.startswith(("You stood", "You were kind")) for line in said)


@pytest.mark.parametrize(
    "own", ["lol true", "lena is so lame haha", "rex ur funny", "what page is the homework", "sorry but its a bit true"]
)
def test_not_every_word_of_the_child_is_kind(nlp: Language, own: str) -> None:
    turns = [*KIND[:2], ("Sam", own)]
    chat = Conversation(nlp, lambda: [Turn(*one) for one in turns], "Sam", between=Between.FRIENDS)
    list(chat.read())
    kind = ("You stood up", "You were kind")
    assert not any(line.startswith(kind) for line in said_of_group(chat.watch, chat.facts.values()))


def test_an_objection_of_who_was_hit_last_is_for_themselves(nlp: Language) -> None:
    turns = [GroupTurn("zoe", "hi"), GroupTurn("kai", "ruby ur hair is straw", (unkind("ur hair is straw"),))]
    turns += [
        GroupTurn("kai", "tom u smell", (unkind("u smell"),)),
        GroupTurn("tom", "thats mean"),
        GroupTurn("ruby", "hi"),
    ]
    assert read_group(nlp, turns).kindness == ()
    assert [one.to for one in read_group(nlp, [*turns, GroupTurn("tom", "stop saying that about ruby")]).kindness] == [
        "ruby"
    ]


def test_what_a_turn_calls_theirs_is_of_the_one_who_spoke_of_their_own(nlp: Language) -> None:
    turns = [GroupTurn("ella", "my hamster died last night"), GroupTurn("jo", "oh no im so sorry")]
    cruel = GroupTurn("kit", "lol who cares about ur hamster", (unkind("who cares about ur"),), is_to_you=True)
    assert read_group(nlp, [*turns, cruel, GroupTurn("sam", "hi")]).hit_by == {"ella": {"kit": (2,)}}


def test_to_whom_somebody_is_sent_for_comfort_is_not_hit(nlp: Language) -> None:
    turns = [GroupTurn("ana", "hi"), GroupTurn("zed", "tom u smell", (unkind("u smell"),)), GroupTurn("tom", "stop")]
    again = GroupTurn("zed", "go cry to ana", (unkind("go cry to ana"),), is_to_you=True)
    assert read_group(nlp, [*turns, again]).hit_by == {"tom": {"zed": (1, 3)}}


def test_a_dig_beside_a_rule_of_the_teacher_hits_nobody(nlp: Language) -> None:
    dig = GroupTurn("ros", "some people never listen", (unkind("some people never listen"),))
    rule = [GroupTurn("nia", "miss said whoever talks is out of the play"), GroupTurn("pax", "harsh")]
    assert read_group(nlp, [*rule, dig]).hit_by == {}
    assert read_group(nlp, [*rule, dig]).unnamed == {}
