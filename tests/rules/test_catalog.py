"""A rule file that is wrong in any way is refused, with file, line and cure, all errors at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.errors import AuthorError
from coach.models import AgeGroup, Aim, Audience, Role, Setting
from coach.rules import read_catalog, read_own_catalog, read_word_sets, rules_path
from tests.shipped import shipped_catalog

CATEGORY = """\
title = "A remark about looks"
lesson = "mean-words"
source = "GUIDE.md, looks"
[audience.public]
weight = "stop"
reason = "Everybody sees it."
[audience.group]
weight = "pause"
reason = "Others take it up."
[audience.friend]
weight = "pause"
reason = "A friend believes it."
[audience.stranger]
weight = "notice"
reason = "It is never needed."
[writer]
why = ["Looks are hard to change.", "They see it in the mirror.", "It can stick for long."]
note = "Ask how it would feel."
[target]
why = ["It is their word.", "You can put it down.", "You are not alone."]
note = "Say that you are there."
steps = ["Don't answer.", "Show it."]
[[target.special]]
age = "11-14"
steps = ["Block them.", "Show it."]
[[target.special]]
audience = ["stranger", "public"]
note = "Report it together."
[witness]
why = ["You saw it.", "You can help.", "One word is enough."]
note = "Ask what they saw."
steps = ["Write to them.", "Don't join in."]
"""
RULE = """\
summary = "A remark about teeth"
patterns = ["{your} teeth look like {a}? fence"]
[examples]
flags = ["[ur teeth look like a fence](looks)", "omg [your teeth look like a fence](looks)", "[ur teeth look like fence](looks) lol", "eh [YOUR TEETH LOOK LIKE A FENCE](looks)", "so [yr teeth look like the fence](looks)"]
silent = ["my teeth hurt", "nice fence", "teeth are odd", "the fence looks old", "your teeth are fine"]
"""
WORDS = 'your = ["your", "ur"]\na = ["a", "the"]\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {
        "unkind/looks/category.toml": CATEGORY,
        "unkind/looks/teeth.toml": RULE,
        "words/general.toml": WORDS,
        "spelling/texting.toml": '"tomorrow" = ["2moro"]\n',
    }.items():
        write(tmp_path / name, text)
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_rule_may_say_that_somebody_is_in_danger(folder: Path) -> None:
    path = folder / "unkind/looks/teeth.toml"
    assert [rule.danger for rule in read_catalog(folder).rules] == [False]
    path.write_text(RULE.replace("[examples]", "danger = true\n[examples]"), encoding="utf-8")
    assert [rule.danger for rule in read_catalog(folder).rules] == [True]
    path.write_text(RULE.replace("[examples]", 'danger = "yes"\n[examples]'), encoding="utf-8")
    with pytest.raises(AuthorError, match="`danger` is 'yes': `true` or `false` allowed"):
        read_catalog(folder)


def test_a_folder_gives_rules_categories_and_spelling(folder: Path) -> None:
    catalog = read_catalog(folder)
    (rule,) = catalog.rules
    assert rule.id == "unkind/looks/teeth"
    assert rule.aims == {Aim.YOU, Aim.SOMEBODY}
    assert rule.settings == {Setting.PLAIN, Setting.FAMILIAR, Setting.JOKE, Setting.PLAY, Setting.PRAISE, Setting.STORY}
    assert catalog.categories["unkind/looks"].title == "A remark about looks"
    assert catalog.spelling == {"2moro": "tomorrow"}


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "problem"),
    [
        ("teeth", "summary", "sumary", 1, "unknown key `sumary`"),
        ("teeth", 'summary = "A remark about teeth"', "summary = 5", 1, "`summary` is 5, not a text"),
        ("teeth", "look like {a}?", "look like {aa}", 2, "unknown word set `aa`"),
        ("teeth", "look like {a}?", "look (like", 2, "never closed"),
        ("teeth", 'patterns = ["', 'patterns = "', 2, "not TOML"),
        ("teeth", "patterns", "aims = ['you', 'yu']\npatterns", 2, "unknown value `yu` in `aims`"),
        (
            "teeth",
            "[ur teeth look like a fence](looks)",
            "[ur teeth](look)",
            4,
            "no phrase is marked (looks)",
        ),
        ("teeth", "[ur teeth look like a fence](looks)", "[ur teeth](looks) [x]", 4, "stray square bracket"),
        ("teeth", '"my teeth hurt", ', "", 5, "only 4 different examples in `silent`"),
        ("teeth", '"my teeth hurt"', '"[my teeth](looks) hurt"', 5, "a mark in a silent example"),
        ("teeth", "[examples]", "[example]", 3, "unknown key `example`"),
        ("teeth", '["{your} teeth', '["{your} teeth look like {a}? fence", "{your} teeth', 2, "duplicate phrase"),
        (
            "teeth",
            '["{your} teeth',
            '["{your} teeth look like (a|the)? fence", "{your} teeth',
            2,
            "matches the same as",
        ),
        ("teeth", '"my teeth hurt"', '"ur teeth look like a fence"', 5, "this example is also in `flags`"),
        ("teeth", "[examples]", "[examples]\nflag = []", 4, "unknown key `flag`"),
        ("category", 'weight = "notice"', 'weight = "heavy"', 14, "`weight`"),
        ("category", "[audience.friend]", "[audience.freind]", 10, "`freind`"),
        ("category", 'note = "Ask how it would feel."\n', "", 16, "`note` is missing"),
        ("category", "title", "tilte", 1, "unknown key `tilte`"),
        ("category", "lesson =", "instead = ['I like your coat.']\nlesson =", 2, "unknown key `instead`"),
        (
            "category",
            "[writer]",
            "[writing]",
            0,
            "`[writer]` is missing: unkind/looks needs [writer], [target], [witness]",
        ),
        ("category", "[witness]", "[witnes]", 0, "`[witness]` is missing"),
        ("category", '"It is their word.", ', "", 20, "`why`"),
        ("category", '"Don\'t answer.", ', "", 22, "1 steps for the target: 2 to 3 needed"),
        ("category", '"Block them.", ', "", 25, "1 steps for the target: 2 to 3 needed"),
        ("category", '"Block them.", ', '"a", "b", "c", ', 25, "`steps`"),
        ("category", 'age = "11-14"', 'age = "12"', 24, "`age`"),
        ("category", 'age = "11-14"', 'ages = "11-14"', 24, "unknown key `ages`"),
        ("category", 'age = "11-14"\n', "", 23, "it is for every rule, audience and age"),
        ("category", 'note = "Report it together."\n', "", 26, "it changes nothing"),
        ("category", 'audience = ["stranger", "public"]\n', 'age = "11-14"\n', 26, "overlaps an earlier one"),
        ("category", "[witness]", "[[rewrite]]\nsay = 5\n[witness]", 30, "`say`"),
        ("category", "[witness]", "[[rewrite]]\nsay = 'a'\nfor = ['mum', 'group']\n[witness]", 31, "`for`"),
        ("teeth", "[examples]", '[[edits]]\nmatch = ""\nbecomes = "x"\n[examples]', 4, "`match`"),
        ("teeth", "[examples]", '[[edits]]\nmatch = "a"\nbecome = "x"\n[examples]', 5, "unknown key `become`"),
        ("teeth", "[examples]", '[[edits]]\nmatch = "a"\n[examples]', 3, "`becomes` is missing"),
    ],
)
def test_a_fault_names_file_line_and_fix(folder: Path, file: str, old: str, new: str, line: int, problem: str) -> None:
    path = folder / "unkind/looks" / f"{file}.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(AuthorError) as caught:
        read_catalog(folder)
    found = [(fault.path, fault.line) for fault in caught.value.faults if problem in fault.problem]
    assert found == [(path, line)]
    assert all(fault.fix for fault in caught.value.faults)


def test_edits_and_rewrites_are_read(folder: Path) -> None:
    edits = '[[edits]]\nmatch = "{your} teeth"\nbecomes = "my teeth"\nfor = ["friend"]\n[examples]'
    rewrite = '[[rewrite]]\nsay = "I was cross because ___."\n[witness]'
    write(folder / "unkind/looks/teeth.toml", RULE.replace("[examples]", edits))
    write(folder / "unkind/looks/category.toml", CATEGORY.replace("[witness]", rewrite))
    catalog = read_catalog(folder)
    (edit,), (said,) = catalog.rules[0].edits, catalog.categories["unkind/looks"].rewrite
    assert (edit.match, edit.becomes, edit.audience) == ("{your} teeth", "my teeth", (Audience.FRIEND,))
    assert (said.say, said.audience) == ("I was cross because ___.", tuple(Audience))


def test_the_most_special_advice_that_applies_speaks(folder: Path) -> None:
    looks = read_catalog(folder).categories["unkind/looks"]
    general = looks.advice(Role.TARGET, Audience.FRIEND)
    assert (general.note, general.steps) == ("Say that you are there.", ("Don't answer.", "Show it."))
    assert looks.advice(Role.TARGET, Audience.FRIEND, AgeGroup.YOUNGER) == general
    older = looks.advice(Role.TARGET, Audience.STRANGER, AgeGroup.OLDER)
    assert (older.why, older.note, older.steps) == (general.why, "Report it together.", ("Block them.", "Show it."))


def test_advice_for_a_rule_comes_before_all_other_advice_and_names_a_rule_that_there_is(folder: Path) -> None:
    path = folder / "unkind/looks/category.toml"
    special = (
        '[[target.special]]\nrules = ["teeth"]\nnote = "Say something about teeth."\ncomfort = "Ouch."\n\n[witness]'
    )
    write(path, CATEGORY.replace("[witness]", special))
    looks = read_catalog(folder).categories["unkind/looks"]
    about = looks.advice(Role.TARGET, Audience.STRANGER, AgeGroup.OLDER, "unkind/looks/teeth")
    assert (about.note, about.comfort, about.steps) == (
        "Say something about teeth.",
        "Ouch.",
        ("Block them.", "Show it."),
    )
    assert looks.advice(Role.TARGET, Audience.STRANGER, AgeGroup.OLDER, "unkind/looks/ears").comfort == ""
    write(path, CATEGORY.replace("[witness]", special.replace("teeth", "feet", 1)))
    with pytest.raises(AuthorError) as caught:
        read_catalog(folder)
    assert [fault.problem for fault in caught.value.faults] == ["special advice for the unknown rule `feet`"]


@pytest.mark.parametrize(
    ("category", "role", "needed"),
    [
        ("oversharing/school", "target", "[writer]"),
        ("going-along/meets", "witness", "[writer]"),
        ("red-flag/gift", "writer", "[target]"),
        ("care/hurting", "witness", "[writer]"),
        ("care/friend-hurting", "target", "[witness]"),
    ],
)
def test_advice_for_a_role_that_never_occurs_is_refused(tmp_path: Path, category: str, role: str, needed: str) -> None:
    write(tmp_path / category / "category.toml", CATEGORY)
    with pytest.raises(AuthorError) as caught:
        read_catalog(tmp_path)
    (fault,) = (fault for fault in caught.value.faults if f"`[{role}]`" in fault.problem)
    assert fault.problem == f"`[{role}]` is never used: {category} needs {needed}"
    assert CATEGORY.splitlines()[fault.line - 1] == f"[{role}]"


@pytest.mark.parametrize("concern", ["care/hurting", "going-along/meets"])
def test_a_draft_that_needs_a_person_is_never_rewritten(tmp_path: Path, concern: str) -> None:
    write(tmp_path / concern / "category.toml", CATEGORY + '[[rewrite]]\nsay = "I am fine."\n')
    write(tmp_path / concern / "teeth.toml", RULE + '[[edits]]\nmatch = "a"\nbecomes = "b"\n')
    with pytest.raises(AuthorError) as caught:
        read_catalog(tmp_path)
    found = {fault.problem.partition(":")[0] for fault in caught.value.faults if "never rewritten" in fault.problem}
    assert found == {f"`[[{key}]]` in {concern.partition('/')[0]}" for key in ("rewrite", "edits")}


@pytest.mark.parametrize(
    ("old", "new", "line", "pointed"),
    [
        ("look like {a}?", "look like {aa}", 2, "{aa}"),
        ('"my teeth hurt"', '"ur teeth look like a fence"', 5, "ur teeth"),
        ('"nice fence"', "'[x](looks) \"ugly\"'", 5, "[x](looks)"),
        (
            '["{your} teeth',
            '["{your} teeth lol", "{your} teeth lol", "{your} teeth',
            2,
            '{your} teeth lol", "{your} teeth look',
        ),
        ("summary =", "sumary =", 1, "sumary"),
        ('= ["', "= [", 2, ""),
    ],
)
def test_a_fault_points_at_the_very_place(folder: Path, old: str, new: str, line: int, pointed: str) -> None:
    path = folder / "unkind/looks/teeth.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(AuthorError) as caught:
        read_catalog(folder)
    fault = next(fault for fault in caught.value.faults if fault.line == line)
    text = path.read_text(encoding="utf-8").splitlines()[line - 1]
    assert text[fault.column - 1 :].startswith(pointed)


def test_all_faults_of_all_files_come_at_once(folder: Path) -> None:
    write(folder / "unkind/looks/nose.toml", "patterns = []\nodd = 1\n")
    write(folder / "unkind/nonsense/nose.toml", RULE)
    write(folder / "words/more.toml", 'your = ["yer"]\ncircle = ["{circle}"]\n')
    with pytest.raises(AuthorError) as caught:
        read_catalog(folder)
    told = str(caught.value)
    for problem in ("`summary` is missing", "`patterns` is missing", "unknown key `odd`", "unknown category"):
        assert problem in told
    assert "duplicate word set `your`: also in general.toml" in told or "`your` stands in more.toml too" in told
    assert "`circle` refers to itself" in told


def test_control_characters_in_a_file_are_refused_and_not_echoed(folder: Path) -> None:
    write(folder / "unkind/looks/teeth.toml", RULE.replace("omg", "o\x1b[31mmg"))
    with pytest.raises(AuthorError) as caught:
        read_catalog(folder)
    assert "control character" in str(caught.value)
    assert "\x1b" not in str(caught.value)


def test_a_rule_without_its_category_text_is_refused(folder: Path) -> None:
    (folder / "unkind/looks/category.toml").unlink()
    with pytest.raises(AuthorError, match="the category's text is missing"):
        read_catalog(folder)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """An author's folder: one rule that names a set of its own and sets of Coach."""
    rule = RULE.replace("{a}? fence", "{fences}").replace("{your} teeth", "{your} teeth {very}?")
    write(tmp_path / "unkind/looks/fence-teeth.toml", rule)
    write(tmp_path / "words/mine.toml", 'fences = ["{a} fence", "fence"]\n')
    return tmp_path


