"""What a family reads beside help lines, in the app and in plain mode."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coach.helplines.countries import read_countries
from coach.helplines.of_packs import pack_lines
from coach.helplines.reader import HelpKind, Helpline, read_helplines
from coach.locale import N_, _, month_in_words

THANKS = N_("""\
Does something hurt? Thank you for looking here.
It is not your fault. Tell a grown-up you trust.
The one beside you is a good start.
In danger, call your country's emergency number.""")
NOW = N_("""\
For the grown-up: what to do now

1. Thank your child for telling you. Stay calm, sit close, and listen to the end.
2. Do not blame, and do not take the phone away because they told you.
3. Ask directly: "Are you safe? Are you thinking of hurting yourself?" Asking does not plant the idea.
4. If there is danger now, stay with your child and call the emergency number.
5. Keep hurtful messages and pictures, but do not answer them. Block and report together.
6. Call one of these lines yourself, or your doctor, or the school. You do not have to solve it alone.
7. Ask again tomorrow.""")
MIND = N_("Numbers change. Look yours up together before you need it.")
_FOR = {
    HelpKind.CHILD: "",
    HelpKind.CRISIS: N_(", when it is too much"),
    HelpKind.EMERGENCY: "",
    HelpKind.REPORT: N_(", to report someone"),
    HelpKind.TAKEDOWN: N_(", to take pictures down"),
    HelpKind.DIRECTORY: "",
}


def lines_said(lines: Iterable[Helpline], country: str) -> Iterator[str]:
    """Yield each line by kind: whom to call and what for, with its place unless that is `country`."""
    known = tuple(lines)
    for kind in HelpKind:
        for line in (line for line in known if line.kind is kind):
            place = "" if line.country == country else f"{_(line.place)}: "
            yield f"{place}{line}{_(_FOR[kind])}"


def countries_with_lines() -> dict[str, str]:
    """Return the countries that Coach knows help lines of: their names, by code."""
    names = {line.country: _(line.place) for line in (*read_helplines(), *pack_lines()) if line.country}
    return dict(sorted(names.items(), key=lambda each: each[1]))


def name_of_country(code: str) -> str:
    """Return the name to show for a country; the code if it has none."""
    return countries_with_lines().get(code) or read_countries().get(code, (code,))[0]


def said_of_age() -> str:
    """Say that numbers change, and when Coach's own were last compared with other pages."""
    checked = min(line.checked for line in read_helplines())
    return f"{_(MIND)} {_('Last compared with other pages in {month}.').format(month=month_in_words(checked))}"
