"""Help lines for children and parents, by country."""

from coach.helplines.countries import country_begun, country_named, read_countries
from coach.helplines.nearby import (
    ANY_EMERGENCY,
    OUTSIDE,
    help_with,
    help_with_chat,
    home_country,
    is_danger,
    lines_near,
    takedown_near,
    talk_near,
)
from coach.helplines.of_packs import lines_of, pack_lines
from coach.helplines.reader import HelpKind, Helpline, read_helplines
from coach.helplines.said import NOW, THANKS, countries_with_lines, lines_said, name_of_country, said_of_age

__all__ = [
    "ANY_EMERGENCY",
    "NOW",
    "OUTSIDE",
    "THANKS",
    "HelpKind",
    "Helpline",
    "countries_with_lines",
    "country_begun",
    "country_named",
    "help_with",
    "help_with_chat",
    "home_country",
    "is_danger",
    "lines_near",
    "lines_of",
    "lines_said",
    "name_of_country",
    "pack_lines",
    "read_countries",
    "read_helplines",
    "said_of_age",
    "takedown_near",
    "talk_near",
]
