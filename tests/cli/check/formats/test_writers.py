"""Answers as a page, as SARIF and as JSON, put together from what came, however it ended."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from html.parser import HTMLParser
from importlib.metadata import version
from io import StringIO
from typing import Any

import pytest
from spacy.language import Language

from coach.cli.check.formats.html_page import MOST_SHOWN, HtmlPage
from coach.cli.check.formats.json_reports import JsonLines, JsonList
from coach.cli.check.formats.sarif_log import SarifLog
from coach.cli.check.formats.tables import CsvTable
from coach.cli.check.formats.text_report import TextReport
from coach.cli.check.formats.writer import Answer, Writer, answer_of
from coach.cli.check.inputs.entries import Failure, InputMessage, Origin
from coach.cli.check.progress import ProgressLine
from coach.cli.check.scope import CheckScope
from coach.cli.check.workers import _check_there
from coach.cli.terminal import escaped
from coach.counsel import Counsellor
from coach.engine import check
from coach.models import Concern, Counsel, Flag, FlagSource, Message, Report, Weight
from coach.scale.crew import Lost
from tests.conftest import Check

EVIL = '<script>alert("x")</script> ur so ugly & [/lol]</p> \x1b[31m\u202e <b>i hate myself'


def done(writer: Writer, check_text: Check, texts: Iterable[str], origin: Origin = Origin(1)) -> Iterator[Answer]:  # noqa: B008
    for at, text in enumerate(texts, 1):
        yield answer_of(writer, InputMessage(f"<{at}>", Message(text=text), origin), check_text(text))


def written(writer: Writer, coming: Iterator[Answer]) -> str:
    out = StringIO()
    writer.write(coming, out)
    return out.getvalue()


class _Page(HTMLParser):
    """What a browser sees: elements, attributes, and the text of marks."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_escapes_all_and_loads_and_runs_nothing(check_text: Check) -> None:
    page = written(HtmlPage(), done(HtmlPage(), check_text, [EVIL, "hi"]))
    seen = _Page(page)
    assert not {"script", "link", "img", "iframe", "form", "a", "b"}.intersection(seen.tags)
    assert not any(name.startswith("on") or name in {"style", "src", "href"} for name in seen.attributes)
    assert "default-src 'none'; style-src 'sha256-" in page
    assert '<script>alert("x")</script>' in seen.text
    assert "[/lol]" in seen.text
    assert not {"\x1b", "\u202e"}.intersection(page)


def test_flags_are_marked_in_place_counted_and_explained(check_text: Check) -> None:
    page = written(HtmlPage(), done(HtmlPage(), check_text, ["well ur so ugly, i hate myself", "hi", "ur so ugly"]))
    marks = re.findall(r'<mark class="([a-z-]+ [a-z-]+)">(.*?)<sup>(!+)(\d)</sup></mark>', page)
    assert [(text, number) for _, text, _, number in marks] == [
        ("ur so ugly", "1"),
        ("i hate myself", "2"),
        ("ur so ugly", "1"),
    ]
    assert all(css.split()[0] == {"!": "notice", "!!": "pause", "!!!": "stop"}[mark] for css, _, mark, _ in marks)
    assert "3 messages read, 2 with something to look at again" in page
    assert '<th scope="row">unkind, looks</th><td>2</td>' in page
    for flag in check_text("ur so ugly").flags:
        assert escape(flag.why) in page
        assert not flag.instead


def test_flags_that_overlap_share_their_words() -> None:
    def flag(start: int, end: int, concern: str) -> Flag:
        return Flag(
            start=start, end=end, phrase="", concern=Concern(concern), category=f"{concern}/x", rule="r",
            source=FlagSource.RULE, weight=Weight.PAUSE, why="w", note="", instead=(), lesson="l",
        )  # fmt: skip

    report = Report(message=Message(text="abcdef"), flags=(flag(0, 4, "unkind"), flag(2, 6, "oversharing")))
    page = "".join(HtmlPage().body(InputMessage("1", report.message, Origin(1)), report))
    assert re.sub("<sup>.*?</sup>", "", page.split("<p class")[1]).count("<mark") == 3
    assert _Page(page.split('dir="auto">')[1].split("</p>")[0]).text == "abcd!!1ef!!2"


