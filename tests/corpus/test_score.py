"""Precision and recall in whole messages, and how well single flags fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from coach.corpus.score import CalmTally, Score, Tally, changes, read_scores, score_voices, turned
from coach.corpus.score.tally import Key
from coach.errors import InputError
from coach.models import Concern, Direction, Flag, FlagSource, Mark, MarkedMessage, Message, Report, Voice, Weight


def message(text: str, *categories: str) -> MarkedMessage:
    """A draft whose first two characters are marked."""
    marks = tuple(Mark(start=0, end=2, category=category) for category in categories)
    return MarkedMessage(text=text, marks=marks, direction=Direction.DRAFT, line=1)


def flag(start: int, end: int, category: str = "unkind/looks") -> Flag:
    return Flag(
        start=start,
        end=end,
        phrase="x",
        concern=Concern(category.partition("/")[0]),
        category=category,
        rule=f"{category}/x",
        source=FlagSource.RULE,
        weight=Weight.PAUSE,
        why="w",
        note="n",
        instead=(),
        lesson="l",
    )


def all_reports(messages: Iterable[tuple[Key, Message]]) -> Iterator[tuple[Key, Report]]:
    """Every message with an x is called unkind, at that x."""
    for key, one in messages:
        at = one.text.find("x")
        yield key, Report(message=one, flags=(flag(at, len(one.text)),) if at >= 0 else ())


def tally_of(*messages: MarkedMessage) -> Tally:
    return score_voices([Voice(name="v", about="a", messages=messages)], all_reports)


def test_messages_are_counted_once_by_concern_category_and_rule() -> None:
    scores = tally_of(
        message("x1", "looks", "ability"),
        message("x2"),
        message("3", "threat"),
        message("4"),
        message("5", "bullied"),
        message("x6", "ability"),
    ).scores()
    assert scores.voices == {"v": 6}
    assert scores.concerns[Concern.UNKIND] == Score(right=2, false_alarms=1, missed=1)
    assert scores.concerns[Concern.CARE] == Score(missed=1)
    assert scores.categories["unkind/looks"] == Score(right=1, false_alarms=2, near=1)
    assert scores.categories["unkind/ability"] == Score(missed=2)
    assert scores.rules == {"unkind/looks/x": Score(right=1, false_alarms=2, near=1)}
    assert [one.text for one in scores.flagged] == ["x1", "x2", "x6"]


@pytest.mark.parametrize(
    ("score", "rates"),
    [
        (Score(right=1, false_alarms=1, missed=1), (0.5, 0.5, 0.5)),
        (Score(), (1.0, 1.0, 1.0)),
        (Score(missed=1), (1.0, 0.0, 0.0)),
        (Score(right=3, false_alarms=1), (0.75, 1.0, pytest.approx(6 / 7))),
    ],
)
def test_rates_of_a_score(score: Score, rates: tuple[float, ...]) -> None:
    assert (score.precision, score.recall, score.f1) == rates


@pytest.mark.parametrize(
    ("text", "category", "shares"),
    [
        ("x234", "looks", (1, 1, 1, 1)),
        ("x2345", "looks", (1, 1, 1, 0)),
        ("123x", "looks", (1, 1, 0, 0)),
        ("x2", "ability", (1, 0, 1, 1)),
        ("x2", "address", (0, 0, 0, 0)),
    ],
    ids=["twice as long", "too long", "elsewhere", "another category", "another concern"],
)
def test_shares_of_right_flags(text: str, category: str, shares: tuple[int, ...]) -> None:
    flags = tally_of(message(text, category)).scores().flags
    assert (flags.right, flags.named, flags.placed, flags.tight) == shares


def test_missed_phrases_and_false_alarms_are_kept_with_their_places() -> None:
    tally = tally_of(message("12 x", "looks"), message("ab x"))
    assert [(one.category, one.message.text, one.start, one.end) for one in tally.missed] == [
        ("unkind/looks", "12 x", 0, 2)
    ]
    assert [(one.rule, one.message.text, one.start, one.end) for one in tally.false_alarms] == [
        ("unkind/looks/x", "ab x", 3, 4)
    ]


def test_a_calm_message_counts_once_for_a_concern_and_a_rule() -> None:
    tally = CalmTally()
    found = Report(message=Message(text="x x"), flags=(flag(0, 1), flag(2, 3)))
    other = Report(message=Message(text="x x"), flags=(flag(0, 1), flag(0, 1, "red-flag/meet")))
    assert [one.rule for one in tally.add([found, other])] == ["unkind/looks/x", "unkind/looks/x", "red-flag/meet/x"]
    assert tally.add([]) == ()
    assert (tally.messages, tally.concerns, tally.rules) == (
        2,
        {Concern.UNKIND: 1, Concern.RED_FLAG: 1},
        {"unkind/looks/x": 1, "red-flag/meet/x": 1},
    )
    assert tally.rate(1) == 500
    assert CalmTally().rate(0) == 0


VOICE = Voice(name="v", about="a", messages=(message("1x", "looks"), message("2x", "looks"), message("3x")))


def reports_where(one: str, other: str, messages: Iterable[tuple[Key, Message]]) -> Iterator[tuple[Key, Report]]:
    """Flags messages that hold one of two letters."""
    for key, given in messages:
        flagged = one in given.text or other in given.text
        yield key, Report(message=given, flags=(flag(0, 1),) if flagged else ())


def test_what_changed_between_two_scores() -> None:
    before = score_voices([VOICE], lambda messages: reports_where("1", "3", messages)).scores()
    after = score_voices([VOICE], lambda messages: reports_where("1", "2", messages)).scores()
    assert [(one.message.text, one.concern, one.is_right) for one in turned(before, after)] == [
        ("2x", Concern.UNKIND, True)
    ]
    assert [(one.message.text, one.is_right) for one in turned(after, before)] == [("3x", False)]
    changed = {change.name: change for change in changes(before, after)}
    assert list(changed) == [*Concern, "unkind/looks/x"]
    assert changed["unkind/looks/x"].before == Score(right=1, false_alarms=1, missed=1)
    assert changed["unkind/looks/x"].after == Score(right=2)


def test_a_saved_score_is_read_again(tmp_path: Path) -> None:
    scores = tally_of(message("x1", "looks"), message("2", "bullied")).scores()
    path = tmp_path / "score.json"
    path.write_text(scores.model_dump_json(), encoding="utf-8")
    assert read_scores(path, {"v": 2}) == scores


@pytest.mark.parametrize(
    ("content", "told"),
    [(None, "No such file"), ("{}", "not a saved score"), ("[", "not a saved score"), ("scores", "other voices: v")],
)
def test_a_file_that_cannot_be_compared_is_refused(tmp_path: Path, content: str | None, told: str) -> None:
    path = tmp_path / "score.json"
    if content is not None:
        path.write_text(
            tally_of(message("x")).scores().model_dump_json() if content == "scores" else content, encoding="utf-8"
        )
    with pytest.raises(InputError, match=told):
        read_scores(path, {"w": 1})
