"""Words that hide are read, and words that only look as if they hid stay as they are."""

from __future__ import annotations

import pytest

from coach.models import Audience, Concern, Weight
from tests.conftest import Check

DISGUISED = {
    "run together": ["shutup", "nobodylikesyou", "noonelikesyou", "youreugly"],
    "phonetic": ["ur so stoopid", "u r so dum", "your so fatt", "ur a lozer", "yu ar dum"],
    "stretched": ["ur sooo stuuupid", "ur a looooser", "ur fatttttt", "ur sooo dumm"],
    "leet": [
        "ur a l0ser",
        "ur st00pid",
        "ur an id!ot",
        "ur an 1d10t",
        "ur a m0r0n",
        "ur a b1tch",
        "assh0le",
        "$h!thead",
    ],
    "masked": ["ur a l*ser", "ur a b*tch", "f*ck you", "sh*t up idiot", "a$$hole", "@sshole"],
    "letters apart": [
        "ur a l o s e r",
        "your a l.o.s.e.r",
        "ur u-g-l-y",
        "u r s t u p i d",
        "k y s",
        "k.y.s",
        "f u c k you",
    ],
    "signs between": ["shut.up", "shut^up", "ur.ugly", "ur a lo_ser"],
    "look-alikes": ["ur ѕtupid", "ｙｏｕ ａｒｅ ｕｇｌｙ", "𝓾𝓻 𝓾𝓰𝓵𝔂", "ur úgly", "k¡ll yourself"],
    "in circles and squares": ["Ⓛⓞⓢⓔⓡ", "ur a ⓛⓞⓢⓔⓡ", "ur a 🅻🅾🆂🅴🆁", "ur a 🄻🄾🅂🄴🅁", "🅤🅡 🅤🅖🅛🅨", "ur ⒰⒢⒧⒴", "Ⓛ ⓞ ⓢ ⓔ ⓡ"],
    "small capitals": ["ʟᴏsᴇʀ", "ʏᴏᴜ ᴀʀᴇ ᴜɢʟʏ", "ur a ʟᴏꜱᴇʀ"],
    "user names": ["UrSoUgly123", "follow me UrSoUgly123", "@YouAreUgly", "xX_UrALoser_Xx", "Ur_So_Ugly", "urSoUgly"],
    "invisible": ["y\u200bo\u200bu are s\u200btupid", "ur stu\u2060pid"],
    "alike in other scripts": ["ur սցlу", "ur uɡly", "ur ꓴgly"],
    "coloured on a terminal": ["ur \x1b[31mugly\x1b[0m", "\x1b[1;31mur so ugly\x1b[0m lol"],
    "case": ["uR uGlY", "UR A LoSeR"],
    "no apostrophe": ["youre ugly", "your ugly", "ur ugly"],
    "slips": ["ur stuipd", "ur sutpid", "ur stpid", "your stiupid", "ur a lsoer"],
}
INNOCENT = """
i live in Scunthorpe|Penistone is a town|we drove through Essex and Sussex|the hot water is off|he sang as she danced
we have class at ten|the grass is wet|Dick Van Dyke was in the film|the cockpit of the plane|my therapist is nice
there were 142,460 people|assassins creed is a game|the classic bass guitar|we saw a blue tit|a cockerel and a hen
moby dick is long|shitake mushrooms|i mishit the ball|analysis of the canal|document the title|my arsenal shirt
Uranus is a planet|the titanic sank|a cocktail sausage|a peacock|my scrapbook|pass the assignment|buttercup and butter
hello shell|a dumbbell|i got 8/10|its 6-7|homo sapiens|spick and span|the dyke held the water back|fire retardant spray
a mongoose|rapeseed oil|fat free yoghurt|the fat cat sat|thick fog today|dense forest|silly string|rat race
chicken nuggets|donkey kong|ugly duckling|ugly sweater day|beat the boss|kill the dragon|die hard is a film|killer whale
the ass and the ox|bloody mary|hells kitchen|tool box|geek squad|a witch costume|troll doll|freak wave|sick trick
gross domestic product|spoilt for choice|trash bag|toxic waste|poor connection|cheat sheet|catch the golden snitch
baby shark|monkey bars|worm moon|we were together|the weatherman|another one|nowhere to go|somewhere else|motherboard
looser jeans|a trial run|the idiom means that|in a bind|it was mild|my shirt@home|meet at 10!|$5 each|as!|hell's angels
YouTube and TikTok|my iPhone is old|JavaScript is a language|LeBronJames23|add me PandaQueen42 lol|BigRedBus|SpongeBob
the Ⓜ is closed|we parked at the 🅿|blood type 🅰 or 🅱|step ① then ②|ⓘ read this|McDonalds and PlayStation|ILoveMyDog
"""


@pytest.mark.parametrize(("how", "text"), [(how, text) for how, texts in DISGUISED.items() for text in texts])
def test_disguised_words_are_read(check_text: Check, how: str, text: str) -> None:
    assert check_text(text).of(Concern.UNKIND), how


@pytest.mark.parametrize("text", [text for line in INNOCENT.split("\n") for text in line.split("|") if text])
def test_innocent_words_stay_as_they_are(check_text: Check, text: str) -> None:
    assert check_text(text).flags == ()


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("I DONT WANT TO LIVE", Weight.PAUSE),
        ("I CAN'T STOP CRYING", Weight.PAUSE),
        ("I WONT TELL MY MUM ABOUT US", Weight.STOP),
        ("i w0nt tell my mum about us", Weight.STOP),
        ("i❤️wont tell my mum about us", Weight.STOP),
        ("my dad\u200bhits\u200bme when he drinks", Weight.STOP),
        ("my\u00addad\u00adhits\u00adme", Weight.STOP),
    ],
)
def test_short_forms_in_capitals_and_invisible_spaces_hide_nothing(check_text: Check, text: str, least: Weight) -> None:
    weight = check_text(text, audience=Audience.STRANGER).weight
    assert weight is not None
    assert weight.rank >= least.rank


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("bob＠test.org", "bob＠test.org"),
        ("mail me at bob＠test．org", "bob＠test．org"),
        ("write to robin [at] example [dot] org", "robin [at] example [dot] org"),
        ("call ０７７００ ９００４５６", "０７７００ ９００４５６"),
        ("call 𝟎𝟕𝟕𝟎𝟎 𝟗𝟎𝟎𝟒𝟓𝟔", "𝟎𝟕𝟕𝟎𝟎 𝟗𝟎𝟎𝟒𝟓𝟔"),
        ("４５３９ １４８８ ０３４３ ６４６７", "４５３９ １４８８ ０３４３ ６４６７"),
        ("i live at ５３.４８０８, -２.２４２６", "５３.４８０８, -２.２４２６"),
    ],
)
def test_facts_in_another_style_are_found_where_they_stand(check_text: Check, text: str, phrase: str) -> None:
    found = check_text(text, audience=Audience.PUBLIC).of(Concern.OVERSHARING)
    assert phrase in [flag.phrase for flag in found]


@pytest.mark.parametrize("text", ["MY ID IS IN MY BAG", "SEE YOU ON WED", "WHO'RE WE WAITING FOR"])
def test_short_forms_are_no_other_words(check_text: Check, text: str) -> None:
    assert check_text(text).flags == ()
