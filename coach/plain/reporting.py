"""Where to report and block, line by line."""

from __future__ import annotations

from datetime import date

from coach.helplines import takedown_near
from coach.locale import N_, _
from coach.models import Reporting
from coach.plain.console import Console

KEEP = N_("First keep the words and the name. Then report, and only then block.")
KEEP_NO_PICTURE = N_(
    "First keep the words and the name, and never a private picture. Then report, and only then block."
)


def reporting(console: Console, report: Reporting, country: str) -> None:
    """Say where to report and block in the apps that are chosen, and who takes a picture down."""
    day = date.today()  # noqa: DTZ011 - the family's own day
    console.say(_(KEEP_NO_PICTURE) if report.has_pictures else _(KEEP))
    for number, app in enumerate(report.apps, 1):
        console.say(f"{number}. {app.name}", "  ")
    question = _("Which app do you use most? Type its number. Enter goes on.")
    while (chosen := console.choose(question, len(report.apps))) is not None:
        app = report.apps[chosen]
        console.say(f"{app.name}:")
        for line in app.lines(day):
            console.say(line, "  ")
    if report.has_pictures:
        console.say(_("Who takes a private picture down, and where a threat is reported:"))
        for service in takedown_near(country):
            console.say(f"{_(service.place)}: {service} {service.origin(day)}", "  ")
        console.ask(_("Enter goes on."))
