"""What of a draft may go to people whom the child doesn't know."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coach.counsel.alone import asks_anything, is_for_game
from coach.counsel.clauses import Clause, ClauseKind
from coach.counsel.openness import hints, is_risky, names_class, shows_place, shows_when, without_harmless
from coach.counsel.praise import praises_thing, thanks_for
from coach.counsel.tips import gives_tip
from coach.counsel.words import begins_with, grammar
from coach.engine.text.first_names import first_names
from coach.models import Audience

if TYPE_CHECKING:
    from coach.counsel.draft import Draft

_TELLING_WHERE = frozenset({"location-now", "routine", "address", "home-alone"})
"""Beside these, `come` means there."""
_SHOWN = frozenset({"photo", "money", "password"})
"""What people may read in a picture that is sent with a draft."""
_OF_THE_CHILD = frozenset({"contact", "account", "password", "age-birthday", "school", "full-name"})
"""Beside these, a word of the family shows nothing more of where the child is."""
_ASKED_OF_THEM = frozenset((verb, "you") for verb in ("are", "were", "have", "had", "do", "does", "did"))
"""So a question begins that is about whoever reads it: `have you even got hands`."""
_REACHED = grammar("contacting") | {"reach", "number"}
"""With these, a word of the family says how to get in touch."""


def is_risky_openly(draft: Draft, clause: Clause) -> bool:
    """Return whether a clause may not go to people whom the child doesn't know.

    Args:
        draft: a draft that such people read.
        clause: one of its clauses.
    """
    text, gives_away = without_harmless(draft.text[clause.start : clause.end]), any(draft.gives_away)
    words = without_harmless(" ".join(clause.words)).split()
    is_of_show = gives_away and (_is_arrival(clause, draft.clauses) or tells_of_tickets(draft, clause))
    if is_of_show or _names_pet(draft, clause):
        return False
    is_kind = _is_kind_to_all(draft, clause) or _greets(clause) or _is_kept_away(clause)
    if gives_away and is_kind and not shows_place(text):
        return False
    is_traded = draft.offers_trade and draft.audience is Audience.STRANGER
    if gives_away and (is_traded or (clause.said[0] == "come" and draft.names & _TELLING_WHERE)):
        return True
    is_asked = draft.audience is Audience.STRANGER and clause.said[:2] in _ASKED_OF_THEM
    if is_asked or (gives_away and _introduces(clause)):
        return True
    is_hint = hints(words, text) or _is_of_family(draft, words)
    if gives_away and (_talks_on(draft, clause) or is_hint or names_class(text)):
        return True
    is_own = gives_away or not grammar("first-person").isdisjoint(clause.words)
    shows = shows_place(text) and (is_own or shows_when(words, text))
    return shows or is_risky(words, gives_away=gives_away)


def _greets(clause: Clause) -> bool:
    """Return whether a clause only greets at a feast, and names nobody: `happy new year everyone`."""
    is_plain = first_names().isdisjoint(clause.words) and not any(map(str.isdigit, "".join(clause.words)))
    return begins_with(clause.said, "greeting-well") and is_plain


def _is_kept_away(clause: Clause) -> bool:
    """Return whether a clause only says that the child cannot play then: `cant do tmrw`."""
    is_doing = clause.said[:2] == ("can", "not") and clause.said[2:3] != () and clause.said[2] in grammar("taking-part")
    return is_doing and (grammar("days") | {"it", "now", "right", "later", "today"}).issuperset(clause.said[3:])


def _is_kind_to_all(draft: Draft, clause: Clause) -> bool:
    """Return whether a clause only praises or thanks, and says nothing of who somebody is."""
    is_of_them = not grammar("yours").isdisjoint(clause.words) or draft.audience is Audience.STRANGER
    is_personal = is_of_them and not grammar("personal").isdisjoint(clause.words)
    is_bare = clause.said in _BARE_THANKS
    return (is_bare or praises_thing(clause) or thanks_for(clause)) and not is_personal


_BARE_THANKS = {("thank", "you"), ("thanks",)}


def _is_of_family(draft: Draft, words: Sequence[str]) -> bool:
    """Return whether words beside a detail tell of the family: who is at home, or by a name who they are."""
    is_near = not first_names().isdisjoint(words) or not _REACHED.isdisjoint(words)
    is_harmless = draft.details <= _OF_THE_CHILD and not is_near
    return not grammar("family").isdisjoint(words) and not is_harmless


def _is_made_for(clause: Clause) -> bool:
    """Return whether a clause says only what the child made of somebody's: `i drew ur character`."""
    is_made = clause.said[0] == "i" and clause.said[1:2] != () and clause.said[1] in grammar("making")
    return is_made and grammar("personal").isdisjoint(clause.words) and "?" not in clause.ends