def test_a_page_shows_no_more_than_its_bound_and_counts_all() -> None:
    coming = (Answer("<article></article>", (("unkind/looks", "pause"),)) for _ in range(MOST_SHOWN + 5))
    page = written(HtmlPage(), coming)
    assert page.count("<article>") == MOST_SHOWN
    assert f"{MOST_SHOWN + 5:,} messages read" in page
    assert "all are counted" in page


def test_calm_messages_take_no_place_on_the_page() -> None:
    calm = [Answer(("",), ())] * MOST_SHOWN
    flagged, unread = (
        Answer(("<b>flagged</b>",), (("unkind/looks", "pause"),)),
        Answer(("<b>unread</b>",), (), unread=True),
    )
    page = written(HtmlPage(), iter([*calm, flagged, unread]))
    assert "<b>flagged</b><b>unread</b>" in page
    assert "Only the first" not in page


def interrupted(coming: Iterator[Answer]) -> Iterator[Answer]:
    yield next(coming)
    raise KeyboardInterrupt


@pytest.mark.parametrize("writer", [HtmlPage(), SarifLog(), JsonList(), JsonLines()])
def test_what_was_done_when_it_was_interrupted_is_a_whole_document(writer: Writer, check_text: Check) -> None:
    out = StringIO()
    with pytest.raises(KeyboardInterrupt):
        writer.write(interrupted(done(writer, check_text, ["ur so ugly", "ur so ugly"])), out)
    whole = out.getvalue()
    if isinstance(writer, HtmlPage):
        assert whole.endswith("</html>\n")
        assert "1 message read" in whole
    else:
        json.loads(whole)


def test_json_is_one_list_as_python_writes_it(check_text: Check) -> None:
    for texts in ([], ["hi"], ["ur so ugly \u2028\x85 x", "hi"]):
        whole = written(JsonList(), done(JsonList(), check_text, texts))
        assert whole == json.dumps(json.loads(whole), ensure_ascii=False, indent=2) + "\n"


def sarif(check_text: Check, text: str, origin: Origin) -> list[dict[str, Any]]:
    log = json.loads(written(SarifLog(), done(SarifLog(), check_text, ["hi", text, "hi", text], origin)))
    (run,) = log["runs"]
    assert (log["version"], run["columnKind"], run["tool"]["driver"]["name"]) == ("2.1.0", "unicodeCodePoints", "Coach")
    assert all(rule["help"]["text"] for rule in run["tool"]["driver"]["rules"])
    assert run["invocations"][0]["toolExecutionNotifications"] == []
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    results: list[dict[str, Any]] = run["results"]
    assert len(results) % 2 == 0
    assert {result["ruleId"] for result in results} <= rules
    assert {result["level"] for result in results} <= {"note", "warning", "error"}
    return results


@pytest.mark.parametrize(
    ("input_format", "expected"),
    [
        ("text", {"charOffset": 7, "charLength": 10, "startLine": 2, "startColumn": 4, "endLine": 2, "endColumn": 14}),
        ("lines", {"startLine": 7, "startColumn": 8, "endColumn": 18}),
        ("jsonl", {"startLine": 7}),
    ],
)
def test_sarif_says_where_as_far_as_anybody_knows(
    input_format: str, expected: dict[str, int], check_text: Check
) -> None:
    result = sarif(check_text, "so\r\n😀, ur so ugly", Origin(7, "my chats/ä.txt", input_format))[0]
    physical = result["locations"][0]["physicalLocation"]
    snippet = physical["region"].pop("snippet")["text"]
    assert physical["artifactLocation"] == {"uri": "my%20chats/%C3%A4.txt"}
    assert physical["region"] == expected
    assert snippet == "ur so ugly"
    assert result["properties"]["start"] == 7


