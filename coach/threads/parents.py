"""Whether a sender is named as a parent or a relative, in an address book where the family chose that name."""

from __future__ import annotations

import re

from coach.engine.text.normalize import fold

_NAMES = frozenset(
    (
        "mum mom mam mummy mommy mama mamma maman mother amma ammi umma mummyji mutti mae mamae nanay "
        "dad papa father appa abbu vati pai papai tatay"
    ).split()
)
"""Folded. Words by which strangers call themselves too, such as daddy and papi, are left out."""
_BESIDE = frozenset(("my", "work", "mobile", "cell", "home", "phone", "new", "number"))
_RELATIVES = frozenset(
    (
        "nan nana nanna nanny nani nanu nano gran granny grandma grandmother grandad granddad grandpa grandfather "
        "gramps nonna nonno oma opa abuela abuelo abuelita lola lolo dadi dadima thatha paati halmoni babcia baba bibi "
        "auntie aunty aunt tia khala masi mausi bua chachi mami tante zia titi tita ammamma mamaw "
        "mawmaw mamgu taid nain"
    ).split()
)
"""Folded. Uncles are left out: strangers call themselves so."""
_MOST = 2
"""The most words of such a name: `Auntie Bea`."""
_WORD = re.compile(r"[^\W\d_]+")


def is_parent(name: str) -> bool:
    """Return whether a sender is named as the child's own parent: `Mum`, `my Dad 💙`, `Mum (work)`; not `Leo's mum`."""
    words = [word for word in _WORD.findall(fold(name)) if word not in _BESIDE]
    return len(words) == 1 and words[0] in _NAMES


def is_relative(name: str) -> bool:
    """Return whether a sender is named as a grandparent or an aunt: `Nani`, `Grandpa Abe`; not `Leo's nan`."""
    words = [word for word in _WORD.findall(fold(name)) if word not in _BESIDE]
    return 0 < len(words) <= _MOST and words[0] in _RELATIVES


def is_family(name: str) -> bool:
    """Return whether a sender is named as a parent or a relative."""
    return is_parent(name) or is_relative(name)
