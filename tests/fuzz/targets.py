"""What is fuzzed: each target takes bytes and raises where a promise is broken."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from coach import load
from coach.cli.check.inputs.entries import InputMessage, read_entries
from coach.corpus import corpus_path, read_voice
from coach.course import lessons_path, read_doors, read_lesson
from coach.course.lint import lint_paths
from coach.engine import check
from coach.errors import AuthorError, InputError
from coach.models import Audience, Concern, Direction, Message
from coach.pictures import Area, open_screenshot, seen_through
from coach.rules import read_toml, read_word_sets, rules_path
from coach.rules.rule_file import RuleFile
from coach.rules.word_sets import WordSets
from coach.visible import HIDDEN, visible
from tests.course.writing import check as check_nothing

Run = Callable[[bytes], None]
SPOKEN = (
    "ur so ugly nobody likes u", "k.y.s. u l0ser 🤡", "dont tell ur mum, whats ur snap", "im home alone, 14 maple street",
    "u g l y st*pid $|hit 1d10t", "ring me on 07700 900123 or a@b.example", "he said \"you are not a loser\" lol x",
    "my password is hunter2! 4111 1111 1111 1111", "ѕtupіd \u200b\u202e\ud83e e\u0301 ﷺ", "born 12/5/2012, St Mary's school",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """One way in."""

    make: Callable[[], Run]
    seeds: tuple[bytes, ...]
    through: str = ""
    """Packages that read the input for Coach and are written in Python: ways through them guide too."""


def _text() -> Run:
    nlp, kinds = load(), list(product(Direction, Audience))

    def run(given: bytes) -> None:
        text = given.decode("utf-8", "surrogateescape")
        direction, audience = kinds[len(text) % len(kinds)]
        message = Message(text=text, direction=direction, audience=audience)
        report = check(nlp, message)
        if report != check(nlp, message):
            raise AssertionError("another report for the same text")
        for flag in report.flags:
            if not (0 <= flag.start < flag.end <= len(text) and text[flag.start : flag.end] == flag.phrase):
                raise AssertionError("a flag that is not on its phrase")
        if [flag.start for flag in report.flags] != sorted(flag.start for flag in report.flags):
            raise AssertionError("flags out of order")
        for concern in Concern:
            if any(one.end > other.start for one, other in pairwise(report.of(concern))):
                raise AssertionError("flags that overlap")
        if HIDDEN.search(visible(text)):
            raise AssertionError("hidden characters left")

    return run


def _json_lines() -> Run:
    def run(given: bytes) -> None:
        for form in ("jsonl", "lines", "text"):
            lines = given.splitlines(keepends=True)
            for entry in read_entries(lines, form, Message(text="")):
                if not isinstance(entry, InputMessage) and HIDDEN.search(str(entry).replace("\n", "")):
                    raise AssertionError("a fault with hidden characters")

    return run


def _file(name: str, read: Callable[[Path], object]) -> Callable[[], Run]:
    def make() -> Run:
        folder = TemporaryDirectory()
        path = Path(folder.name) / name
        path.parent.mkdir(parents=True, exist_ok=True)

        def run(given: bytes, _: object = folder) -> None:
            path.write_bytes(given)
            try:
                read(path)
            except AuthorError as error:
                if not all(fault.path == path and fault.fix for fault in error.faults):
                    raise AssertionError("a fault without a fix or of another file") from error

        return run

    return make


def _lesson(path: Path) -> None:
    lint_paths([path], check_nothing)
    read_lesson(path)


def _rule(path: Path) -> None:
    sets = WordSets()
    sets.pieces = _shipped_sets().pieces
    source = read_toml(path)
    RuleFile(source, "unkind/looks/teeth").read(sets, {})
    source.raise_faults()


@cache
def _shipped_sets() -> WordSets:
    return read_word_sets()


def _words(path: Path) -> None:
    sets = WordSets()
    sets.add(read_toml(path))
    sets.resolve()
    if sets.faults:
        raise AuthorError(sets.faults)


def _picture(given: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.png"
        path.write_bytes(given)
        try:
            image = open_screenshot(path)
        except InputError:
            return
        if image.mode != "RGB" or image.info:
            raise AssertionError("more than pixels is kept")
        seen_through(image, Area(0, 0, 1, 1), Area(0.1, 0.1, 0.5, 0.2), (40, 40))


def _pictures() -> tuple[bytes, ...]:
    made = []
    for mode, form in (
        ("RGB", "PNG"),
        ("P", "PNG"),
        ("LA", "PNG"),
        ("I;16", "PNG"),
        ("CMYK", "JPEG"),
        ("L", "JPEG"),
        ("RGB", "GIF"),
    ):
        out = io.BytesIO()
        exif = Image.Exif()
        exif[0x0112] = 6
        extra = {"exif": exif.tobytes()} if form != "GIF" else {}
        Image.new(mode, (9, 7)).save(out, form, **extra)
        made.append(out.getvalue())
    out = io.BytesIO()
    frames = [Image.new("RGB", (5, 5), colour) for colour in ("red", "blue")]
    frames[0].save(out, "PNG", save_all=True, append_images=frames[1:])
    return (*made, out.getvalue())


def _some(folder: Path, pattern: str, count: int) -> tuple[bytes, ...]:
    return tuple(path.read_bytes()[:6_000] for path in sorted(folder.glob(pattern))[:count])


JSON_LINES = (
    b'{"id": "1", "text": "ur so ugly"}\n{"id": "2", "text": "\\ud800", "direction": "received", "audience": "public"}\r\n',
    b'\xef\xbb\xbf{"id": "x", "id": "y", "text": 1e999}\n[[[[1]]]]\n{"id": null, "text": [], "n": -0.1}\n\xff\n',
)
TARGETS: dict[str, Target] = {
    "text": Target(_text, tuple(text.encode("utf-8", "surrogatepass") for text in SPOKEN)),
    "jsonl": Target(_json_lines, JSON_LINES, "json"),
    "rule": Target(_file("unkind/looks/teeth.toml", _rule), _some(rules_path(), "unkind/*/*.toml", 8), "tomllib"),
    "words": Target(_file("words/a.toml", _words), _some(rules_path(), "words/*.toml", 4), "tomllib"),
    "lesson": Target(_file("01-a.md", _lesson), _some(lessons_path(), "*.md", 12), "markdown_it mdit_py_plugins"),
    "doors": Target(_file("a.toml", read_doors), _some(lessons_path(), "doors/*.toml", 6), "tomllib"),
    "voice": Target(_file("a.md", read_voice), _some(corpus_path(), "*.md", 6)),
    "picture": Target(lambda: _picture, _pictures(), "PIL"),
}
