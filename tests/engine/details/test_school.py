"""Names of schools, and teachers with their room."""

from collections.abc import Callable

import pytest

FLAGS = (
    "i go to [larkhurst](school-name) and its so strict",
    "our school is [Fernbrook](school-name)",
    "im in [4B at Oakfield](class-and-school). We've got PE",
    "I'm in [Class 6 at St. Brannoc](class-and-school)",
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
    "[St Aldwyn's](school-name) uniform is so ugly",
    "anyone from [Ysgol Pant y Gwiwer](school-name)??",
    "[Scoil Naomh Dúilleog](school-name) sixth class best class",
    "my school is [Larkmoor](school-name) btw",
    "i go to [oakfield school](school-name)",
    "we go to [larkmoor skool](school-name) lol",
    "my school is [maple hill](school-name)",
    "my school is [riverside](school-name) wbu",
    "[Pellbrook House](school-name) is my school",
    "we go to [Larkmoor](school-name) and im in year 6",
    "im [6H at foxglove park](class-and-school), the hut by the bins",
    '"what school u go" [castlebeck comp](school-name) why',
    "[mr batterbys form, science block](teacher-and-room) is where i am",
)
SILENT = (
    "we went to sheffield for my uncles wedding",
    "i go to larkwood for the summer fair",
    "our school is porridge on mondays lol",
    "i always wanted to teach kindergarten",
    "those high quality pens",
    "we went to London for the weekend",
    "im 3 at most in the queue",
    "im in 4 of them",
    "i go to a big school",
    "i go to german school on saturdays",
    "we go to the shop then school",
    "my school is up a hill",
    "my school is outside and closed",
    "St Patrick was a saint",
    "what school play is it? the best one",
    "mrs lee set us homework",
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