def test_sarif_says_that_own_rules_alone_were_asked_and_names_the_same_flag_alike(check_text: Check) -> None:
    (run,) = json.loads(written(SarifLog(CheckScope(alone=True)), iter([])))["runs"]
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"].startswith("only your own rules were used")
    driver = run["tool"]["driver"]
    assert (driver["rules"], driver["version"]) == ([], version("coach-together"))
    prints = [sarif(check_text, "ur so ugly", Origin(at, "a.txt", "lines"))[0]["partialFingerprints"] for at in (1, 9)]
    assert prints[0] == prints[1]


def test_sarif_notes_where_a_message_was_not_read(check_text: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.cli.check.formats.sarif_log.MOST_NOTED", 1)
    texts = ["ur so ugly", "ich gehe morgen nicht in die schule", "je ne sais pas o\u00f9 tu vas"]
    (run,) = json.loads(written(SarifLog(), done(SarifLog(), check_text, texts, Origin(3, "a.txt", "lines"))))["runs"]
    first, rest = run["invocations"][0]["toolExecutionNotifications"]
    assert len(run["results"]) == 1
    assert (first["level"], first["properties"]) == ("warning", {"id": "<2>", "not_english": "German"})
    assert first["message"]["text"].startswith("This seems to be in a language that Coach does not read (German)")
    (place,) = first["locations"]
    assert place["physicalLocation"] == {"artifactLocation": {"uri": "a.txt"}, "region": {"startLine": 3}}
    assert rest["message"]["text"] == "1 more message not in English, not read"


DRAFT = "give me my charger back u idiot\n😀 see u"


def counselled(writer: Writer, nlp: Language, text: str, origin: Origin) -> str:
    """What is written of a draft with counsel."""
    message = Message(text=text)
    one = answer_of(writer, InputMessage("1", message, origin), check(nlp, message), Counsellor(nlp).on)
    return written(writer, iter([one]))


@pytest.mark.parametrize("input_format", ["text", "lines"])
def test_the_fixes_of_sarif_make_the_rewrites_of_the_file(input_format: str, nlp: Language) -> None:
    text = DRAFT if input_format == "text" else DRAFT.partition("\n")[0]
    (run,) = json.loads(counselled(SarifLog(), nlp, text, Origin(1, "a.txt", input_format)))["runs"]
    rewrites = Counsellor(nlp).on(check(nlp, Message(text=text))).rewrites
    fixes = run["results"][0]["fixes"]
    assert [fixed(text, fix) for fix in fixes] == [rewrite.text for rewrite in rewrites]
    assert all(fix["description"]["text"].startswith("You could send: ") for fix in fixes)
    assert {change["artifactLocation"]["uri"] for fix in fixes for change in fix["artifactChanges"]} == {"a.txt"}


def fixed(text: str, fix: dict[str, Any]) -> str:
    """A text after an editor made the replacements of a fix, the last first."""
    (change,) = fix["artifactChanges"]
    lines = text.split("\n")
    for each in reversed(change["replacements"]):
        region = each["deletedRegion"]
        first, last = region["startLine"] - 1, region.get("endLine", region["startLine"]) - 1
        before, after = lines[first][: region["startColumn"] - 1], lines[last][region["endColumn"] - 1 :]
        lines[first : last + 1] = (before + each["insertedContent"]["text"] + after).split("\n")
    return "\n".join(lines).strip()


@pytest.mark.parametrize("input_format", ["jsonl", "csv", "parquet"])
def test_where_only_the_line_is_known_there_are_no_fixes(input_format: str, nlp: Language) -> None:
    (run,) = json.loads(counselled(SarifLog(), nlp, DRAFT, Origin(1, "a", input_format)))["runs"]
    assert [result for result in run["results"] if "fixes" in result] == []


def test_the_page_shows_the_message_before_and_after(nlp: Language) -> None:
    page = counselled(HtmlPage(), nlp, "give me my charger & pen back u idiot", Origin(1))
    assert "<dt>Now</dt>" in page
    assert re.search(r"<dd dir=\"auto\">.*<del>[^<]*u idiot</del></dd><dt>After</dt>", page)
    assert "charger &amp; pen" in page.split("<dt>After</dt>")[1]


def test_the_page_says_that_nothing_can_stay(nlp: Language) -> None:
    assert "<p>All of these words hurt." in counselled(HtmlPage(), nlp, "ur so ugly", Origin(1))


@pytest.mark.parametrize("writer", [JsonLines(), CsvTable()])
def test_counsel_that_is_not_written_is_not_asked_for(writer: Writer, check_text: Check) -> None:
    def give(_: Report) -> Counsel:
        raise AssertionError("nobody asked")

    assert answer_of(writer, InputMessage("1", Message(text="ur so ugly"), Origin(1)), check_text("ur so ugly"), give)


def test_no_counsel_is_asked_for_on_what_is_not_flagged(check_text: Check) -> None:
    def give(_: Report) -> Counsel:
        raise AssertionError("nobody asked")

    writer = JsonLines(takes_counsel=True)
    assert answer_of(writer, InputMessage("1", Message(text="hi"), Origin(1)), check_text("hi"), give).found == ()


class _CrewThatLost:
    """Gives back one message that nobody could check."""

    def run(self, batches: Iterable[list[Any]]) -> Iterator[object]:
        for batch in batches:
            yield from (Lost(item, "checking it ended the worker twice") for item in batch)


def test_a_message_that_nobody_could_check_is_named_as_a_bad_line() -> None:
    told: list[Failure] = []
    entry = InputMessage("x", Message(text="secret"), Origin(12, "a.jsonl"))
    assert not list(_check_there(_CrewThatLost(), [entry], told.append))  # type: ignore[arg-type]
    assert str(told[0]).startswith("a.jsonl: line 12: checking it ended the worker twice\n    fix:")
    assert "secret" not in str(told[0])


def test_progress_tells_messages_rate_and_time_left_and_goes_away(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach.cli.check.progress._FIRST", 0)
    progress = ProgressLine(shown=True)
    progress.messages = 1_200
    assert progress.line(2.0) == "1,200 messages, 600 a second"
    progress.count(1_000, 4_000)
    assert progress.line(30.0) == "1,200 messages, 40 a second, 1:30 left"
    progress.step()
    progress.close()
    err = capsys.readouterr().err
    assert err.startswith("\r1,201 messages")
    assert err.endswith("\r\x1b[K")
    silent = ProgressLine(shown=False)
    silent.step()
    silent.close()
    assert capsys.readouterr().err == ""


LONG = "see you at four\n" * 7_000 + "ur so ugly"


def test_every_form_says_of_a_long_message_that_it_was_read_in_pieces(check_text: Check) -> None:
    check_text = cache(check_text)
    report = check_text(LONG)
    assert report.pieces > 1
    (line,) = written(JsonLines(), done(JsonLines(), check_text, [LONG])).splitlines()
    (item,) = json.loads(written(JsonList(), done(JsonList(), check_text, [LONG])))
    assert json.loads(line) == item
    assert item["pieces"] == report.pieces
    text = TextReport(colour=False, width=80)
    for writer in (HtmlPage(), text):
        assert "112,010 characters, read in" in written(writer, done(writer, check_text, [LONG]))
    assert "pieces" not in written(JsonLines(), done(JsonLines(), check_text, ["ur so ugly"]))


@pytest.mark.parametrize("texts", [[], ["hi"], ["ur so ugly\u2028 \x1b"], ["i hate myself", 'ur "so" ugly. loser']])
def test_json_is_written_as_json_writes_it(texts: list[str], check_text: Check) -> None:
    list_written = written(JsonList(), done(JsonList(), check_text, texts))
    read = json.loads(list_written)
    assert list_written == escaped(json.dumps(read, ensure_ascii=False, indent=2)) + "\n"
    lines_written = written(JsonLines(), done(JsonLines(), check_text, texts))
    assert lines_written == "".join(escaped(json.dumps(one, ensure_ascii=False)) + "\n" for one in read)


def test_a_page_of_a_long_message_marks_as_many_stretches_as_there_are_flags(check_text: Check) -> None:
    text = "ur so ugly " * 10_000
    page = written(HtmlPage(), done(HtmlPage(), check_text, [text]))
    assert page.count("<mark") == page.count("<li value") == 10_000
