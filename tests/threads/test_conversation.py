"""A conversation is read turn by turn: each in its role, with what was said before it in view."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from spacy.language import Language

from coach.engine import Recall, pipeline
from coach.engine.direct import Direct
from coach.engine.text.bounded_cache import BoundedCache
from coach.errors import InputError
from coach.models import Audience, Concern, Message, Report, Role
from coach.models.category import FRIEND_HURTING
from coach.models.thread import Between, Turn
from coach.threads import Conversation, ReadTurn
from tests.shipped import both_readers

ONLINE = (
    ("Rexo", "ur the best builder on this server"),
    ("Mia", "thx lol"),
    ("Rexo", "how old r u"),
    ("Mia", "10"),
    ("Rexo", "dont tell ur mum we talk, she wont get it"),
    ("Mia", "ok i wont tell mum"),
    ("Rexo", "send a pic of u so i know its u"),
)


def turns_of(said: Sequence[tuple[str, str]]) -> list[Turn]:
    return [Turn(sender, text) for sender, text in said]


def conversation(
    nlp: Language, said: Sequence[tuple[str, str]], me: str = "Mia", between: Between | None = None
) -> tuple[Conversation, list[ReadTurn]]:
    found = Conversation(nlp, lambda: turns_of(said), me, between)
    return found, list(found.read())


def categories(read: ReadTurn) -> set[str]:
    return {flag.category for flag in read.flags}


def test_a_turn_of_the_child_is_a_sent_draft_and_the_others_are_received(nlp: Language) -> None:
    _, read = conversation(nlp, ONLINE)
    assert [one.is_mine for one in read] == [False, True] * 3 + [False]
    assert "red-flag/secrecy" in categories(read[4])
    assert "going-along/hides" in categories(read[5])


def test_a_sent_turn_says_what_now_and_never_not_to_send_it(nlp: Language) -> None:
    _, read = conversation(nlp, ONLINE)
    words = " ".join(
        f"{flag.why} {flag.note} {' '.join(flag.steps)}" for one in read if one.is_mine for flag in one.flags
    )
    assert words
    assert "don't send" not in words.lower()


def test_a_detail_that_answers_a_question_is_given_away(nlp: Language) -> None:
    _, read = conversation(nlp, ONLINE)
    assert {flag.concern for flag in read[3].flags} == {Concern.OVERSHARING}
    _, alone = conversation(nlp, [("Rexo", "what level is ur mage"), ("Mia", "10")])
    assert not alone[1].flags


def test_one_sign_of_somebody_known_only_online_decides_for_earlier_turns_too(nlp: Language) -> None:
    found, read = conversation(nlp, ONLINE)
    assert {one.report.message.audience for one in read} == {Audience.STRANGER}
    _, known = conversation(nlp, ONLINE, between=Between.FRIENDS)
    assert {one.report.message.audience for one in known} == {Audience.FRIEND}
    assert found.facts[""].looks_online


def test_family_of_every_day_is_read_as_friends(nlp: Language) -> None:
    found, read = conversation(nlp, [("Nan", "did you eat your sandwiches love"), ("Mia", "yes nan")])
    assert {one.report.message.audience for one in read} == {Audience.FRIEND}
    assert not [climb for climb in found.watch.climbs() if climb.alarm is not None]


def test_where_it_turned_names_a_line_for_each_stage(nlp: Language) -> None:
    found, _ = conversation(nlp, ONLINE)
    (climb,) = [climb for climb in found.watch.climbs() if climb.alarm is not None]
    assert climb.sender == "Rexo"
    assert {"secrecy", "picture-or-meeting"} <= {step.stage.id for step in climb.steps}
    assert all(step.phrase in ONLINE[step.turn][1] for step in climb.steps)


def test_without_a_child_every_turn_is_read_both_ways(nlp: Language) -> None:
    _, read = conversation(nlp, ONLINE, me="")
    assert not any(one.is_mine for one in read)
    assert "going-along/hides" in categories(read[5])


def test_somebody_who_is_not_in_the_chat_is_asked_for_again(nlp: Language) -> None:
    with pytest.raises(
        InputError, match="nobody writes in this chat as 'Tom'\n    fix: give --me one of these names: Rexo, Mia"
    ):
        conversation(nlp, ONLINE, me="Tom")


@pytest.mark.parametrize(
    ("text", "role"),
    [("@Mia ur so ugly", Role.TARGET), ("Tom ur so ugly", Role.WITNESS), ("ur so ugly", Role.TARGET)],
)
def test_in_a_group_the_one_who_is_named_or_wrote_before_is_meant(nlp: Language, text: str, role: Role) -> None:
    _, read = conversation(nlp, [("Tom", "hi"), ("Mia", "hi"), ("Zoe", text)])
    assert [flag.role for flag in read[2].flags] == [role]


def test_what_somebody_else_says_silences_nothing(nlp: Language) -> None:
    _, read = conversation(nlp, [("Tom", "ur so ugly"), ("Zoe", "jk lol"), ("Mia", "haha")])
    assert read[0].flags


def test_the_wrong_child_is_asked_about(nlp: Language) -> None:
    found, _ = conversation(nlp, ONLINE, me="Rexo", between=Between.FRIENDS)
    (climb,) = [climb for climb in found.watch.climbs() if climb.alarm is not None]
    assert climb.is_mine
    assert climb.sender == "Rexo"
    assert found.is_flagged
    right, _ = conversation(nlp, ONLINE)
    assert [climb.is_mine for climb in right.watch.climbs()] == [False]


DISCLOSED = (
    ("Lily", "can u keep a secret? dont tell anyone"),
    ("Mia", "ok i promise"),
    ("Lily", "my dad hits me"),
)


def test_a_friend_who_hurts_and_asks_for_silence_gets_care_and_no_report(nlp: Language) -> None:
    found, read = conversation(nlp, DISCLOSED)
    assert found.facts[""].disclosing == {"Lily"}
    assert {flag.category for flag in read[0].flags} == {FRIEND_HURTING}
    assert not any("report" in step or flag.lesson for flag in read[0].flags for step in flag.steps)
    _, online = conversation(nlp, DISCLOSED, between=Between.ONLINE)
    assert "red-flag/secrecy" in categories(online[0])


def test_a_plea_in_other_words_after_a_disclosure_is_care_too(nlp: Language) -> None:
    said = [("Tay", "my dad hit me with the belt again"), ("Mia", "tell miss brown"), ("Tay", "NO. swear u wont tell")]
    _, read = conversation(nlp, said)
    assert not any("red-flag" in category for one in read for category in categories(one))


def test_a_secret_that_nothing_explains_is_a_red_flag(nlp: Language) -> None:
    found, read = conversation(nlp, DISCLOSED[:2])
    assert found.facts[""].looks_online
    assert "red-flag/secrecy" in categories(read[0])


def test_a_turn_of_every_day_shows_nobody_known_only_online(nlp: Language) -> None:
    _, read = conversation(nlp, [("Mr Hall", "please come to my office before registration"), ("Mia", "ok")])
    assert not any(one.flags for one in read)


def test_what_is_ordinary_in_a_family_is_not_shown(nlp: Language) -> None:
    said = [("Mum", "are you home alone?"), ("Mia", "yeah til 6"), ("Nan", "whats your address again love")]
    _, read = conversation(nlp, said, between=Between.FAMILY)
    assert not any(one.flags for one in read)
    _, online = conversation(nlp, said[:2], between=Between.ONLINE)
    assert all(one.flags for one in online)


def test_what_hurts_is_shown_in_a_family_too(nlp: Language) -> None:
    said = [("Uncle", "send me a nude pic"), ("Uncle", "dont tell your mum"), ("Sam", "ur so ugly")]
    _, read = conversation(nlp, said, me="", between=Between.FAMILY)
    assert all(one.flags for one in read)


PHOTO = (
    ("ryan", "i still have that photo you sent"),
    ("Mia", "omg please delete it"),
    ("ryan", "send me another one or i show it to all your friends"),
    ("Mia", "pls dont"),
    ("ryan", "you have till 8"),
    ("ryan", "dont tell your mum"),
    ("Mia", "please delete it now"),
)


@pytest.mark.parametrize("me", ["", "Mia"])
def test_a_plea_to_a_blackmailer_gives_nothing_away_and_a_threat_goes_along_with_nothing(
    nlp: Language, me: str
) -> None:
    _, read = conversation(nlp, PHOTO, me=me, between=Between.ONLINE)
    assert not any(flag.concern is Concern.GOING_ALONG for one in read for flag in one.flags)
    assert Concern.CARE in {flag.concern for flag in read[1].flags}


@pytest.mark.parametrize(("between", "alarm"), [(Between.ONLINE, 2), (Between.FRIENDS, 5)])
def test_threats_that_come_again_are_an_alarm_whoever_makes_them(between: Between, alarm: int) -> None:
    found, _ = conversation(both_readers(), PHOTO, between=between)
    assert [(climb.sender, climb.alarm) for climb in found.watch.climbs() if climb.alarm is not None] == [
        ("ryan", alarm)
    ]


def test_a_child_that_is_hurt_at_home_is_not_sent_to_whoever_is_there(nlp: Language) -> None:
    said = [
        ("Max", "u ok?"),
        ("Mia", "no. dad hits me again"),
        ("Mia", "hes asleep on the sofa, im home alone with him"),
    ]
    _, (*_, last) = conversation(nlp, said)
    alone = [flag for flag in last.flags if flag.category == "oversharing/home-alone"]
    assert alone
    assert all("outside the home" in flag.steps[0] for flag in alone)
    _, (*_, calm) = conversation(nlp, [said[0], said[2]])
    assert all("outside the home" not in flag.steps[0] for flag in calm.flags)


def test_nobody_says_sorry_to_a_blackmailer(nlp: Language) -> None:
    said = [("kai", "send more pics or i post them to your whole school"), ("Mia", "i hate you just die")]
    _, read = conversation(nlp, said)
    assert not any("sorry" in step.lower() for flag in read[1].flags for step in flag.steps)
    _, first = conversation(nlp, said[1:])
    assert any("sorry" in step.lower() for flag in first[0].flags for step in flag.steps)


def test_a_rude_no_to_a_stranger_is_no_matter_of_manners_and_a_threat_stays_one(nlp: Language) -> None:
    asked = (*ONLINE, ("Mia", "ew no get lost perv"), ("Mia", "u loser"))
    _, read = conversation(nlp, asked)
    assert categories(read[-2]) == set()
    assert categories(read[-1]) == {"unkind/name-calling"}
    _, read = conversation(nlp, (*ONLINE, ("Mia", "no go and die perv")))
    assert categories(read[-1]) == {"unkind/self-harm"}


def test_a_level_in_a_game_is_no_age(nlp: Language) -> None:
    for asked, is_age in (("what lvl r u", False), ("how old r u", True)):
        _, read = conversation(nlp, (*ONLINE[:1], ("Rexo", asked), ("Mia", "14 nearly 15")), between=Between.ONLINE)
        assert ("oversharing/age-birthday" in categories(read[-1])) is is_age


def test_a_short_answer_counts_only_behind_unkind_words(nlp: Language) -> None:
    for answer in ("no", "thats not fair"):
        said = [("Sam", "practice is at five"), ("Mia", answer), ("Sam", "ur so ugly"), ("Mia", answer)]
        found, _ = conversation(nlp, said)
        assert [one.turn for one in found.watch.answered()] == [3]


REPEATED = (
    ("Rexo", "haha ok"),
    ("Mia", "haha ok"),
    ("Rexo", "what school do u go to"),
    ("Mia", "oakfield"),
    ("Rexo", "dont tell ur mum we talk"),
    ("Mia", "oakfield"),
    ("Rexo", "ur so ugly"),
    ("Mia", "ur so ugly"),
)


@pytest.mark.parametrize("me", ["Mia", ""])
def test_a_turn_that_was_said_before_is_read_once_and_reported_as_if_it_were_new(
    nlp: Language, me: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = list[Message]()
    report_of = pipeline._report

    def counted(nlp: Language, message: Message, direct: Direct | None) -> Report:
        read.append(message)
        return report_of(nlp, message, direct)

    monkeypatch.setattr(pipeline, "_report", counted)
    found, turns = conversation(nlp, REPEATED * 3, me)
    climbs = list(found.watch.climbs())
    assert len(read) == len(set(read)) < len(REPEATED) * 3
    monkeypatch.setattr(Recall, "report", lambda _, message, read: read(message))
    monkeypatch.setattr(BoundedCache, "__missing__", lambda cache, text: cache._compute(text))
    anew, again = conversation(nlp, REPEATED * 3, me)
    assert len(read) > len(REPEATED) * 3
    assert again == turns
    assert list(anew.watch.climbs()) == climbs


@pytest.mark.parametrize(
    ("question", "answer", "wanted", "unwanted"),
    [
        ("is ur dad in", "hes in the gardin", "near you", "Open the front door"),
        ("u home alone after school then", "nah mums usually on calls", "near you", "Open the front door"),
        ("u home alone after school then", "yh mums at work til 6", "Open the front door", "busy with"),
        ("just tell me where to post it", "ok ill check our post code", "Stop here", "at the door"),
        ("how old r u", "nearly 10", "asks for more", "no secret"),
    ],
)
def test_words_about_an_answer_fit_what_it_says(
    nlp: Language, question: str, answer: str, wanted: str, unwanted: str
) -> None:
    _, read = conversation(nlp, (("Rexo", question), ("Mia", answer)), between=Between.ONLINE)
    words = " ".join(f"{flag.why} {flag.note} {' '.join(flag.steps)}" for flag in read[1].flags)
    assert wanted in words
    assert unwanted not in words


@pytest.mark.parametrize(
    ("said", "gives"),
    [
        (("u home alone after school?", "im round ur way fri", "mums usually on calls"), True),
        (("u home alone after school?", "gg nice game", "yes"), False),
        (("what school u at?", "lol", "brb", "nvm", "oakfield"), False),
    ],
)
def test_an_answer_may_come_after_one_more_turn_if_its_own_words_say_it(
    nlp: Language, said: tuple[str, ...], gives: bool
) -> None:
    turns = [*(("Rexo", text) for text in said[:-1]), ("Mia", said[-1])]
    _, read = conversation(nlp, turns, between=Between.ONLINE)
    assert bool(read[-1].flags) is gives


@pytest.mark.parametrize(
    ("said", "goes_along"),
    [
        (("would u come with me to mars one day", "only if i can come back"), False),
        (("meet me by the river at the bee sign, i have campfires", "coming"), False),
        (("dont tell ur mum we talk", "lol", "meet me by the river on saturday", "coming"), True),
        (("can u keep a secret from ur mum", "yh promise"), True),
    ],
)
def test_a_bare_answer_goes_along_only_where_somebody_wanted_something(
    nlp: Language, said: tuple[str, ...], goes_along: bool
) -> None:
    turns = [(("Rexo", "Mia")[number % 2], text) for number, text in enumerate(said)]
    _, read = conversation(nlp, turns, between=Between.ONLINE)
    assert any(flag.concern is Concern.GOING_ALONG for flag in read[-1].flags) is goes_along


def test_a_question_about_a_password_that_nobody_asks_for_has_no_answer(nlp: Language) -> None:
    said = (("Mod", "No moderator will ever ask for your password."), ("Mia", "ok good my dad says that too"))
    _, read = conversation(nlp, said, between=Between.ONLINE)
    assert not read[1].flags


HOMEWORK = (
    ("Mum ❤️", "did u feed the cat? homework?"),
    ("Mia", "question 4 is impossible"),
    ("Mum ❤️", "send me a picture"),
    ("Mum ❤️", "stay there ill pick u up at 4"),
)


@pytest.mark.parametrize(
    ("name", "flags"),
    [
        ("Mum ❤️", False),
        ("My Dad (work)", False),
        ("Nani", False),
        ("Auntie Bea", False),
        ("Leo's nan", True),
        ("Uncle Sam", True),
        ("Daddy", True),
        ("Rexo", True),
    ],
)
def test_family_by_name_may_ask_for_a_picture_of_the_homework(nlp: Language, name: str, flags: bool) -> None:
    said = [(name if sender != "Mia" else sender, text) for sender, text in HOMEWORK]
    _, read = conversation(nlp, said)
    assert any(one.flags for one in read) is flags


def test_a_secret_from_somebody_named_as_a_parent_is_seen(nlp: Language) -> None:
    said = (*HOMEWORK, ("Mum ❤️", "send me a pic of u in ur undies and dont tell anyone, its our secret"))
    _, read = conversation(nlp, said)
    assert {"red-flag/secrecy", "red-flag/asks-photo"} <= {category for one in read for category in categories(one)}


def test_family_by_name_may_ask_who_is_there_in_a_group_and_nobody_else_may(nlp: Language) -> None:
    for name, flags in (("Aunt Paula", False), ("Paulo", True)):
        said = (("Mia", "were at the fair"), ("Dino", "its so loud"), (name, "is your mother with you?"))
        _, read = conversation(nlp, said)
        assert bool(read[-1].flags) is flags


def test_a_guess_of_the_second_reader_is_no_red_flag_between_friends_whose_words_show_nothing_else() -> None:
    said = [("Leo", "show me? just a quick 1 of u on it"), ("Mia", "haha ok")]
    nlp = both_readers()
    assert not any(one.flags for one in conversation(nlp, said)[1])
    for more, between in (([("Leo", "dont tell ur mum we talk")], None), ([], Between.ONLINE)):
        _, read = conversation(nlp, [*said, *more], between=between)
        assert [flag.rule for flag in read[0].flags] == ["red-flag/asks-photo/second-reader"]


def test_friends_who_plan_a_sleepover_are_no_strangers(nlp: Language) -> None:
    said = [
        ("Zed", "whos in for the sleepover at mine saturday"),
        ("Bel", "me"),
        ("Kaz", "can we come round at 6"),
        ("Zed", "12 mill lane 7pm"),
    ]
    _, read = conversation(nlp, said, me="Bel", between=Between.FRIENDS)
    assert not any(one.flags for one in read)
    _, read = conversation(nlp, said, me="Zed", between=Between.FRIENDS)
    assert "police" not in read[-1].flags[0].note
    _, read = conversation(nlp, said, me="Bel")
    assert not any("only know online" in flag.why for one in read for flag in one.flags)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("think i drive past there, is urs the one w the red door", "green one, 2 past the postbox"),
        ("is urs the house w the trampoline", "nah next door, the blue gate"),
        ("wheres ur window, front or back", "back one over the shed"),
        ("dont tell ur mum", "who would i even tell"),
        ("promise u wont show anyone our chat", "like id do that lol"),
        ("go on just 1, doesnt have to be ur face if ur shy", "ok but the light is rubbish in here"),
        ("i put 1700 coins in ur inbox bc ur my fave. just press yes when it pops up", "done"),
        ("ill be around the mall on saturday, i can give you the card by hand", "okay what time"),
    ],
)
def test_a_short_answer_in_any_words_is_marked_online_and_not_between_friends(
    nlp: Language, asked: str, answer: str
) -> None:
    for between, is_marked in ((Between.ONLINE, True), (Between.FRIENDS, False)):
        _, read = conversation(nlp, [("Rexo", asked), ("Mia", answer)], between=between)
        assert bool(read[-1].flags) is is_marked


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("which gate isnt trapped", "green one, just left of the lava"),
        ("which house is urs in the server", "green one, 2 past the portal"),
        ("what road u on", "the road to success"),
        ("which is ur fav house", "the red one"),
        ("dont tell ur mum", "who are you to ask that, im telling her"),
    ],
)
def test_answers_about_a_game_and_a_no_give_nothing_away(nlp: Language, asked: str, answer: str) -> None:
    _, read = conversation(nlp, [("Rexo", asked), ("Mia", answer)], between=Between.ONLINE)
    assert read[-1].flags == ()


def test_nice_behind_a_detail_and_comfort_behind_a_wish_say_of_no_joke_that_it_was_none(nlp: Language) -> None:
    for said in (
        [("Rexo", "what school u go to"), ("Mia", "oakfield"), ("Rexo", "nice")],
        [("Ana", "i want to die"), ("Mia", "ana pls dont say that")],
        [("Ana", "i fell off my bike"), ("Mia", "ouch")],
    ):
        chat, _ = conversation(nlp, said)
        assert list(chat.watch.answered()) == []
    chat, _ = conversation(nlp, [("Ana", "ur so ugly"), ("Mia", "nice")])
    assert [one.words for one in chat.watch.answered()] == ["nice"]


def test_what_is_sent_asks_what_now_and_never_for_a_pause(nlp: Language) -> None:
    _, read = conversation(nlp, [("Ana", "hi"), ("Mia", "ur so ugly"), ("Ana", "ur so ugly")])
    assert [flag.weight_word for one in read for flag in one.flags] == ["what now", "hurts"]


@pytest.mark.parametrize(
    ("said", "is_hinted"),
    [
        (["what school u go to"], True),
        (["send me a pic", "ok send me a pic of ur face"], True),
        (["send me a pic"], False),
        (["did u do the maths"], False),
    ],
)
def test_where_nobody_said_how_they_know_each_other_it_is_said_that_it_may_be_online(
    nlp: Language, said: list[str], *, is_hinted: bool
) -> None:
    turns = [("Sam", text) for text in said]
    assert conversation(nlp, [*turns, ("Mia", "ok")])[0].may_be_online is is_hinted
    assert not conversation(nlp, [*turns, ("Mia", "ok")], between=Between.FRIENDS)[0].may_be_online
