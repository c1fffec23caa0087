"""Where to block and report is dated, and said only where an app is named in what came."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.apps import all_apps
from coach.counsel import Counsellor
from coach.engine import check
from coach.models import Direction, Message


def test_every_app_is_listed_once_with_words_of_its_own() -> None:
    names = [app.name for app in all_apps()]
    assert len(names) == len(set(names)) >= 10
    assert len({word for app in all_apps() for word in app.words}) == sum(len(app.words) for app in all_apps())


@pytest.mark.parametrize(
    ("text", "apps"),
    [
        ("ur so ugly on insta lol", ["Instagram"]),
        ("add me on snap, dont tell ur mum", ["Snapchat"]),
        ("ur such a loser, get off our realm and off disc", ["Discord", "Minecraft"]),
        ("ur so ugly", []),
        ("love your new video on youtube", []),
    ],
)
def test_apps_named_in_an_unkind_or_unsafe_message_are_explained(nlp: Language, text: str, apps: list[str]) -> None:
    where = Counsellor(nlp).on(check(nlp, Message(text=text, direction=Direction.RECEIVED))).where
    assert [line.partition(":")[0] for line in where] == apps
    assert all(line.endswith("Check it in your own app.") for line in where)


def test_a_draft_is_not_answered_with_apps(nlp: Language) -> None:
    assert not Counsellor(nlp).on(check(nlp, Message(text="ur so ugly on insta lol"))).where
