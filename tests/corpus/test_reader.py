from __future__ import annotations

from pathlib import Path

import pytest

from coach.cli.rules.score import CLOSED
from coach.corpus import corpus_path, read_corpus, read_voice
from coach.errors import AuthorError
from coach.models import Direction, Mark, Voice

HEAD = "---\nvoice: some\nabout: children of 8 to 11\n---\n\n"


def write(folder: Path, text: str, name: str = "some.md") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def faults_of(path: Path) -> list[tuple[int, int, str]]:
    with pytest.raises(AuthorError) as caught:
        read_voice(path)
    return [(fault.line, fault.column, fault.problem) for fault in caught.value.faults]


def test_a_voice_is_read_with_its_marks_and_lines(tmp_path: Path) -> None:
    drafts = "## draft\n- omg [ur so dumb](ability) lol\n- im so dumb\n\n"
    text = f"{HEAD}{drafts}## received\n- [dont tell](secrecy) ok?\n"
    voice = read_voice(write(tmp_path, text))
    assert (voice.name, voice.about) == ("some", "children of 8 to 11")
    assert [(m.text, m.direction, m.line) for m in voice.messages] == [
        ("omg ur so dumb lol", Direction.DRAFT, 7),
        ("im so dumb", Direction.DRAFT, 8),
        ("dont tell ok?", Direction.RECEIVED, 11),
    ]
    assert voice.messages[0].marks == (Mark(start=4, end=14, category="ability"),)
    assert voice.messages[1].marks == ()


@pytest.mark.parametrize(
    ("line", "column", "problem"),
    [
        ("- [ur so dumb](abillity) lol", 3, "unknown category `abillity`"),
        ("- ok [what school](asks-personal)", 6, "`asks-personal` is not used in draft messages"),
        ("- ok [ur dumb ](ability)", 6, "the mark starts or ends with a space"),
        ("- un[kind](ability)", 5, "the mark splits a word: `kind`"),
        ("- [dum](ability)b", 3, "the mark splits a word: `dum`"),
        ("- [ur dumb](ability) [lol", 22, "stray square bracket: marks are written as [phrase](category)"),
        ("- ur dumb] lol", 10, "stray square bracket: marks are written as [phrase](category)"),
        ("- ", 1, "the message is empty"),
        ("ur dumb", 1, "neither a section nor a message"),
        ("## drafts", 4, "unknown section `drafts`"),
        ("- first\n- First!", 1, "duplicate message: also on line 7"),
    ],
)
def test_a_fault_is_named_with_its_place(tmp_path: Path, line: str, column: int, problem: str) -> None:
    found = faults_of(write(tmp_path, f"{HEAD}## draft\n{line}\n"))
    assert found == [(7 + line.count("\n"), column, problem)]


@pytest.mark.parametrize("category", ["address", "hurting"])
def test_oversharing_and_care_are_marked_in_drafts_only(tmp_path: Path, category: str) -> None:
    found = faults_of(write(tmp_path, f"{HEAD}## received\n- see [14 maple close]({category})\n"))
    assert found == [(7, 7, f"`{category}` is not used in received messages")]


def test_unkind_phrases_are_marked_in_both_directions(tmp_path: Path) -> None:
    voice = read_voice(write(tmp_path, f"{HEAD}## received\n- [ur dumb](ability)\n## draft\n- [ur mean](looks)\n"))
    assert [len(message.marks) for message in voice.messages] == [1, 1]


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    text = "---\nvoice: other\nname: x\n---\n- early\n## chat\n- under it\n## draft\n- [a](b)\n- stray]\n"
    assert [line for line, _, _ in faults_of(write(tmp_path, text))] == [1, 2, 3, 5, 6, 9, 10]


@pytest.mark.parametrize("text", ["", "## draft\n", "---\nvoice: some\n"])
def test_a_voice_needs_its_front_matter(tmp_path: Path, text: str) -> None:
    assert (1, 1, "the front matter is missing") in faults_of(write(tmp_path, text))


def test_a_corpus_leaves_out_the_guide_and_files_without_front_matter(tmp_path: Path) -> None:
    write(tmp_path, HEAD + "## draft\n- hi\n")
    write(tmp_path, HEAD + "nothing of a voice\n", "GUIDE.md")
    write(tmp_path, "# Notes\n", "notes.md")
    assert [voice.name for voice in read_corpus(tmp_path)] == ["some"]


def test_a_corpus_names_the_faults_of_all_files(tmp_path: Path) -> None:
    write(tmp_path, HEAD + "stray\n")
    write(tmp_path, HEAD + "stray\n", "other.md")
    with pytest.raises(AuthorError) as caught:
        read_corpus(tmp_path)
    assert [(fault.path.name, fault.line) for fault in caught.value.faults] == [
        ("other.md", 2),
        ("other.md", 6),
        ("some.md", 6),
    ]


def test_a_voice_can_be_closed(tmp_path: Path) -> None:
    closed = HEAD.replace("voice:", "closed: yes\nvoice:") + "## draft\n- hi\n"
    assert read_voice(write(tmp_path, closed)).is_closed
    assert not read_voice(write(tmp_path, HEAD + "## draft\n- hi\n")).is_closed
    assert faults_of(write(tmp_path, closed.replace("yes", "no"))) == [(2, 1, "`closed` can only be `yes`")]


@pytest.fixture(scope="module")
def shipped() -> tuple[Voice, ...]:
    return read_corpus()


def test_the_shipped_voices_read_clean(shipped: tuple[Voice, ...]) -> None:
    assert len(shipped) >= 14
    assert all(len(voice.messages) > 450 for voice in shipped)


def test_help_names_the_closed_voices(shipped: tuple[Voice, ...]) -> None:
    assert {voice.name for voice in shipped if voice.is_closed} == set(CLOSED)


def test_every_shipped_voice_has_both_directions_and_silent_messages(shipped: tuple[Voice, ...]) -> None:
    for voice in shipped:
        kinds = {(message.direction, bool(message.marks)) for message in voice.messages}
        assert kinds == {(direction, marked) for direction in Direction for marked in (False, True)}


def test_the_form_that_the_guide_shows_can_be_read(tmp_path: Path) -> None:
    guide = (corpus_path() / "GUIDE.md").read_text(encoding="utf-8")
    form = guide.split("```markdown\n")[1].split("```")[0]
    voice = read_voice(write(tmp_path, form, "uk-primary.md"))
    assert [len(message.marks) for message in voice.messages] == [1, 0, 1, 1, 0]
