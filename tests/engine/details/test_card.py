"""Cards and bank accounts."""

from collections.abc import Callable

import pytest

FLAGS = (
    "use [4111 1111 1111 1111](card-number)",
    "[4111111111111111](card-number) pls",
    "its [5500-0000-0000-0004](card-number)",
    "amex [340000000000009](card-number)",
    "moms card is [4000 1234 5678 9010](card-number) exp 04/28",
    "[cvv 123](card-code)",
    "visa ends 4417 [cvv is 302](card-code)",
    "[back code is 119](card-code)",
    "fine [4000 1234 5678 9010](card-number) [the 3 on the back are 417](card-code)",
    "[4000 1234 5678 9010](card-number) exp 11/27",
    "[4000-1234-5678-9010](card-number) and [cvv 204](card-code)",
    "[sort code 00-00-00 acc 12345678](bank-account)",
    "its [account number 12345678](bank-account)",
    "visa [4539.1488.0343.6467](card-number)",
    "[4539/1488/0343/6467](card-number)",
    "its [4539_1488_0343_6467](card-number)",
    "[4539 then 1488 then 0343 then 6467](card-number)",
    "[four five three nine one four eight eight zero three four three six four six seven](card-number)",
    "[4five3nine 1four8eight 0three4three 6four6seven](card-number)",
)
SILENT = (
    "4111 1111 1111 1112",
    "1234 5678 9012 3456",
    "1111 2222 3333 4444 is a made up one",
    "9780306406157",
    "the 3 on the back are loud",
    "the three on the back row",
    "my holo card is number 25",
    "the total was 1000000000000000",
    "got a card off my gran",
    "4539.1488.0343.6468",
    "1/2/3/4/5/6/7/8/9/10/11/12/13",
    "v1.2.3.4.5.6.7.8.9.0.1.2.3",
    "3.14159265358979323",
)


@pytest.mark.parametrize("line", FLAGS)
def test_found_where_it_stands(line: str, expect: Callable[[str], None]) -> None:
    expect(line)


@pytest.mark.parametrize("line", SILENT)
def test_silent(line: str, expect: Callable[[str], None]) -> None:
    expect(line)
