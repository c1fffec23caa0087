"""The five articles that the course grew from: every tip and fact of them is found in a lesson or a door."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coach.course import lessons_path
from coach.course.folders import lesson_files

TIPS = [
    ("01-post-together.md", "Make something real together that you want to share today"),
    ("01-post-together.md", "Use social media. Don't be used by it."),
    ("01-post-together.md", "children look for approval every day"),
    ("02-strangers.md", "This one I never met, and they still saw my photo."),
    ("02-strangers.md", "Open an app where you turn down strangers"),
    ("03-mean-words.md", "Show a comment to you that was not kind."),
    ("03-mean-words.md", "Ana is a real person, and she reads each word."),
    ("03-mean-words.md", "say out loud why you choose each word"),
    ("03-mean-words.md", "Treat others as you would like to be treated"),
    ("04-edited-screenshots.md", "You take the screenshot."),
    ("04-edited-screenshots.md", "Cut off a part."),
    ("04-edited-screenshots.md", "change it, and use it again for what *they* want"),
    ("05-following.md", "Then get it on your own phone and try it"),
    ("05-following.md", "Follow each other in the apps that you both use"),
    ("05-following.md", "Some of it says to check without warning, and so does the article"),
    ("07-public-or-private.md", "It asks for a number in public"),
    ("07-public-or-private.md", "people say there what they truly feel"),
    ("18-where-i-am.md", "You can be talked about even when you are not there"),
    ("08-talk-with.md", "Where are the sunflower seeds?"),
    ("08-talk-with.md", "calls this the one-way hose"),
    ("08-talk-with.md", "89 of 100 messages to companies got no answer"),
    ("09-please-and-looks.md", "hold back honest opinions about how somebody looks"),
    ("09-please-and-looks.md", "Ask with a please"),
    ("08-talk-with.md", "Soon is kind, and at once is not needed."),
    ("17-the-feed-wants-your-time.md", "Use social media. Don't be used by it."),
    ("10-our-agreement.md", "A phone can be a tool for being good to people, or a weapon."),
]
DOORS = [
    ("06-who-can-message-you.md", "more than 2.5 billion people"),
    ("06-who-can-message-you.md", "Messenger was an app of its own"),
    ("06-who-can-message-you.md", "Snaps went from one to one, and WhatsApp had words, voice and video."),
    ("doors/twitter-before-2015.toml", "For a private talk you two had to follow each other."),
    ("doors/twitter-before-2015.toml", "In October 2013 a switch let any follower write to you."),
    ("doors/twitter-before-2015.toml", "It had to ask you in public to follow it first."),
    ("doors/twitter-since-2015.toml", "Receive Direct Messages from anyone"),
    ("doors/twitter-since-2015.toml", "whoever gets a message may answer it"),
    ("doors/twitter-since-2015.toml", "a message button shows on the profile"),
    ("doors/twitter-since-2015.toml", "unfollow them and delete the conversation"),
    ("doors/facebook-pages.toml", "A page may answer you. It may not start."),
    ("doors/linkedin.toml", "up to ten of these letters"),
    ("doors/tumblr.toml", "more than 48 hours"),
    ("doors/tumblr.toml", "Your answer is always public."),
]
PAGE = (Path(__file__).parents[2] / ".github" / "COURSE.md").read_text(encoding="utf-8")
PLACE = re.compile(r"\b(\d\d) \*([^*]+)\*")
"""A step as the page names it: `01 *Five looks*`."""


@pytest.mark.parametrize(("file", "words"), [*TIPS, *DOORS])
def test_every_tip_and_fact_has_its_place(file: str, words: str) -> None:
    text = (lessons_path() / file).read_text(encoding="utf-8")
    assert words in " ".join(text.replace("\n> ", " ").split())


def test_the_page_names_steps_that_there_are() -> None:
    texts = {path.name[:2]: path.read_text(encoding="utf-8") for path in lesson_files(lessons_path())}
    places = set(PLACE.findall(PAGE))
    assert len(places) > len(texts)
    assert [place for place in places if f"\n## {place[1]}\n" not in texts[place[0]]] == []


def test_the_first_lesson_needs_a_phone_once() -> None:
    text = (lessons_path() / "01-post-together.md").read_text(encoding="utf-8")
    assert text.count("```show") == 1
    assert not re.search(r"article|\b20[01]\d\b", text), "its facts are said in today's words"