def _names_pet(draft: Draft, clause: Clause) -> bool:
    """Return whether a short clause gives the name of the animal in the one before: `his name is biscuit`."""
    at = next(n for n, one in enumerate(draft.clauses) if one.start == clause.start)
    before = next((one for one in reversed(draft.clauses[:at]) if one.kind is ClauseKind.CLAUSE), None)
    is_named = clause.said[:3] in _NAMED and len(clause.said) == len(_HIS_NAME) + 1
    is_named = is_named or (clause.said[:2] in _NAMES and len(clause.said) == len(_HIS_NAME))
    return before is not None and is_named and not grammar("pets").isdisjoint(before.said)


def _talks_on(draft: Draft, clause: Clause) -> bool:
    """Return whether a clause asks or answers a stranger, or shows what is in a picture beside a detail."""
    is_seen = draft.holds("photo") and not (shows_ticket(draft) and clause.said[:2] in _ELSE)
    if draft.names & _SHOWN and (is_seen or begins_with(clause.said, "showing-off")):
        return True
    if draft.audience is not Audience.STRANGER:
        return False
    if draft.holds("password"):
        return True
    is_to_them = not grammar("yours").isdisjoint(clause.words) and not (_is_made_for(clause) or gives_tip(clause))
    is_asked = asks_anything(clause) and not is_for_game(clause)
    return is_to_them or is_asked or not grammar("agreeing").isdisjoint(clause.words[:2])


_HIS_NAME = ("his", "name", "is")
_NAMED = {(whose, *_HIS_NAME[1:]) for whose in ("his", "her", "its", "their")}
_NAMES = {("his", "names"), ("her", "names"), ("its", "names")}


def _is_arrival(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Return whether a draft begins with what has come, in a word or two, and nothing of it: `TICKETS CAME`."""
    first = next(one for one in clauses if one.kind is ClauseKind.CLAUSE)
    return clause is first and len(clause.said) <= _FIRST_NAME + 1 and clause.said[-1] in {"came", "arrived"}


def shows_ticket(draft: Draft) -> bool:
    """Return whether all that is given away is a picture of a ticket, which shows nobody's face."""
    words = {word for flag in draft.report.flags for word in flag.phrase.lower().split()}
    return draft.details == {"photo"} and not words.isdisjoint(_PRINTED)


_PRINTED = frozenset({"barcode", "barcodes", "ticket", "tickets", "qr", "code"})
_ELSE = {("who", "else"), ("anyone", "else"), ("anybody", "else")}
"""Beside a picture of a ticket, so everybody is asked who is going as what."""


def tells_of_tickets(draft: Draft, clause: Clause) -> bool:
    """Return whether a draft that shows a ticket begins with having it, and no place with a name: `got our tickets`."""
    written = [draft.text[one.start : one.end] for one in clause.body]
    is_named = any(word[:1].isupper() and word != "I" for word in written[1:])
    is_counted = any(map(str.isdigit, "".join(written)))
    is_dated = is_counted or not (grammar("days") | grammar("weekdays")).isdisjoint(clause.said)
    is_told = "got" in clause.said[:2] and not {"ticket", "tickets"}.isdisjoint(clause.said)
    return is_told and shows_ticket(draft) and not (is_named or is_dated)


def _introduces(clause: Clause) -> bool:
    """Return whether a first name and something more says who the writer is: `im mia okafor`."""
    said = clause.said
    return said[:2] == ("i", "am") and len(said) > _FIRST_NAME and said[2] in first_names()


_FIRST_NAME = 3
"""So many words give a first name alone: `im mia`."""
