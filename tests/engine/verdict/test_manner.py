"""The second reader accepts the aims that rules accept by default."""

from __future__ import annotations

import pytest

from coach.engine.text.reading import Candidate
from coach.engine.verdict.manner import accepts_aim
from coach.models import DEFAULT_AIMS, Aim, Concern, FlagSource


def noticed(concern: Concern, aim: Aim | None) -> Candidate:
    rule = f"{concern}/any/second-reader"
    return Candidate(0, 1, 0, 4, rule, source=FlagSource.SECOND_READER, aim=aim)


@pytest.mark.parametrize("aim", Aim)
@pytest.mark.parametrize("concern", Concern)
def test_rules_and_reader_share_one_table(concern: Concern, aim: Aim) -> None:
    assert accepts_aim(noticed(concern, aim)) == (aim in DEFAULT_AIMS[concern])


@pytest.mark.parametrize("concern", Concern)
def test_a_phrase_without_an_aim_is_accepted(concern: Concern) -> None:
    assert accepts_aim(noticed(concern, None))


@pytest.mark.parametrize("aim", [Aim.ME, Aim.THING, Aim.NOBODY])
def test_unkind_words_about_oneself_or_a_thing_are_not_accepted(aim: Aim) -> None:
    assert not accepts_aim(noticed(Concern.UNKIND, aim))
