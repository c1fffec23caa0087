"""Names of schools, and teachers with their room."""

from collections.abc import Callable

import pytest

FLAGS = (
    "im in [7B at Lincolnfield Academy](class-and-school)",
    "I am in [Year 5 at St Bede's](class-and-school).",
    "i go to [juniper ridge middle](school-name) hbu",
    "my sister is at [fernley primary](school-name)",
    "anyone from [kestrel moor academy](school-name)?",
    "[Hilltop Cedar School](school-name) rules",
    "im at [Brackenholt High](school-name) in the art block",
    "I attend [Owlcombe Juniors](school-name).",
    "who else goes to [Thornkloof Primary](school-name)",
    "i go to [st aldwyns](school-name)",
    "any [PS 913](school-name) kids here",
    "i got [ms delacruz for homeroom, room 214](teacher-and-room)",
    "its [mrs tarrant in room 4](teacher-and-room) for chem",
    "switching to [Cactus Lantern Charter](school-name) next year",
    "we play [Larkfield Girls Grammar](school-name) on sat",
)
SILENT = (
    "im in year 5 at last",
    "4 of Us won",
    "i go to high school",
    "my school has no ac",
    "my middle school is freezing",
    "i go to the primary school down the road",
    "our primary is shutting early",
    "she goes to a private college",
    "i want to go to art school",
    "sunday school is at nine",
    "the high school marching band came",
    "high school musical is on",
    "Khan Academy helped me with maths",
    "the police academy film",
    "Umbrella Academy season 2",
    "Boston College won the game",
    "mr kaur wants us in room 12",
    "Mrs Lee says room 5 is shut",
    "jump high",
    "the middle of nowhere",
    "my story is set in the school of Larkmoor Academy, in a book",
    "hogwarts is better than our school",
)


@pytest.mark.parametrize("line", FLAGS)
def test_found_where_it_stands(line: str, expect: Callable[[str], None]) -> None:
    expect(line)


@pytest.mark.parametrize("line", SILENT)
def test_silent(line: str, expect: Callable[[str], None]) -> None:
    expect(line)
