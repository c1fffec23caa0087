"""Small changes to a message that keep what it means, and marks and words that must not silence it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from string import ascii_lowercase

JOKES = (
    "jk",
    "jks",
    "just kidding",
    "im joking",
    "only joking",
    "jk jk",
    "haha jk",
    "lol jk",
    "banter",
    "just messing",
)
LAUGHS = ("lol", "lmao", "haha", "hehe", "hahaha", "😂", "🤣", "💀", "teehee", "rofl")
KISSES = ("x", "xx", "xxx", "xoxo", "xo", "😘", "❤️", "love u", "love you")
PLAY = ("gg", "uno", "fifa", "minecraft", "football", "chess")
SIGN_OFFS = ("love mum x", "love dad", "mum x", "love nan xx", "dad", "auntie jo", "love from grandad", "x mum")
SILENCERS = {"joke word": JOKES, "laugh": LAUGHS, "kiss": KISSES, "play": PLAY, "sign-off": SIGN_OFFS}
"""Words that say how something is meant, by kind."""

GLUE = (
    "!", ";", ")", '"', "'", "(", "<", ">", "=", "_", "/", "\\", "|", "\x00", "😂", "\u00a0", "\n",
    "<br>", "</b>", "&nbsp;", "&amp;", "!!", ");",
)  # fmt: skip
"""Marks that stand between two words in place of a space."""
CALM = (
    "See you on Monday.", "The bus was late today.", "We had pizza for tea.", "My cat sleeps on the radiator.",
    "I like your new bag.", "Maths is at ten.", "It rained all day.", "i beat you at fifa.", "footy was fun haha jk.",
)  # fmt: skip
OTHERS = ("Sam: stop", "Ada: footy was fun haha jk", "Mum: tea at six love mum x", "Ben: lol same", "Kai: just kidding")
"""Lines of other speakers."""
WORD_BORDER = re.compile(r"(?<=\w) (?=\w)")


def beside(text: str, words: str) -> Iterator[str]:
    """Words before, behind and at every border of a clause."""
    yield f"{words} {text}"
    yield f"{text} {words}"
    yield f"{text}. {words}"
    yield f"{text}\n{words}"
    for border in re.finditer(r"[,.!?]+ ", text):
        yield f"{text[: border.start()]} {words}{text[border.start() :]}"


def glued(text: str, mark: str, start: int, end: int) -> Iterator[str]:
    """A mark before and behind, beside a word without a space, and in place of every space of the phrase at `start`."""
    yield f"{mark}{text}"
    yield f"{text}{mark}"
    yield f"{text}{mark}lol"
    for border in WORD_BORDER.finditer(text, start, end):
        yield f"{text[: border.start()]}{mark}{text[border.end() :]}"


@dataclass(frozen=True, slots=True)
class Change:
    """One way to change a message."""

    name: str
    apply: Callable[[str, Random], str]


_LEET = str.maketrans("aeio", "4310")
_ALIKE = str.maketrans("aeoc", "аеос")
_THEY = {"he": "they", "she": "they", "him": "them", "his": "their", "hes": "theyre", "shes": "theyre"}
_SHE = {"he": "she", "him": "her", "his": "her", "hes": "shes"}
_MOM = {"mum": "mom", "mums": "moms", "mummy": "mommy"}
_YOU = {"u": "you", "ur": "your", "r": "are"}
_U = {"you": "u", "your": "ur", "are": "r"}


def _words(change: dict[str, str]) -> Callable[[str, Random], str]:
    """Replace whole words."""
    return lambda text, _: re.sub(
        r"\b[a-z]+\b", lambda found: change.get(found.group(), found.group()), text, flags=re.IGNORECASE
    )


def _one_word(change: Callable[[str, Random], str]) -> Callable[[str, Random], str]:
    """Change one of the longest words."""

    def changed(text: str, dice: Random) -> str:
        words = list(re.finditer(r"[a-z]{4,}", text))
        if not words:
            return text
        found = max(words, key=lambda word: (len(word.group()), dice.random()))
        return text[: found.start()] + change(found.group(), dice) + text[found.end() :]

    return changed


def _swapped(word: str, dice: Random) -> str:
    at = dice.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _dropped(word: str, dice: Random) -> str:
    at = dice.randrange(1, len(word))
    return word[:at] + word[at + 1 :]


def _doubled(word: str, dice: Random) -> str:
    at = dice.randrange(1, len(word))
    return word[:at] + dice.choice(ascii_lowercase) + word[at:]


def _moved_space(text: str, dice: Random) -> str:
    """Cut two words one letter too late or too early."""
    places = [found.start() for found in re.finditer(r"(?<=[a-z]{2}) (?=[a-z]{2})", text)]
    if not places:
        return text
    at = dice.choice(places)
    if dice.random() < 0.5:
        return text[: at - 1] + " " + text[at - 1] + text[at + 1 :]
    return text[:at] + text[at + 1] + " " + text[at + 2 :]


def _they(text: str, dice: Random) -> str:
    """Replace he and she, with the verb as it then is."""
    text = re.sub(r"\b(?:he|she) is\b", "they are", text)
    text = re.sub(r"\b(he|she) (\w{3,}[^s\W])s\b", r"\1 \2", text)
    return _words(_THEY)(text, dice)


def _one_space(becomes: Callable[[Random], str], border: re.Pattern[str] = WORD_BORDER) -> Callable[[str, Random], str]:
    """Put something else in place of one space."""

    def changed(text: str, dice: Random) -> str:
        places = [found.start() for found in border.finditer(text)]
        if not places:
            return text
        at = dice.choice(places)
        return text[:at] + becomes(dice) + text[at + 1 :]

    return changed


CHANGES = (
    Change("joke word behind", lambda text, dice: f"{text} {dice.choice(JOKES)}"),
    Change("joke word in front", lambda text, dice: f"{dice.choice(JOKES)} {text}"),
    Change("kisses behind", lambda text, dice: f"{text} {dice.choice(KISSES[:5])}"),
    Change("quotation marks around", lambda text, _: f'"{text}"'),
    Change("curly quotation marks around", lambda text, _: f"“{text}”"),
    Change("sign-off behind", lambda text, dice: f"{text} {dice.choice(SIGN_OFFS)}"),
    Change("sign-off on a line below", lambda text, dice: f"{text}\n{dice.choice(SIGN_OFFS)}"),
    Change("glue behind", lambda text, dice: f"{text}{dice.choice(GLUE)}lol"),
    Change("glue for a space", _one_space(lambda dice: dice.choice(GLUE))),
    Change("line breaks for spaces", lambda text, _: text.replace(" ", "\n")),
    Change("one line break", _one_space(lambda _: "\n")),
    Change("leet", lambda text, _: text.translate(_LEET)),
    Change("look-alikes", lambda text, _: text.translate(_ALIKE)),
    Change("zero-width", lambda text, _: re.sub(r"(?<=\w)(?=\w)", "\u200b", text)),
    Change("he to she", _words(_SHE)),
    Change("he or she to they", _they),
    Change("u to you", _words(_YOU)),
    Change("you to u", _words(_U)),
    Change("mum to mom", _words(_MOM)),
    Change("capitals", lambda text, _: text.upper()),
    Change("full stop", lambda text, _: f"{text.rstrip('.!?')}."),
    Change("no punctuation", lambda text, _: re.sub(r"[.,!?;:]+", "", text)),
    Change("omg in front", lambda text, _: f"omg {text}"),
    Change("lol behind", lambda text, _: f"{text} lol"),
    Change("😂 behind", lambda text, _: f"{text} 😂"),
    Change("💀 in front", lambda text, _: f"💀 {text}"),
    Change("no offence but", lambda text, _: f"no offence but {text}"),
    Change("just saying", lambda text, _: f"{text} just saying"),
    Change("calm sentence before", lambda text, dice: f"{dice.choice(CALM)} {text}"),
    Change("calm sentence behind", lambda text, dice: f"{text}. {dice.choice(CALM)}"),
    Change("calm line behind", lambda text, dice: f"{text}\n{dice.choice(CALM)}"),
    Change("line of another speaker", lambda text, dice: f"Robin: {text}\n{dice.choice(OTHERS)}"),
    Change("two letters swapped", _one_word(_swapped)),
    Change("one letter dropped", _one_word(_dropped)),
    Change("one letter too many", _one_word(_doubled)),
    Change("one space moved", _moved_space),
    Change("one space missing", _one_space(lambda _: "", re.compile(r"(?<=[a-z]) (?=[a-z])"))),
)
"""Each keeps what a message means."""
