"""The judge of an answer to a draft."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from spacy.language import Language

from coach.course import judge_rewrite
from coach.engine import check as engine_check
from coach.models import AnswerJudgement, AnswerVerdict, Audience, Message, Report, RewriteTask
from tests.course.writing import check
from tests.shipped_course import shipped_course

TASK = RewriteTask(
    start="ur drawing is so ugly", keep=("drawing", "a lot"), hint="H", solution="I like your drawing a lot.", line=1
)
FREE = TASK.model_copy(update={"keep": (), "wants": (), "least": 1})
LESSONS = shipped_course().lessons


def judged(text: str, task: RewriteTask = TASK, **changes: object) -> AnswerJudgement:
    return judge_rewrite(task.model_copy(update=changes), text, check)


@pytest.mark.parametrize("text", ["", " \n", "...", "\u200b", "?!"])
@pytest.mark.parametrize("is_judged", [True, False])
def test_an_answer_needs_words(text: str, is_judged: bool) -> None:
    found = judged(text, is_judged=is_judged)
    assert (found.verdict, found.words) == (
        AnswerVerdict.LOST_THE_POINT,
        "Write your own words first. Short is fine.",
    )


@pytest.mark.parametrize(
    "text",
    ["ur drawing is so ugly", " UR drawing  is so ugly\n", "ur drawing is so ugly!!", '"Ur drawing, is so ugly"'],
)
def test_the_first_words_are_not_an_answer(text: str) -> None:
    found = judged(text)
    assert found.verdict is AnswerVerdict.STILL_FLAGGED
    assert found.words.startswith("These are still the first words.")


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("I like it so much", '"drawing" and "a lot"'),
        ("I like paintings a lot", '"drawing"'),
        ("I like your Drawing", '"a lot"'),
    ],
)
def test_what_must_stay_is_asked_for(text: str, missing: str) -> None:
    found = judged(text)
    assert found.verdict is AnswerVerdict.LOST_THE_POINT
    assert found.words == f"Keep {missing} in it, so that it still says what you want."
    assert found.missing == (found.words,)


@pytest.mark.parametrize(
    "text", ["I like ur drawings alot", "i like your drawng a lot", "drawin is fun and i do it a lot"]
)
def test_kept_words_may_be_spelled_as_children_spell(text: str) -> None:
    assert judged(text).verdict is AnswerVerdict.YOU_DECIDE


def test_one_of_two_kept_words_is_enough() -> None:
    assert judged("can I have a go", keep=("turn or go",)).verdict is AnswerVerdict.YOU_DECIDE
    assert judged("can I have it", keep=("turn or go",)).words.startswith('Keep "turn" or "go" in it')


@pytest.mark.parametrize(
    "text", ["drawing a lot", "a lot the drawing", "Drawing!! lol a lot", "drawing drawings a lot"]
)
def test_kept_words_alone_are_not_an_answer(text: str) -> None:
    assert judged(text).verdict is AnswerVerdict.LOST_THE_POINT


@pytest.mark.parametrize(("text", "verdict"), [("go on", "lost-the-point"), ("go on then", "you-decide")])
def test_an_answer_has_a_least_length(text: str, verdict: str) -> None:
    assert judged(text, FREE, least=3).verdict == verdict


def test_an_emoji_says_something_but_is_not_a_word() -> None:
    assert judged("\U0001f499", FREE, least=2).words.startswith("Say a bit more")


def test_what_is_still_flagged_is_named_with_its_reason() -> None:
    found = judged("drawing a lot, still ugly")
    assert found.verdict is AnswerVerdict.STILL_FLAGGED
    assert found.words == 'Look at "ugly" again. Looks are hard to change.'
    assert [(flag.phrase, flag.category) for flag in found.flags] == [("ugly", "unkind/looks")]


def test_care_comes_first_and_never_scolds() -> None:
    found = judged("i feel alone and ugly")
    assert found.verdict is AnswerVerdict.STILL_FLAGGED
    assert found.words == "Thank you for saying it."


@pytest.mark.parametrize("text", ["I like your DRAWING a  Lot", "Your drawing? I like it a lot! \U0001f600"])
def test_silence_is_not_praised(text: str) -> None:
    found = judged(text)
    assert found.verdict is AnswerVerdict.YOU_DECIDE
    assert found.is_yours
    assert found.words == "Coach sees nothing here. Now you two decide."


def test_an_answer_is_checked_for_its_audience() -> None:
    seen: list[Message] = []

    def note(message: Message) -> Report:
        seen.append(message)
        return Report(message=message)

    judge_rewrite(TASK.model_copy(update={"audience": Audience.STRANGER}), "drawing a lot", note)
    assert seen == [Message(text="drawing a lot", audience=Audience.STRANGER)]


def test_in_a_language_without_rules_no_verdict_is_given() -> None:
    found = judged("komm r\u00fcber, Burg", is_judged=False)
    assert found.verdict is None
    assert found.is_yours


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ich mag deine zeichnung nicht so sehr", "German"),
        ("no me gusta pero est\u00e1 muy bien para ti", "Spanish"),
        ("\u043c\u043d\u0435 \u043d\u0440\u0430\u0432\u0438\u0442\u0441\u044f", "Cyrillic letters"),
    ],
)
def test_an_answer_in_a_language_that_coach_does_not_read_gets_no_verdict(text: str, language: str) -> None:
    found = judged(text)
    assert (found.verdict, found.missing, found.is_yours) == (None, (), True)
    assert found.words.startswith("Coach reads English only")
    assert f"({language})" in found.words


def test_harm_in_an_answer_in_another_language_is_still_said() -> None:
    assert judged("ich finde das ist wirklich ugly").verdict is AnswerVerdict.STILL_FLAGGED
    refused = judged("ich finde das ist wirklich mies", never=("mies",))
    assert (refused.verdict, refused.flags[0].phrase) == (AnswerVerdict.STILL_FLAGGED, "mies")


@pytest.mark.parametrize(
    ("kind", "brings", "lacks"),
    [
        ("asks", "cud u pass it nxt time plz", "the ball is round"),
        ("asks", "u going swimming today?", "swimming today"),
        ("says-what-they-feel", "i was rly sad abt that", "that one is blue"),
        ("offers", "we can do it 2gether", "it is raining now"),
        ("thanks", "tysm for the pencil", "the pencil is here"),
        ("apologises", "soz i was late", "the bus was late"),
        ("says-no", "nah im not allowed", "i will be there"),
        ("gives-a-reason", "cuz my phone is at 2 percent", "give it back now"),
        ("says-something-kind", "ur drawing is soooo cool", "that is a drawing"),
        ("answers", "i think we need glue", "hi juno hello"),
        ("plans", "lets do the show first", "a big red cat"),
        ("invites", "who wants to come on sunday", "cake and balloons"),
        ("keeps-the-topic", "a drawing of a horse", "a horse in a field"),
    ],
)
def test_each_kind_is_known_in_slang_and_missed_where_it_is_not(kind: str, brings: str, lacks: str) -> None:
    task = FREE.model_copy(update={"wants": (kind,)})
    assert judged(brings, task).verdict is AnswerVerdict.YOU_DECIDE
    found = judged(lacks, task)
    assert found.verdict is AnswerVerdict.LOST_THE_POINT
    assert len(found.missing) == 1


def test_wanted_kinds_are_all_needed_unless_joined_by_or() -> None:
    text = "sorry about that"
    assert judged(text, FREE, wants=("apologises or thanks",)).is_yours
    assert len(judged(text, FREE, wants=("asks", "thanks")).missing) == 2


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ur so boring", "puts-down"),
        ("shut up about it please", "puts-down"),
        ("give it back or i tell mum", "threatens"),
        ("if u dont stop i will tell", "threatens"),
        ("lol nice one", "mocks"),
        ("the picture is great \U0001f644", "mocks"),
        ("wow cool drawing \U0001f921", "mocks"),
        ("why did u wear that", "looks"),
        ("cool but lose some weight", "looks"),
    ],
)
def test_no_answer_may_sting(text: str, kind: str) -> None:
    found = judged(text, FREE)
    assert found.verdict is AnswerVerdict.STILL_FLAGGED
    assert kind in {flag.category for flag in found.flags}
    assert all(text[flag.start : flag.end] == flag.phrase and flag.why for flag in found.flags)


@pytest.mark.parametrize(
    ("text", "is_yours"),
    [
        ("I'm sorry Mei, your poem was beautiful and I was stupid", True),
        ("sorry i was being such an idiot", True),
        ("that was so selfish of me, sorry", True),
        ("sorry i was rude but u are stupid", False),
        ("i was joking u idiot", False),
    ],
)
def test_a_hard_word_on_oneself_stings_nobody(text: str, *, is_yours: bool) -> None:
    assert judged(text, FREE).is_yours is is_yours


@pytest.mark.parametrize(
    "text", ["ur not boring at all", "lol that looks fun \U0001f602", "you look so happy", "it was great"]
)
def test_kind_words_do_not_sting(text: str) -> None:
    assert judged(text, FREE).verdict is AnswerVerdict.YOU_DECIDE


def test_a_step_can_refuse_kinds_and_words() -> None:
    assert judged("u never pass the ball", FREE).is_yours
    assert judged("u never pass the ball", FREE, never=("blames",)).flags[0].category == "blames"
    found = judged("say it to Max then", FREE, never=("max",))
    assert (found.verdict, found.flags[0].phrase) == (AnswerVerdict.STILL_FLAGGED, "Max")


UNSAFE = [
    "come over and build a castle with me",
    "u can come to my house",
    "lets meet at the park",
    "see you there on saturday",
    "text me",
    "add me on snap",
    "whats ur number",
    "i got the house to myself",
    "so bored on my own",
    "ok, my mum wont know",
]


@pytest.mark.parametrize("text", UNSAFE)
@pytest.mark.parametrize("audience", [Audience.STRANGER, Audience.PUBLIC])
def test_what_is_not_safe_for_people_known_only_online(text: str, audience: Audience) -> None:
    assert judged(text, FREE, audience=audience).verdict is AnswerVerdict.NOT_SAFE


@pytest.mark.parametrize("text", UNSAFE)
@pytest.mark.parametrize("audience", [Audience.FRIEND, Audience.GROUP])
def test_the_same_is_fine_for_people_known_in_real_life(text: str, audience: Audience) -> None:
    assert judged(text, FREE, audience=audience).verdict is AnswerVerdict.YOU_DECIDE


@pytest.mark.parametrize(
    "text", ["i cant meet u at the park", "i dont have snap so u cant add me", "u cant come over here"]
)
def test_a_refusal_is_safe(text: str) -> None:
    assert judged(text, FREE, audience=Audience.STRANGER).verdict is AnswerVerdict.YOU_DECIDE


def answers(name: str, slug: str) -> RewriteTask:
    steps = next(lesson.steps for lesson in LESSONS if lesson.name == name)
    task = next(step.rewrite for step in steps if step.slug == slug)
    assert task
    return task


@pytest.mark.parametrize(
    ("name", "slug", "text"),
    [
        ("strangers", "too-much-in-one-line", "come over and build a castle with me"),
        ("public-or-private", "bored-on-a-rainy-day", "so bored and on my own, text me"),
        ("mean-words", "cross-about-the-match", "u never pass the ball u trash"),
        ("mean-words", "cross-about-the-match", "pass ball"),
        ("mean-words", "cross-about-the-match", "i hate the ball pass"),
        ("mean-words", "the-beach-picture", "lol beach \U0001f92e"),
        ("mean-words", "the-beach-picture", "the beach looks fun, why did u wear that"),
        ("mean-words", "max-and-the-cat", "ur cat is boring. show?"),
        ("please-and-looks", "ask-with-a-please", "charger back or i tell mum"),
        ("please-and-looks", "say-it-better", "the dance was cool but lose some weight"),
    ],
)
def test_what_was_once_praised_is_refused(name: str, slug: str, text: str, nlp: Language) -> None:
    found = judge_rewrite(answers(name, slug), text, lambda message: engine_check(nlp, message))
    assert not found.is_yours


def kept_words() -> Iterator[tuple[str, str]]:
    for lesson in LESSONS:
        for step in lesson.steps:
            for kept in step.rewrite.keep if step.rewrite else ():
                yield from ((f"{lesson.name}/{step.slug}", word) for word in kept.split(" or "))


@pytest.mark.parametrize(("place", "word"), list(kept_words()))
def test_a_kept_word_alone_is_refused_in_every_lesson(place: str, word: str) -> None:
    assert judge_rewrite(answers(*place.split("/")), word, check).verdict is AnswerVerdict.LOST_THE_POINT


@pytest.mark.parametrize(
    "text",
    ["lol nice try. who even is this", "nice try lol", "who are u even", "no. im telling mum", "haha no way, loser"],
)
def test_nobody_has_to_be_polite_to_a_stranger_whom_they_turn_away(nlp: Language, text: str) -> None:
    def check_it(message: Message) -> Report:
        return engine_check(nlp, message)

    to_stranger = FREE.model_copy(update={"audience": Audience.STRANGER})
    assert judge_rewrite(to_stranger, text, check_it).verdict is AnswerVerdict.YOU_DECIDE
    assert judge_rewrite(FREE, text, check_it).verdict is AnswerVerdict.STILL_FLAGGED


@pytest.mark.parametrize(
    "text", ["nice try lol, im at 14 maple street", "who is this? text me", "nice try, meet me there"]
)
def test_standing_up_gives_nothing_away(nlp: Language, text: str) -> None:
    to_stranger = FREE.model_copy(update={"audience": Audience.STRANGER})
    found = judge_rewrite(to_stranger, text, lambda message: engine_check(nlp, message))
    assert found.verdict in {AnswerVerdict.STILL_FLAGGED, AnswerVerdict.NOT_SAFE}


def test_a_stranger_who_is_only_asked_back_hears_no_no() -> None:
    asked = judged("why do you want that?", FREE, wants=("says-no",), audience=Audience.STRANGER)
    assert asked.words == "A question keeps them writing. You can leave it out and say no. It can be short."
    for audience, text in ((Audience.STRANGER, "that is odd"), (Audience.FRIEND, "why do you want that?")):
        assert judged(text, FREE, wants=("says-no",), audience=audience).words == "Say no. It can be short."


def test_what_somebody_else_said_about_the_writer_is_no_insult() -> None:
    def silent(message: Message) -> Report:
        return Report(message=message, flags=())

    own, others = "sam said my picture is ugly and im sad", "my sister says your picture is ugly"
    assert judge_rewrite(FREE, own, silent).verdict is AnswerVerdict.YOU_DECIDE
    assert judge_rewrite(FREE, others, silent).verdict is AnswerVerdict.STILL_FLAGGED
