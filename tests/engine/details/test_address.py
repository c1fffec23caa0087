"""Street addresses in the forms of several countries."""

from collections.abc import Callable

import pytest

FLAGS = (
    "meet at [12 Diamond Street](street-address), then we play minecraft",
    "i live at [12 diamond street](street-address), you are in our server",
    "[12B/44 Wattle Road](street-address) is us",
    "send it to [PO Box 44](street-address)",
    "[unit 4, 12 Wattle St](street-address)",
    "come over its [9 Wexcombe Ave](street-address)",
    "we are at [14 maple street](street-address) now",
    "[14 MAPLE STREET](street-address)",
    "mine is [620 Bracken Dr](street-address). bring snacks",
    "send it to [27 Larkspur Mews](street-address) pls",
    "[flat 3, 12 Tansy Road](street-address)",
    "ring at [flat 6 Pennywort House](street-address)",
    "[910 tamarock ave apt 3C](street-address) top floor",
    "[1190 larkspur ct apt 3](street-address)",
    "drop it at [22b Tannery Lane](street-address)",
    "meet at [123 5th Ave](street-address) ok",
    "[418 N. Copper Ln](street-address)",
    "[12/4 Paper Kite Street](street-address), Madurai",
    "its [plot 40 Skylark Gardens](street-address)",
    "[Plot 8, Akin Close](street-address) off the main road",
    "my block is [Blk 214 #05-12](street-address) lift on the left",
    "[block 987Z, #04-321](street-address)",
    "[C-204 Neem Residency](street-address) third floor",
    "[House 22-C, Noor Colony](street-address)",
    "[No 17 Jalan Kenari Biru](street-address)",
    "[44 Sráid na gCapall](street-address)",
    "[31 Heol y Wiwer](street-address)",
    "i live at [5 Tern Way](street-address)",
    "he lives at [58 quarry st](street-address), just show up",
    "im at [7 Boab Tce](street-address)",
    "[3 Kowhai Place](street-address) is ours",
    "go to [12 gum tree crescent](street-address) and knock",
    "i live at [12 oak rode](street-address)",
    "i live at [27 birch close](street-address) ur welcome to come",
    "its [14 elm stret](street-address)",
)
SILENT = (
    "44 creeper lane is my base",
    "i live at 12 diamond street in our server",
    "my house in brookhaven is 44 oak lane",
    "meet me at 44 oak lane in my minecraft town",
    "the band is performing at 8 Bond Street tonight",
    "10 Downing Street is smaller than i thought",
    "221b baker street is sherlocks house",
    "Number 4, Privet Drive is where harry lives",
    "spongebob lives at 124 conch street",
    "sesame street was my favourite",
    "wall street crashed in 1929",
    "1st street food stall on the left",
    "we got 3 street food bowls",
    "2 cars blocked the road",
    "12 people in the street",
    "at 12 mum rode home",
    "12 people rode the bus",
    "it was a 3 hour drive",
    "20 minute walk to school",
    "10 times in a row",
    "2nd place in the race",
    "3 of us walk",
    "5 star place",
    "7 goals in a row wow",
    "11 points all the way",
    "my oc lives at 8 maple lane",
    "the film is called 3 Elm Road",
    "my story has a witch in it who lives at 9 bone lane",
    "the fake address is 12 Letsby Avenue",
    "22 jump street is so funny",
    "2 food court vouchers",
    "3 dogs close to the gate",
    "at 27 people close your eyes",
    "page 12 green book",
    "4 new street lights",
    "two roads over",
    "20 quid way too much",
    "8 lane road",
    "im on level 3 and 2 kids walk past",
    "24/7 drive thru",
)


@pytest.mark.parametrize("line", FLAGS)
def test_found_where_it_stands(line: str, expect: Callable[[str], None]) -> None:
    expect(line)


@pytest.mark.parametrize("line", SILENT)
def test_silent(line: str, expect: Callable[[str], None]) -> None:
    expect(line)
