"""A turn is read in the spelling in which the pipeline reads messages, and signs lie on its own characters."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.models.stage import Acquaintance, SignStrength
from coach.stages import StageReader, read_stages, reader
from tests.conftest import Check

STAGES = read_stages().stages
SHOWS = [(stage.id, text) for stage in STAGES for text in stage.examples.shows]
SILENT = [(stage.id, text) for stage in STAGES for text in stage.examples.silent]


def shown(reader: StageReader, text: str) -> dict[str, str]:
    return {sign.stage: text[sign.start : sign.end] for sign in reader.signs(text)}


@pytest.mark.parametrize(("stage", "text"), SHOWS)
def test_an_example_shows_its_stage(stage: str, text: str, stage_reader: StageReader) -> None:
    assert stage in shown(stage_reader, text)


@pytest.mark.parametrize(("stage", "text"), SILENT)
def test_a_near_miss_does_not(stage: str, text: str, stage_reader: StageReader) -> None:
    assert stage not in shown(stage_reader, text)


def test_texting_is_read_and_the_sign_covers_what_was_written(stage_reader: StageReader) -> None:
    assert shown(stage_reader, "ok. DONT tel ur mum we talk!!")["secrecy"] == "DONT tel ur mum we talk"


def test_letters_in_the_wrong_encoding_are_repaired_first(stage_reader: StageReader) -> None:
    text = "âœ¨ donâ€™t tell your mum we talk âœ¨"
    assert shown(stage_reader, text)["secrecy"] == "donâ€™t tell your mum we talk"


def test_a_surprise_is_no_secret(stage_reader: StageReader) -> None:
    assert "secrecy" not in shown(stage_reader, "dont tell mum about the surprise party")


def test_a_flag_shows_the_stage_of_its_category_weakly(stage_reader: StageReader, check_text: Check) -> None:
    flags = check_text("where do u live", "received", "stranger").flags
    (sign,) = stage_reader.signs("the weather is so nice", flags)
    assert (sign.stage, sign.start, sign.strength) == ("finding-out", flags[0].start, SignStrength.COMMON)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("see u at practice", Acquaintance.IN_PERSON),
        ("mum says dinner", Acquaintance.IN_PERSON),
        ("ur mum and i thought so", Acquaintance.IN_PERSON),
        ("love, nan", Acquaintance.IN_PERSON),
        ("miss gave us page 9", Acquaintance.IN_PERSON),
        ("we never met tho", Acquaintance.ONLINE),
        ("hi its me from the server", Acquaintance.ONLINE),
        ("what country u from", Acquaintance.ONLINE),
        ("add me on insta", Acquaintance.ONLINE),
        ("its for her birthday party", Acquaintance.SURPRISE),
    ],
)
def test_words_show_how_two_people_know_each_other(text: str, kind: Acquaintance, stage_reader: StageReader) -> None:
    assert kind in {sign.kind for sign in stage_reader.known(text)}


def test_nothing_shows_nothing(stage_reader: StageReader) -> None:
    for text in ("", " ", "🐘", "lol nice one", "\ud83d"):
        assert stage_reader.signs(text) == []
        assert stage_reader.known(text) == []


def test_stages_are_compiled_once_for_all_conversations_of_a_pipeline(
    nlp: Language, stage_reader: StageReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "dont tell your mum we talk"
    monkeypatch.setattr(reader, "PhraseFinder", lambda *_: pytest.fail("compiled again"))
    assert shown(StageReader(nlp), text) == shown(stage_reader, text) != {}
