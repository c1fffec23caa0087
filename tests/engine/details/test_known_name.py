"""First and last names that begin with a known first name, or stand beside a word that introduces somebody."""

from collections.abc import Callable

import pytest

FLAGS = (
    "In my story it rains. me and [ella quillfeather](first-and-last-name) made the map",
    "me and [ruairi fennimore](first-and-last-name) made this map",
    "me n [Harlow Whitcombe](first-and-last-name) since nursery",
    "hi everyone im [tyler okonkwood](first-and-last-name)",
    "its [Madison Trewhella](first-and-last-name) on my passport",
    "my bestie [nhi tranberg](first-and-last-name) made it",
    "my little brother, [Barnaby Thistlewood](first-and-last-name), caught it",
    "if u google [oscar wintersgill](first-and-last-name) i come up",
    "pls vote [siobhan quillfeather](first-and-last-name) its me",
    "shoutout my cousin [Thandiwe Mokonane](first-and-last-name)",
    "sign me up!! [Zeke Hollandsway](first-and-last-name), goalie",
    "[Aroha Tamatiu](first-and-last-name) is in my class",
    "Yours sincerely, [Imogen Fairweather](first-and-last-name)",
    "name reveal: [Jasper Nowakowski](first-and-last-name)",
    "Player of the week is [Kwabena Asante-Frimpah](first-and-last-name) (me)",
    "first name Owen last name [Skaggsworth](first-and-last-name)",
    "im at [Ngozi Adebisi's](first-and-last-name) sleepover",
    "[Rohan Mehrotra-Das](first-and-last-name) is a cheat",
    "thanks for the lift, love [Imogen Fairweather](first-and-last-name) x",
    "my lab partner is [Siobhan Quigleyhurst](first-and-last-name)",
    "[Tane Wharemata](first-and-last-name) in year 5 fell over",
)
SILENT = (
    "a book by Jacqueline Wilson",
    "Carrie Underwood is on tv",
    "i love Alan Jackson",
    "me and jack went swimming",
    "me and Priya are late",
    "i love Taylor Swift",
    "its Harry Potter on my mug",
    "im Hermione Granger for world book day",
    "google Emma Stone",
    "with Mr Callum Bright in my room",
    "im max level",
    "im rose gold team",
    "me and sam played fifa",
    "i like Keith Urban and Luke Bryan",
    "shoutout mia everyone",
    "my bestie ruby says hi",
    "in my story its Barnaby Thistlewood on a boat",
    "its will power that i lack",
    "im april fools champion",
)


@pytest.mark.parametrize("line", FLAGS)
def test_found_where_it_stands(line: str, expect: Callable[[str], None]) -> None:
    expect(line)


@pytest.mark.parametrize("line", SILENT)
def test_silent(line: str, expect: Callable[[str], None]) -> None:
    expect(line)
