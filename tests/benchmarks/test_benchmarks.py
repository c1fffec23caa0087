"""The parts of the benchmark that can be wrong without anybody seeing it; nothing here is timed."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from spacy.language import Language

from coach.models import Catalog
from tests.benchmarks.chats import chat_of, times_of_chat
from tests.benchmarks.growth import slope, text_of, times_the_rules
from tests.benchmarks.plot import LEFT, WIDTH, bars
from tests.benchmarks.table import table


@pytest.mark.parametrize("power", [0.0, 1.0, 2.0])
def test_a_slope_is_the_power_with_which_time_grows(power: float) -> None:
    sizes = [10, 100, 1_000]
    assert slope(sizes, [0.003 * size**power for size in sizes]) == pytest.approx(power)


@pytest.mark.parametrize("length", [1, 7, 100])
def test_a_message_has_the_length_asked_for(length: int) -> None:
    assert len(text_of(["one", "two"], length)) == length


def test_rules_are_multiplied_under_names_of_their_own(catalog: Catalog) -> None:
    rules = times_the_rules(catalog, 3).rules
    assert len({rule.id for rule in rules}) == len(rules) == 3 * len(catalog.rules)
    assert {rule.category for rule in rules} == {rule.category for rule in catalog.rules}


def test_a_chat_is_of_two_who_write_in_turn_and_every_part_of_it_is_timed(nlp: Language) -> None:
    turns = chat_of(["hi", " ", "ur so ugly", "ok"])
    assert [(turn.sender, turn.text) for turn in turns] == [("Sam", "hi"), ("Mia", "ur so ugly"), ("Sam", "ok")]
    found = times_of_chat(nlp, ["hi", "ur so ugly", "ok"])
    assert min(found.survey, found.reports, found.stages) > 0
    assert found.total == pytest.approx(found.survey + found.reports + found.stages)


def test_a_table_has_columns_of_equal_width() -> None:
    assert table(["name", "ms"], [["a", "1"], ["longer", "23.5"]]) == (
        "name      ms\n------  ----\na          1\nlonger  23.5"
    )


def test_a_bar_is_as_long_as_its_ratio_on_a_scale_of_powers_of_ten() -> None:
    plot = ET.fromstring(  # noqa: S314 - it is our own
        bars("Time <of> & more", [("bare", 1.0), ("Coach", 10.0), ("slow", 100.0)])
    )
    widths = [float(each.attrib["width"]) for each in plot.iter("{http://www.w3.org/2000/svg}rect")]
    full = WIDTH - LEFT - 60
    assert widths == pytest.approx([1, full / 2, full], abs=0.1)
