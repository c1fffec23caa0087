"""Passwords and codes beside their word."""

from collections.abc import Callable

import pytest

FLAGS = (
    "dont tell anyone but my pin is [4471](code)",
    "[sk8terboi_not](password) is my spotify password",
    "password for her insta is [peachypop9](password)",
    "my password is [tacocat77](password)",
    "password: [Waffles!22](password)",
    "my pasword is [doggy123](password)",
    "pasword: [doggy123](password)",
    "my pass wrd is [doggy123](password)",
    "the passwerd is [doggy](password)",
    "my passowrd is [Fluffy9](password)",
    "psswrd [mia2016](password) dont tell",
    "paswerd is [bluecat](password) and my phone is dead",
    "pw [turnip66](password)",
    "the wifi password is [purplecouch88](password)",
    "my password is [bananas](password)",
    "Password is [swordfishes](password)!",
    'my roblox password is "[hunter22](password)"',
    "wifi is [TEAPOT-9931](password)",
    "our wifi code is [Tiger8842](password) if u wanna use it",
    "wifi key: [sunny-tiger-44](password)",
    "wifi here is [amma1234](password), connect",
    "pass is [dragon_kulfi77](password)",
    "login is [crumpetcrew / jam&butter5](password)",
    "pin [4471](code)",
    "my pin is [4471](code)",
    "my phone pins [4471](code) go in",
    "the alarm code [7392](code) ok",
    "gate code is [0852](code) then go round",
    "alarm is [2580](code) then hash",
    "locker combo is [3 1 7](code)",
    "locker combo [14-32-6](code)",
    "my padlock is [31-7-19](code)",
    "passcode [1-9-9-7](code)",
    "pin for my bank app is [3391](code)",
    "code is [4471](code)",
    "the otp came, its [604 118](code)",
    "PHONE PIN [2580](code) SAME AS ALWAYS",
)
SILENT = (
    "talks end https://t.example/pWfNBemi3N #syria",
    "log in here: robl0x-help.example",
    "never tell anyone your password",
    "my password is secret",
    "my password is private",
    "my password is strong",
    "my password is not telling",
    "my password is so long",
    "my pasword is to long",
    "i forgot my paswrd again",
    "ps wed is pizza2go night",
    "pass ward 4 on the left",
    "my password is annoying",
    "forgot my password again",
    "password must have a capital",
    "the password is never password",
    "dont use password 1234",
    "never make ur pin 1234",
    "if ur pin is 1234 change it",
    "change your password if kyle knows it",
    "my passwords are so long",
    "the kahoot pin is 4471",
    "join code is 4471 for the kahoot",
    "lobby code is KIWI44",
    "use code LILY20 at the shop",
    "discount code is 2020",
    "error code 404",
    "the colour code is 255 255 0",
    "wifi is trash",
    "wifi is 5ghz",
    "wifi is 2 bars",
    "my alarm is 630",
    "alarm is 7:30",
    "pass the ball to 10",
    "bus pass is 90p",
    "pinned 12 posts",
    "we need 100 pins",
    "login page is down",
    "in the escape room the code is 7314",
    "combo number 4 no pickles",
)


@pytest.mark.parametrize("line", FLAGS)
def test_found_where_it_stands(line: str, expect: Callable[[str], None]) -> None:
    expect(line)


@pytest.mark.parametrize("line", SILENT)
def test_silent(line: str, expect: Callable[[str], None]) -> None:
    expect(line)
