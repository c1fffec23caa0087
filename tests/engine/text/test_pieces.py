"""A long message is read in pieces, and nothing that is flagged in the whole is lost at their borders."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from coach.engine import check
from coach.engine.text.pieces import AROUND, TextPiece, pieces_of
from coach.models import AT_ONCE, Audience, Direction, Flag, Message, Report
from tests.shipped import shipped_catalog, shipped_nlp

EXAMPLES = [
    example.text for rule in shipped_catalog().rules for example in rule.examples.flags if "\n" not in example.text
]
CALM = ["see you at four", "lol ok", "did u do the maths homework", "the bus was late again", "she said hi"]
SHORT = {"most": 2_400, "around": 1_000}
"""Pieces so short that a few lines have many borders; `FAR` words fit in what is around."""


def in_pieces(nlp: Language, message: Message, monkeypatch: pytest.MonkeyPatch) -> Report:
    with monkeypatch.context() as patch:
        patch.setattr("coach.engine.direct.AT_ONCE", SHORT["most"])
        patch.setattr("coach.engine.direct.pieces_of", lambda text: pieces_of(text, **SHORT))
        return check(nlp, message)


def is_kept(flag: Flag, others: tuple[Flag, ...]) -> bool:
    """Whether one of the same concern, at least as heavy, stands on some of the same words."""
    return any(
        other.concern == flag.concern
        and other.weight.rank >= flag.weight.rank
        and other.start < flag.end
        and flag.start < other.end
        for other in others
    )


@settings(max_examples=max(settings().max_examples // 20, 1), phases=[Phase.generate])
@given(
    lines=st.lists(st.sampled_from([*EXAMPLES, *CALM, *CALM]), min_size=120, max_size=260),
    direction=st.sampled_from(Direction),
    audience=st.sampled_from(Audience),
    between=st.sampled_from(["\n", "\n", ". ", " "]),
)
def test_nothing_flagged_in_the_whole_is_lost_in_pieces(
    lines: list[str], direction: Direction, audience: Audience, between: str
) -> None:
    nlp = shipped_nlp()
    message = Message(text=between.join(lines), direction=direction, audience=audience)
    with pytest.MonkeyPatch.context() as patch:
        pieced = in_pieces(nlp, message, patch)
    whole = check(nlp, message)
    assert (whole.pieces, pieced.pieces > 1) == (1, True)
    lost = [flag for flag in whole.flags if not is_kept(flag, pieced.flags)]
    assert not lost
    for one, other in zip(pieced.flags, pieced.flags[1:], strict=False):
        assert (one.start, one.end) <= (other.start, other.end)
    for flag in pieced.flags:
        assert flag.phrase == message.text[flag.start : flag.end]
        assert sum(flag == other for other in pieced.flags) == 1


@pytest.mark.parametrize("at", range(-12, 3, 3))
def test_a_phrase_across_a_border_is_flagged_once(nlp: Language, at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    border = next(pieces_of("a " * 3_000, **SHORT)).last + at
    text = ("a " * 3_000)[:border] + " ur so ugly " + "a " * 1_500
    found = in_pieces(nlp, Message(text=text), monkeypatch).flags
    assert [flag.phrase for flag in found] == ["ur so ugly"]


def test_what_is_said_far_away_still_counts(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    far = "\nsee you at four" * 400
    for text in (
        f"he is from the server{far}\nok i will send u a pic",
        f"ok i will send u a pic{far}\nhe is from the server",
    ):
        message = Message(text=text, audience=Audience.GROUP)
        whole, pieced = check(nlp, message), in_pieces(nlp, message, monkeypatch)
        assert [(flag.start, flag.rule, flag.weight) for flag in pieced.flags] == [
            (flag.start, flag.rule, flag.weight) for flag in whole.flags
        ]


@settings(max_examples=200)
@given(
    words=st.lists(st.sampled_from(["ab", "c" * 30, "d" * 300, ".", "\n", " ", "\u2003"]), max_size=200),
    between=st.sampled_from(["", " "]),
)
def test_pieces_hold_the_whole_text_and_are_bounded(words: list[str], between: str) -> None:
    text = between.join(words)
    pieces = list(pieces_of(text, most=1_000, around=200))
    assert "".join(text[piece.first : piece.last] for piece in pieces) == text
    assert all(piece.end - piece.start <= 1_000 for piece in pieces)
    for piece in pieces[1:]:
        assert piece.first - piece.start >= 100
    for piece in pieces[:-1]:
        assert piece.end - piece.last >= 100 or piece.end == len(text)


def test_pieces_begin_and_end_at_line_borders() -> None:
    text = "ur so ugly, said nobody\n" * 10_000
    pieces = list(pieces_of(text))
    assert len(pieces) > 2
    for piece in pieces:
        assert all(place == 0 or text[place - 1] == "\n" for place in (piece.start, piece.first, piece.last, piece.end))


def test_a_short_message_is_one_piece() -> None:
    assert list(pieces_of("a" * AT_ONCE)) == [TextPiece(0, AT_ONCE, 0, AT_ONCE)]
    assert AROUND * 4 < AT_ONCE


MEASURE = """
import coach

def most():
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))

coach.check("ur so ugly " * {one_piece}, second_reader=False)
before = most()
report = coach.check("ur so ugly " * {times}, second_reader=False)
print(len(report.flags), report.pieces, most() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in /proc")
def test_a_message_full_of_flags_takes_little_memory() -> None:
    program = MEASURE.format(one_piece=8_000, times=24_000)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, timeout=600)
    flags, pieces, more = map(int, done.stdout.split())
    assert (flags, pieces > 2) == (24_000, True)
    assert more < 29_500, "in kB, beyond one piece; the others take 25,000, the whole at once 34,500"


def test_coach_says_that_a_message_was_long() -> None:
    report = check(shipped_nlp(), Message(text="see you at four\n" * 7_000))
    assert report.said_of_length == f"A long message: 112,000 characters, read in {report.pieces} pieces."
    assert not check(shipped_nlp(), Message(text="hi")).said_of_length