def test_an_own_folder_has_the_categories_sets_and_spellings_of_coach_beside_it(own: Path) -> None:
    catalog, coach = read_own_catalog(own), shipped_catalog()
    assert [rule.id for rule in catalog.rules] == ["unkind/looks/fence-teeth"]
    assert catalog.categories == coach.categories
    assert catalog.spelling == coach.spelling
    assert catalog.words.keys() == coach.words.keys() | {"fences"}


def test_what_an_own_folder_repeats_takes_the_place_of_what_coach_has(own: Path) -> None:
    write(own / "unkind/looks/category.toml", CATEGORY.replace("A remark about looks", "Mine"))
    write(own / "words/more.toml", 'very = ["ever so"]\nmum = ["mutti"]\n')
    write(own / "spelling/mine.toml", '"mother" = ["mommy"]\n')
    catalog = read_own_catalog(own)
    assert catalog.categories["unkind/looks"].title == "Mine"
    assert catalog.words["mum"] == {"mutti"}
    assert "mutti" in catalog.words["parent"]
    assert catalog.spelling["mommy"] == "mother"


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("unkind/looks/Big Ears.toml", "invalid rule file name"),
        ("unkind/teeth.toml", "this file is ignored because of where it is"),
        ("teeth.toml", "this file is ignored because of where it is"),
        ("unkind/lookz/teeth.toml", "unknown category `unkind/lookz`"),
        ("rude/looks/teeth.toml", "unknown concern `rude`"),
    ],
)
def test_a_rule_in_the_wrong_place_is_named(own: Path, name: str, problem: str) -> None:
    write(own / name, RULE)
    with pytest.raises(AuthorError) as caught:
        read_own_catalog(own)
    assert [(fault.path, problem in fault.problem) for fault in caught.value.faults] == [(own / name, True)]


def test_an_own_rule_may_not_have_the_id_of_one_of_coach(own: Path) -> None:
    taken = next(rule.id for rule in shipped_catalog().rules if rule.id.startswith("unkind/looks/"))
    write(own / f"{taken}.toml", RULE)
    with pytest.raises(AuthorError, match="already"):
        read_own_catalog(own)


def test_a_folder_without_rules_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AuthorError, match="no rules in this folder"):
        read_own_catalog(tmp_path)


def test_the_shipped_rules_can_be_read_as_an_own_folder() -> None:
    assert read_own_catalog(rules_path()) == shipped_catalog()


def test_word_sets_are_read_as_written(own: Path) -> None:
    assert read_word_sets(own).entries["fences"] == ("{a} fence", "fence")
    assert "fences" not in read_word_sets().entries


def test_the_shipped_folder_is_inside_the_package() -> None:
    assert (rules_path() / "words" / "general.toml").is_file()
