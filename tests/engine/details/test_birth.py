"""Ages and birthdays of children."""

from collections.abc import Callable

import pytest

FLAGS = (
    "[im 8 yers old](age) and fast",
    "[i will be 9 in may](age)",
    "[it is my 10th birthday tomorrow](age)",
    "[i turned 12 last saturday](age)",
    "my [sister Ruby is nine](age)",
    "[im 11](age) hbu",
    "[i'm 9](age)",
    "[I’m 12](age) and i love chess",
    "[i am 13](age)!!",
    "[im eleven](age) lol",
    "[Im only 10](age) tho",
    "[i'm ten and a half](age)",
    "[IM 8](age) 😀",
    "[just turned 14](age)",
    "[im 12 years old](age)",
    "[im 12 yrs old](age) and bored",
    "[ill be thirteen in three weeks](age)",
    "[turning ten on sunday](age)",
    "[i turn 15 on june 3rd](age)",
    "hi [11/f](age) kent",
    "[m/13](age) here",
    "[13F](age) from manila",
    "[12 f](age) from ohio",
    "my [brother is 6](age) and hes loud",
    "[shes only 7](age)",
    "[my birthday is 14th march](birthday)",
    "[my bday is 10/14/2013](birthday)",
    "[My birthday's 3rd June](birthday)",
    "[dob 07/11/2013](birthday)",
    "[born on 14/03/2014](birthday)",
    "i was [born 2 oct 2014](birthday)",
    "[born in 2014](birthday) so i lied",
    "[july 9 is my birthday](birthday)",
)
SILENT = (
    "i will be 10 mins",
    "my brother jake is 9 points up",
    "im 11 points ahead",
    "im 10 minutes away",
    "im 12 kills up",
    "im 8 in the queue",
    "im 9 for 9 on shots",
    "im 10/10 happy",
    "im 5'2",
    "im 5 foot 3",
    "im 17-0 up",
    "im 7 levels above u",
    "im 16% done",
    "im 6th",
    "im 11:30 at the dentist",
    "im 12.5 km in",
    "im on 11",
    "im number 11",
    "im 45 lol",
    "im 3",
    "if im 16 can i drive",
    "when im 17 ill drive",
    "i wish i was 13",
    "people think im 15",
    "my nan was born in 1951",
    "born to nap",
    "my dog is 9",
    "my dog just had a birthday shes 9",
    "happy birthday imogen",
    "turn 9 lights off",
    "turn 12 pages",
    "we were 11 v 11",
    "room 12 f",
    "grandad turned 80",
    "the castle was born in 1066",
    "my mums birthday is 14th march",
    "christmas is 25 december",
    "a 12 year old phone",
)


@pytest.mark.parametrize("line", FLAGS)
def test_found_where_it_stands(line: str, expect: Callable[[str], None]) -> None:
    expect(line)


@pytest.mark.parametrize("line", SILENT)
def test_silent(line: str, expect: Callable[[str], None]) -> None:
    expect(line)
