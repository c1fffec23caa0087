"""User names beside an invitation."""

from collections.abc import Callable

import pytest

FLAGS = (
    "my insta is [glitterfrog](handle). jk",
    "my insta is [glitterfrog](handle) hahaha",
    "my insta is [glitterfrog](handle) x",
    "add me [@wafflewiz](handle)",
    "follow [@kheer_and_chaos](handle)",
    "go follow my spam [@not.kenz](handle)",
    "my snap is [jj_dunkz014](handle)",
    "my name over there is [frog77](handle) ok",
    "my username on there is [nightowl_12](handle)",
    "my snap is [kayleigh](handle)",
    "snap: [chidi_bang_bang](handle) add",
    "insta is [@oats.raw](handle)",
    "add me on roblox [xX_waffleduckz_Xx](handle)",
    "im [PengPenguin_333x](handle) on roblox, friend me",
    "friend me im [PengPenguin333](handle) on roblox",
    "psn [ScouseSniperette_xL](handle)",
    "discord is [toastghost#0417](handle)",
    "[toastghost#0417](handle) dm me",
    "finsta = [hanna.hideout4](handle)",
    "my tiktok is [dribblekingdan_0771](handle) anyone can follow",
    "ff UID [000555012](handle)",
    "second insta mum doesnt know: [notzoya.zoya](handle)",
    "To all new players: befriend [SirReginald_4155](handle)",
    "add me anyone!! [n0va_kit11](handle) i accept all",
    "randoms welcome, strangers too, [jayjay.zz0](handle) on chat",
    "[moss_wanderer7](handle) is my gamertag",
    "im [moss.wanderer.77](handle) on insta",
    "a channel called [MossWanderer7](handle) subscribe",
)
SILENT = (
    "blue is my account colour",
    "a page called start",
    "@famousband can u please follow me",
    "RT @starfan follow me",
    "account details..i will ask mum",
    "search the answer on page12 pls",
    "join @TheRadio from 2pm",
    "@godsgirl8494 can u please follow me",
    "RT @TheOutlawz : everybody who wants a follow let me know, follow me",
    "#FF @ashley_waves love her, follow me",
    "my username is taken",
    "add me on discord please",
    "@everyone bring chart paper",
    "@here are we ready",
    "thanks @lily for the pic",
    "tag @lily she will laugh",
    "my snap is broken",
    "my insta is private",
    "my discord is not working",
    "snap is so boring now",
    "add me to the group chat",
    "follow the school rules",
    "dm me the homework",
    "i deleted insta",
    "roblox is down again",
    "minecraft 1.20 is out",
    "the username i wanted was gone",
    "my channel is boring",
    "who uses snap anymore",
    "@ me when ur ready",
)


@pytest.mark.parametrize("line", FLAGS)
def test_found_where_it_stands(line: str, expect: Callable[[str], None]) -> None:
    expect(line)


@pytest.mark.parametrize("line", SILENT)
def test_silent(line: str, expect: Callable[[str], None]) -> None:
    expect(line)
