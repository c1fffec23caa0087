"""First and last names."""

from collections.abc import Callable

import pytest

FLAGS = (
    "- [Odette Marlingford](first-and-last-name), 7B",
    "thanks, [Kofi Brannock](first-and-last-name) year 5",
    "my full name is [odette rose marlingford](first-and-last-name)",
    "my name is [Daisy Thornaby](first-and-last-name)",
    "My name's [Oscar Wintersgill](first-and-last-name) and i swim",
    "my real name is [Callum Ogilvie-Strand](first-and-last-name) not CreeperKing",
    "my full name is [Ananya Deshpandey](first-and-last-name)",
    "im called [Ottilie Brasspenny](first-and-last-name)",
    "real name is [tobias okonjo](first-and-last-name)",
    "my name is [tyler okonkwood](first-and-last-name)",
    "hi im [Daisy Thornaby](first-and-last-name) from hockey",
    "MY NAME IS [DAISY THORNABY](first-and-last-name)",
    "my bestie is [Alina Corvendale](first-and-last-name)",
    "my full name is [Hafiz Danial bin Roslan](first-and-last-name)",
    "google [Harriet Vossick](first-and-last-name) swim 200m",
    "me and [oscar wintersgill](first-and-last-name) made this",
    "pls vote [siobhan quillfeather](first-and-last-name) for youth mayor",
    "its [Tamsin Oyelaran](first-and-last-name) with one r",
    "put [Rohan Thornaby](first-and-last-name) on the certificate",
    "shoutout my lil bro [Toby Hale-Marsh](first-and-last-name)",
    "my name is [grace ellen whitlock](first-and-last-name) whats yours",
    "hi my name is [oliver james hartwell](first-and-last-name) and i like trains",
    "my names [leo benjamin okafor](first-and-last-name)",
    "player of the week is [JACK HOLLOWMERE](first-and-last-name) (me)",
)
SILENT = (
    "Sunny Pictures 3D is so good",
    "- Bilbo Baggins, chapter 7",
    "Team Blue, year 6 only",
    "my full name is long and boring",
    "my name is mateo",
    "my name is Mia and i like cats",
    "my name is mia and u",
    "my name is Mateo but everybody says Teo",
    "my name is spelled wrong",
    "my name is on everything",
    "im called the destroyer",
    "I'm Team Edward",
    "im so tired",
    "I'm Captain America",
    "my name is Slim Shady",
    "what is ur name",
    "my dogs name is Sir Barks",
    "my name is kind of boring",
    "im finn btw hi everyone",
    "me and oscar went swimming",
    "me and oscar played outside",
    "harry kane scored again",
    "its grace in the hall now",
    "call me rose when dinner is ready",
    "my name is grace ellen said its old fashioned",
    "my name is lily and rose is my twin",
    "its grace ellen maths is cancelled",
    "my name is leo but james calls me l",
    "Jack Hollowmere won the race in the book",
)


@pytest.mark.parametrize("line", FLAGS)
def test_found_where_it_stands(line: str, expect: Callable[[str], None]) -> None:
    expect(line)


@pytest.mark.parametrize("line", SILENT)
def test_silent(line: str, expect: Callable[[str], None]) -> None:
    expect(line)
