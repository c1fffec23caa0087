"""Chats with days, groups, chatbots, hurting friends, and answers judged with the question in view."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from coach.counsel import CounselledCheck
from coach.course import judge_reply
from coach.course.lint.marks import wrong_marks
from coach.models import AnswerVerdict, Chat, Partner
from coach.source import read_source
from tests.course.writing import check, faults_in, lesson_of, write

CHAT = """\
## Here

```chat
with: Fox
who: stranger
# hello
@ Monday
Fox: cool castle
@ Friday
Fox: what school r u at?
- Say it -> told
- (Show my grown-up) -> shown
? -> shown
+ not telling haha
+ why do u want to know
! oakfield
! ur ugly
# told
= Now Fox knows.
# shown
= Good.
```
"""


def chat_of(folder: Path, text: str = CHAT) -> Chat:
    chat = lesson_of(folder, text).steps[0].chat
    assert chat is not None
    return chat


def test_days_and_an_answer_in_own_words(tmp_path: Path) -> None:
    place = chat_of(tmp_path).start
    assert [(one.when, one.text) for one in place.bubbles] == [
        ("Monday", "cool castle"),
        ("Friday", "what school r u at?"),
    ]
    assert place.own is not None
    assert place.own.goes_to == "shown"
    assert [one.text for one in place.own.passes] == ["not telling haha", "why do u want to know"]
    assert place.asked == "what school r u at?"
    assert place.leads_to == frozenset({"told", "shown"})


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("? -> shown", "? -> nowhere", 19, "unknown place `nowhere`"),
        ("? -> shown\n", "", 19, "an answer in own words that is not expected here"),
        ("? -> shown\n", "? -> shown\n? -> told\n", 20, "an answer in own words that is not expected here"),
        ("Fox: cool castle\n@ Friday\nFox: what", "You: what", 17, "nothing to answer here"),
        ("Fox: what school r u at?\n", "", 12, "nothing happens on `Friday`"),
        ("who: stranger", "who: group", 11, "a group in which only one writes"),
        ("who: stranger\n# hello", "who: hurting\n# hello", 11, ""),
        ("- Say it -> told\n- (Show my grown-up) -> shown\n", "", 12, "number of replies is 0: 1 to 4 allowed"),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, old: str, new: str, line: int, problem: str) -> None:
    assert old in CHAT
    text = CHAT.replace(old, new)
    if not problem:
        assert chat_of(tmp_path, text).partner is Partner.HURTING
        text, problem = text.replace("(Show my grown-up)", "Okay"), "a friend is hurting, and nobody else hears of it"
    found = faults_in(write(tmp_path, text))
    assert any(at == line and said.startswith(problem) for at, _, said in found), found


@pytest.mark.parametrize(
    ("partner", "text", "verdict"),
    [
        ("stranger", "oakfield", AnswerVerdict.STILL_FLAGGED),
        ("stranger", "not telling haha", AnswerVerdict.YOU_DECIDE),
        ("ai", "oakfield", AnswerVerdict.STILL_FLAGGED),
        ("family", "oakfield", AnswerVerdict.YOU_DECIDE),
        ("stranger", "come to my house", AnswerVerdict.STILL_FLAGGED),
        ("stranger", "  ", AnswerVerdict.LOST_THE_POINT),
        ("friend", "ur such a loser", AnswerVerdict.STILL_FLAGGED),
    ],
)
def test_an_answer_is_judged_with_the_question_in_view(
    tmp_path: Path, nlp: Language, partner: str, text: str, verdict: AnswerVerdict
) -> None:
    chat = chat_of(tmp_path, CHAT.replace("who: stranger", f"who: {partner}"))
    judged = judge_reply(chat, chat.start, text, CounselledCheck(nlp))
    assert judged.verdict is verdict


def test_a_chat_names_what_no_answer_may_bring(tmp_path: Path, nlp: Language) -> None:
    chat = chat_of(tmp_path, CHAT.replace("who: stranger", "who: friend\nnever: promises-silence"))
    judged = judge_reply(chat, chat.start, "ok i wont tell anyone", CounselledCheck(nlp))
    assert [flag.category for flag in judged.flags] == ["promises-silence"]
    assert judge_reply(chat, chat.start, "lets tell my mum", CounselledCheck(nlp)).is_yours
    found = faults_in(write(tmp_path, CHAT.replace("who: stranger", "who: stranger\nnever: promises-a-lot")))
    assert (12, 1) in [(line, column) for line, column, said in found if "unknown kind `promises-a-lot`" in said]


def test_in_a_language_without_rules_no_answer_is_judged(tmp_path: Path) -> None:
    chat = chat_of(tmp_path).model_copy(update={"is_judged": False})
    assert judge_reply(chat, chat.start, "ur ugly", check).verdict is None


def test_an_answer_in_a_language_that_coach_does_not_read_gets_no_verdict(tmp_path: Path) -> None:
    chat = chat_of(tmp_path)
    found = judge_reply(chat, chat.start, "ich gehe morgen nicht in die schule", check)
    assert (found.verdict, found.words.startswith("Coach reads English only")) == (None, True)


def test_lint_proves_the_answers(tmp_path: Path, nlp: Language) -> None:
    def problems(text: str) -> list[tuple[int, str]]:
        lesson = lesson_of(tmp_path, text)
        source = read_source(tmp_path / "03-some.md")
        return [(fault.line, fault.problem) for fault in wrong_marks(source, lesson, CounselledCheck(nlp))]

    assert problems(CHAT) == []
    assert problems(CHAT.replace("! ur ugly\n", "")) == [
        (19, "number of answers that must fail is 1: at least 2 needed")
    ]
    assert problems(CHAT.replace("! oakfield", "! maybe")) == [
        (22, "this answer must fail, but Coach sees nothing in it")
    ]
    ((line, problem),) = problems(CHAT.replace("+ not telling haha", "+ oakfield haha"))
    assert (line, problem.startswith("this answer must pass, but: Look at")) == (20, True)
