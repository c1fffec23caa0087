"""Whether a sender is named as a parent: in an address book, where the child or a parent chose that name."""

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
_WORD = re.compile(r"[^\W\d_]+")


def is_parent(name: str) -> bool:
    """Return whether a sender is named as the child's own parent: `Mum`, `my Dad 💙`, `Mum (work)`; not `Leo's mum`."""
    words = [word for word in _WORD.findall(fold(name)) if word not in _BESIDE]
    return len(words) == 1 and words[0] in _NAMES
