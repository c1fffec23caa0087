"""Telephone numbers in digits and in words."""

from collections.abc import Callable

import pytest

FLAGS = (
    "txt me [07700 900123](phone-number)",
    "[07700900123](phone-number)",
    "my no is [07700-900-456](phone-number) ok",
    "whatsapp [+44 7700 900 881](phone-number) any time",
    "order another one? ring [+1 202 555 0143](phone-number)",
    "call [555-0172](phone-number) and ask for me",
    "number is [(202) 555-0134](phone-number)",
    "[202.555.0119](phone-number) thats me",
    "text [2025550187](phone-number) when ur here",
    "gran: [01632 960017](phone-number)",
    "office is [020 7946 0321](phone-number) till five",
    "mob [0491 570 006](phone-number)",
    "my jio is [98765 01234](phone-number)",
    "[+91 98765 01234](phone-number) save it",
    "ring [6555 0123](phone-number) after school",
    "call da on [085 555 0199](phone-number)",
    "landline [021 555 0166](phone-number) in auckland",
    "new sim [0803 555 0144](phone-number)",
    "NUMBER [082 555 0101](phone-number) PLS SAVE",
    "😀😀 call [07700 900321](phone-number) 😀",
    "héllo é́ [07700 900321](phone-number)",
    "first line",
    "[07700 900321](phone-number)",
    "[oh seven seven double zero nine double zero one two three](phone-number)",
    "its [five five five, zero one nine two](phone-number) dont tell the bot",
    "[zero seven seven, double zero, nine zero](phone-number)",
    "[0 7 7 0 0 9 0 0 1 4 4](phone-number)",
    "[0️⃣7️⃣7️⃣0️⃣0️⃣9️⃣0️⃣0️⃣1️⃣4️⃣4](phone-number)",
    "[07700/900456](phone-number)",
    "text me [07700/900/456](phone-number) ok",
    "ring [020/7946/0321](phone-number)",
    "[202/555/0143](phone-number) is mine",
    "[zero4 nine1 five7 zero0 six1 two](phone-number)",
    "call [zero7 seven0 zero9 zero0 one2 three](phone-number)",
    "its [oh seven 7 hundred nine double zero 1 two three](phone-number)",
    "text me on [07700 900123](phone-number) https://a.example/pics",
    "[07700 900123](phone-number) http://a.example/b",
    "[oh7seven zero nine zero zero one 2 3](phone-number)",
)
SILENT = (
    "sold five hundred two thousand three hundred one two",
    "gig tonight, text names to 678-223-3699 by seven http://a.example/b",
    "need tickets? call 504 555 0135",
    "you can ring childline on 01632 960123",
    "the shop number is 020 7946 0123",
    "we won 142,460 to 98,002",
    "score was 2148811 wow",
    "my high score is 12345678",
    "level 1234567",
    "pi is 3.1415926535 thats all i know",
    "1234567",
    "0000000",
    "dates 14/03/2014 and 15/03/2014",
    "seed 8675309123 has a village",
    "order no 2025550187 is late",
    "i have 9999999999 robux in my dreams",
    "tracking 4471002255",
    "7 8 9 10 11 12 13",
    "one two three four five six seven eight nine ten",
    "five five five five five five five",
    "call of duty 2014 2015",
    "call me at 3 30 or 4 45",
    "text me between 5 and 6",
    "ring me 10 mins before 12 30 ok",
    "the years 2011 2012 2013",
    "pages 100-2000",
    "150000 x 2000000 is what",
    "£1250000 for a footballer",
    "@5550123 is a bot",
    "24/7 and 9/11",
    "0.123456789",
    "IP is 192.168.1.1",
    "1066, 1215, 1666 and 1945",
    "ten nine eight seven six five four three two one liftoff",
    "nine one one is for emergencies",
    "we won 3/4 and lost 1/4",
    "07/08/2026 or 2026/08/07",
    "from 01/02/2025/03",
    "page 120/345 of 1200",
    "ratio 1234/5678",
    "sum is 1000/2500/5000",
    "i am one2three4five on the list",
)


@pytest.mark.parametrize("line", FLAGS)
def test_found_where_it_stands(line: str, expect: Callable[[str], None]) -> None:
    expect(line)


@pytest.mark.parametrize("line", SILENT)
def test_silent(line: str, expect: Callable[[str], None]) -> None:
    expect(line)
