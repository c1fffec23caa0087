"""The drill of first words: what it holds, how words are judged, and what lint proves."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from coach.course import judge_first_words, read_lesson
from coach.course.lint.marks import wrong_marks
from coach.course.tell_judge import ADD, ASK_CHILD, HURTS, NOTHING_STOPS
from coach.engine import check
from coach.models import AnswerVerdict, StepKind, Tell
from coach.source import read_source
from tests.course.writing import HEAD, faults_in, lesson_of, write
from tests.course.writing import check as few_words

TELL = """\
## Here

```tell
says: I sent somebody a picture, and now they want more.
- [ ] How could you? -> Your child hears: I am the problem.
- [x] I'm glad you told me. It's not your fault. -> Now it can breathe.
swap: The grown-up tells something awkward.
passes:
- thank you for telling me, we will sort it out
- so glad you came to me. im not angry
fails:
- glad you told me, but give me your phone
- ur ugly
```
"""


def tell_of(folder: Path, text: str = TELL) -> Tell:
    step = lesson_of(folder, text).steps[0]
    assert step.kind is StepKind.TELL
    assert step.tell is not None
    return step.tell


def test_a_drill_has_a_line_first_words_and_a_swap(tmp_path: Path) -> None:
    tell = tell_of(tmp_path)
    assert tell.says == "I sent somebody a picture, and now they want more."
    assert [(way.text, way.is_best, way.line) for way in tell.ways] == [
        ("How could you?", False, 11),
        ("I'm glad you told me. It's not your fault.", True, 12),
    ]
    assert tell.swap == "The grown-up tells something awkward."
    assert (len(tell.passes), len(tell.fails)) == (2, 2)


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("says: I sent somebody a picture, and now they want more.\n", "", 9, "`says` is missing"),
        ("- [ ] How could you? -> Your child hears: I am the problem.\n", "", 9, "number of first words is 1: 2 to 5"),
        ("[x]", "[ ]", 9, "none of the first words is marked as the best"),
        ("- [ ] How could you? ->", "- How could you? ->", 11, "not first words"),
        ("swap: The", "swop: The", 13, "not first words"),
        ("- so glad", "so glad", 16, "not first words"),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, old: str, new: str, line: int, problem: str) -> None:
    assert old in TELL
    found = faults_in(write(tmp_path, TELL.replace(old, new)))
    assert any(at == line and said.startswith(problem) for at, _, said in found), found


PASS = [
    "I'm really glad you told me. You're not in trouble. Let's look at it together.",
    "thank you for telling me, it's not your fault, we'll sort it out together",
    "thanks for telling me love. that was hard to say. what would help you now?",
    "Oh sweetheart, I'm glad you came to me. I'm here.",
    "good that you told me. i won't take your phone. tell me more when you want to",
    "I'm glad you told me. I'm not cross, and nobody will take your phone away.",
    "Thank you for telling me. They did something wrong, not you.",
    "Proud of you for telling me, come here, you are not alone with this",
]
STOP = [
    ("Why on earth did you do that?", "asks-why"),
    ("I'm glad you told me but why did you send it", "asks-why"),
    ("what were you thinking", "asks-why"),
    ("I told you this would happen", "asks-why"),
    ("you sent WHAT", "asks-why"),
    ("Give me your phone.", "takes-away"),
    ("Thanks for telling me. I'm taking your phone until this is over.", "takes-away"),
    ("I'm glad you told me, but you're grounded", "takes-away"),
    ("Just ignore them, it will pass", "plays-down"),
    ("thank you for telling me, don't make a fuss, it's only a joke", "plays-down"),
    ("who is he? i'm calling his parents right now", "takes-over"),
    ("leave it to me, they will regret this", "takes-over"),
]
MISSING = ["ok", "oh my god", "hm let me think", "Your father knows about it.", "..."]
HALF = [
    ("it's not your fault", 'Begin with what they did right: "I am glad you told me."'),
    ("I'm glad you told me.", "Say that it's not their fault, or that they are not in trouble."),
]


@pytest.mark.parametrize("text", PASS)
def test_a_child_can_go_on_after_these_words(tmp_path: Path, nlp: Language, text: str) -> None:
    judged = judge_first_words(tell_of(tmp_path), text, lambda message: check(nlp, message))
    assert (judged.verdict, judged.words) == (AnswerVerdict.YOU_DECIDE, f"{NOTHING_STOPS} {ASK_CHILD}")


@pytest.mark.parametrize(("text", "kind"), STOP)
def test_these_words_end_the_talk(tmp_path: Path, text: str, kind: str) -> None:
    judged = judge_first_words(tell_of(tmp_path), text, few_words)
    assert judged.verdict is AnswerVerdict.STILL_FLAGGED
    assert judged.flags[0].category == kind
    assert "A child hears: " in judged.words


@pytest.mark.parametrize("text", MISSING)
def test_something_is_missing_in_these(tmp_path: Path, text: str) -> None:
    assert judge_first_words(tell_of(tmp_path), text, few_words).verdict is AnswerVerdict.LOST_THE_POINT


@pytest.mark.parametrize(("text", "tip"), HALF)
def test_half_of_it_is_enough_and_coach_names_the_other_half(tmp_path: Path, text: str, tip: str) -> None:
    judged = judge_first_words(tell_of(tmp_path), text, few_words)
    assert (judged.is_yours, judged.words) == (True, f"{NOTHING_STOPS} {ADD} {tip} {ASK_CHILD}")


def test_first_words_in_a_language_that_coach_does_not_read_get_no_verdict(tmp_path: Path) -> None:
    judged = judge_first_words(
        tell_of(tmp_path), "ich bin froh dass du mir das sagst, es ist nicht deine schuld", few_words
    )
    assert (judged.verdict, judged.words.startswith("Coach reads English only")) == (None, True)


def test_unkind_words_are_answered_in_the_grown_ups_seat(tmp_path: Path) -> None:
    judged = judge_first_words(tell_of(tmp_path), "I'm glad you told me, ugly, we will sort it out", few_words)
    assert judged.words == f'Look at "ugly" again. {HURTS}'
    hurting = judge_first_words(tell_of(tmp_path), "I'm glad you told me. we are alone in this", few_words)
    assert hurting.words == "Thank you for saying it."


def problems(folder: Path, text: str, language: str = "en") -> list[tuple[int, str]]:
    path = write(folder, text, head=HEAD.replace("minutes: 12", f"minutes: 12\nlanguage: {language}"))
    lesson = read_lesson(path)
    return [(fault.line - 1, fault.problem) for fault in wrong_marks(read_source(path), lesson, few_words)]


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("- [ ] How could you?", "- [ ] Glad you told me. I'm here.", 11, "these words must fail, but Coach hears"),
        ("[x] I'm glad you told me. It's not your fault.", "[x] Oh.", 12, "these words must pass, but: Begin with"),
        ("- so glad you came to me. im not angry", "- why did you", 16, "these words must pass, but: Look at"),
        ("- ur ugly", "- glad you told me, im here", 19, "these words must fail, but Coach hears nothing"),
        ("- ur ugly\n", "", 9, "number of answers in `fails` is 1: at least 2 needed"),
    ],
)
def test_lint_proves_every_word(tmp_path: Path, old: str, new: str, line: int, problem: str) -> None:
    assert problems(tmp_path, TELL) == []
    assert old in TELL
    found = problems(tmp_path, TELL.replace(old, new))
    assert any(at == line and said.startswith(problem) for at, said in found), found
    assert problems(tmp_path, TELL.replace(old, new), "de") == []
