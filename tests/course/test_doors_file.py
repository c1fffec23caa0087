"""Who may message whom: read from a file, with every fault told."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from coach.course import doors_files, lessons_path, read_doors
from coach.errors import AuthorError
from coach.models import Relation
from coach.models.dated import TERM
from coach.models.doors import GROWN_OLD
from coach.plain.practices import may
from coach.tui.widgets.doors_box import door_of
from tests.course.writing import faults_in, lesson_of, write

DOORS = """\
app = "Birdhouse"
era = "since May 2015"
since = 2015-05-01
told = 2015-05-02
source = "an article of that week"
today = "It may have changed. Look in the app."
where = "Settings, then Privacy"

[[settings]]
name = "anyone"
label = "Messages from anyone"
on = false

[[visitors]]
who = "stranger"
label = "Somebody you do not know"
when = { anyone = true }
starts = true
answers = true
sent = "Only you two can read it."
why = "You let anyone write to you."

[[visitors]]
who = "stranger"
label = "Somebody you do not know"
starts = false
answers = true
sent = "Nothing gets in."
why = "You let only friends write first."

[[visitors]]
who = "friend"
label = "A friend"
starts = true
answers = true
sent = "Only you two can read it."
why = "You follow each other."
"""


def write_doors(folder: Path, text: str = DOORS) -> Path:
    (folder / "doors").mkdir(exist_ok=True)
    path = folder / "doors" / "birdhouse.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_settings_decide_who_comes_in(tmp_path: Path) -> None:
    doors = read_doors(write_doors(tmp_path))
    assert doors.first_settings == {"anyone": False}
    closed, opened = doors.at_door({"anyone": False}), doors.at_door({"anyone": True})
    assert [visitor.who for visitor in closed] == [Relation.STRANGER, Relation.FRIEND]
    assert [visitor.starts for visitor in closed] == [False, True]
    assert [visitor.starts for visitor in opened] == [True, True]


def test_a_lesson_opens_the_doors_beside_it(tmp_path: Path) -> None:
    write_doors(tmp_path)
    step = lesson_of(tmp_path, "## Here\n\n```doors\napps: birdhouse\n```\n").steps[0]
    assert [doors.app for doors in step.doors] == ["Birdhouse"]


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ('app = "Birdhouse"\n', "", 0, "`app` is missing"),
        ("told = 2015-05-02", "told = 'May'", 4, "`told`"),
        ('who = "friend"', 'who = "foe"', 32, "`who`"),
        ('why = "You follow each other."', 'whi = "You follow each other."', 37, "unknown key `whi`"),
        ("starts = false", "starts = 'maybe'", 26, "`starts`"),
        ("when = { anyone = true }", "when = { any = true }", 17, "unknown setting `any`"),
        ("when = { anyone = true }\n", "", 23, "unreachable: a row above already covers every `stranger`"),
        (
            'who = "friend"',
            'who = "friend"\nwhen = { anyone = true }',
            32,
            "no row for `friend` under the remaining settings",
        ),
        ("starts = true", "starts = true\nsees = true", 19, "`sees` of somebody who may write"),
        ("when = { anyone = true }\n", "", 10, "unused setting `anyone`"),
        ("\n[[settings]]", "\n[[settings", 9, "not TOML"),
    ],
)
def test_what_is_wrong_in_a_file_of_doors(tmp_path: Path, old: str, new: str, line: int, problem: str) -> None:
    path = write_doors(tmp_path, DOORS.replace(old, new, 1))
    with pytest.raises(AuthorError) as caught:
        read_doors(path)
    found = [(fault.line, fault.problem) for fault in caught.value.faults]
    assert any(at == line and said.startswith(problem) for at, said in found), found


@pytest.mark.parametrize("name", ["gone", "../secret", "/etc/passwd", "Birdhouse"])
def test_doors_are_only_read_from_beside_a_lesson(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.toml").write_text(DOORS, encoding="utf-8")
    folder = tmp_path / "lessons"
    folder.mkdir()
    write_doors(folder)
    path = write(folder, f"## Here\n\n```doors\napps: {name}\n```\n")
    assert [(line, column) for line, column, _ in faults_in(path)] == [(10, 1)]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.toml").write_text(DOORS, encoding="utf-8")
    folder = tmp_path / "lessons"
    (folder / "doors").mkdir(parents=True)
    (folder / "doors" / "birdhouse.toml").symlink_to(tmp_path / "secret.toml")
    path = write(folder, "## Here\n\n```doors\napps: birdhouse\n```\n")
    assert faults_in(path)[0][2] == "unknown app `birdhouse`"


@pytest.mark.parametrize("path", doors_files(lessons_path()), ids=lambda path: path.stem)
def test_the_doors_of_the_course_are_sound(path: Path) -> None:
    assert read_doors(path).visitors


VOICE = '\n[[also]]\nwhat = "Voice"\nsays = "Friends can call you."\n'


def test_a_door_whose_facts_are_older_than_a_year_says_so(tmp_path: Path) -> None:
    doors = read_doors(write_doors(tmp_path))
    told = date(2015, 5, 2)
    assert doors.reminder(told + TERM) == "It may have changed. Look in the app. In your app: Settings, then Privacy."
    assert doors.reminder(told + TERM + timedelta(days=1)).startswith(GROWN_OLD)


def test_what_else_lets_people_in_names_its_own_source_and_age(tmp_path: Path) -> None:
    dated = VOICE + 'source = "a page"\ntold = 2015-05-02\n'
    plain, sourced = (read_doors(write_doors(tmp_path, DOORS + also)) for also in (VOICE, dated))
    assert plain.facts == ("Voice: Friends can call you.",)
    assert sourced.facts == ("Voice: Friends can call you. From: a page.",)
    assert "Voice" not in sourced.reminder(date(2015, 5, 3))


@pytest.mark.parametrize("lag", [0, 300])
def test_what_has_grown_old_is_said_once(tmp_path: Path, lag: int) -> None:
    dated = "".join(
        VOICE.replace("Voice", what) + 'source = "a page"\ntold = 2015-05-02\n' for what in ("Voice", "Live")
    )
    told = date(2015, 5, 2) + timedelta(days=lag)
    doors = read_doors(write_doors(tmp_path, DOORS.replace("2015-05-02", str(told), 1) + dated))
    said = " ".join((*doors.facts, doors.reminder(date(2015, 5, 3) + TERM)))
    assert said.count("more than a year old") == 1
    assert ("Voice, Live" in said) is bool(lag)


def test_who_sees_the_posts_of_a_public_account_does_not_stay_out() -> None:
    instagram = next(read_doors(path) for path in doors_files(lessons_path()) if path.stem == "instagram-teen")
    open_to_all = {visitor.who: visitor for visitor in instagram.at_door({"private": False})}
    closed = {visitor.who: visitor for visitor in instagram.at_door({"private": True})}
    assert may(open_to_all[Relation.FOLLOWER]) == "may not write, but sees what you post"
    assert "sees what you post" in door_of(open_to_all[Relation.FOLLOWER])[0]
    assert "stays out" in door_of(closed[Relation.FOLLOWER])[0]
    assert "stays out" in door_of(open_to_all[Relation.STRANGER])[0]


def test_a_fact_with_a_source_but_no_date_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(AuthorError) as caught:
        read_doors(write_doors(tmp_path, DOORS + VOICE + 'source = "a page"\n'))
    (fault,) = caught.value.faults
    assert (fault.problem, fault.quote) == (
        "`Voice` has a source without a date, or a date without one",
        'what = "Voice"',
    )
    assert "give both `source` and `told`" in fault.fix


OLD = {"facebook-pages", "linkedin", "tumblr", "twitter-before-2015", "twitter-since-2015"}


@pytest.mark.parametrize("path", doors_files(lessons_path()), ids=lambda path: path.stem)
def test_coachs_doors_send_families_to_their_own_app_and_say_when_they_were_read(path: Path) -> None:
    doors = read_doors(path)
    assert ("museum piece" in doors.today) is (path.stem in OLD)
    assert ("check it" in doors.today) is (path.stem not in OLD)
    assert (doors.told.year < 2016) is (path.stem in OLD)
    read = f"no date; we read it in {doors.told:%B %Y}"
    assert (read in doors.today) is ("undated" in doors.source)
