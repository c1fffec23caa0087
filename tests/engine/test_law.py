"""Never calm without cause: what is added to a message, or to those who read it, lowers no weight and takes no `stop`.

`python -m tests.steadiness --full` runs all of it; here stands a sample, the same at every run.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from coach.engine import build, check, check_all, compile_rules
from coach.engine.context import setting as setting_module
from coach.engine.patterns import matcher as phrases_module
from coach.engine.patterns.compiled import Compiled
from coach.engine.reader import read_weights
from coach.models import Audience, Concern, Direction, Message, PrivateKind, PrivateWord, Report, Scope, Setting, Weight
from coach.proof.examples import Example
from coach.rules import rules_path
from tests.conftest import Check
from tests.shipped import both_readers, shipped_catalog, shipped_compiled, shipped_nlp
from tests.steadiness.changes import CALM, GLUE
from tests.steadiness.law import Case, broken, cases_of, flagged_examples, joined

SEED = 14
A_CATEGORY = 6
"""So many examples of each category are changed in every way; one change of each kind is tried on one of them."""
TOGETHER = 700
"""So many messages with a threat beside a lure are read."""
EXAMPLES = flagged_examples()
DRAFT, RECEIVED = "draft", "received"


@cache
def half_of_the_rules() -> Compiled:
    catalog, dice = shipped_catalog(), Random(SEED)
    return compile_rules(
        catalog.model_copy(update={"rules": tuple(rule for rule in catalog.rules if dice.random() < 0.5)})
    )


def check_each(nlp: Language, messages: Iterable[Message]) -> list[Report]:
    """Check messages; one that comes again is checked once."""
    every = list(messages)
    reports = dict(check_all(nlp, ((each, each) for each in dict.fromkeys(every))))
    return [reports[each] for each in every]


def sampled() -> Iterator[Case]:
    """One case of every kind for every category."""
    dice, examples = Random(SEED), defaultdict[str, list[Example]](list)
    for example in EXAMPLES:
        examples[example.rule.category].append(example)
    for every in examples.values():
        found = defaultdict[str, list[Case]](list)
        for example in dice.sample(every, min(A_CATEGORY, len(every))):
            for case in cases_of(example):
                found[case.kind].append(case)
        yield from map(dice.choice, found.values())


def rank(report: Report) -> int:
    return report.weight.rank if report.weight else -1


def stops(report: Report) -> int:
    return sum(flag.weight is Weight.STOP for flag in report.flags)


def test_no_joke_kiss_sign_off_mark_or_calm_line_lowers_a_report(nlp: Language) -> None:
    cases = list(sampled())
    before = check_each(nlp, (case.before for case in cases))
    after = check_each(nlp, (case.after for case in cases))
    found = [told for case, one, other in zip(cases, before, after, strict=True) if (told := broken(case, one, other))]
    assert len(cases) > 3_000
    assert len(found) <= KNOWN * len(cases), found[:20]


KNOWN = 0.002
"""The share of known breaks: phrases of emoji alone, and letters of masked words that are cut by one more mark."""


def test_the_second_reader_lowers_no_report_of_the_rules(nlp: Language) -> None:
    messages = [example.message for example in EXAMPLES[::11]] + [both for _, _, both in joined()][::47]
    for alone, both in zip(check_each(nlp, messages), check_each(both_readers(), messages), strict=True):
        assert rank(both) >= rank(alone), alone.message
        assert stops(both) >= min(stops(alone), 1), alone.message


@pytest.mark.parametrize("reader", [False, True], ids=["rules", "both readers"])
def test_a_threat_beside_a_lure_is_as_heavy_as_the_rules_find_either(nlp: Language, *, reader: bool) -> None:
    rows = Random(SEED).sample(list(joined()), TOGETHER)
    ones, others = (check_each(nlp, column) for column in list(zip(*rows, strict=True))[:2])
    both = check_each(both_readers() if reader else nlp, (together for _, _, together in rows))
    for one, other, together in zip(ones, others, both, strict=True):
        assert rank(together) >= max(rank(one), rank(other)), together.message
        assert stops(together) >= (1 if stops(one) or stops(other) else 0), together.message


def test_two_concerns_in_one_message_are_as_heavy_as_the_heavier(nlp: Language) -> None:
    dice = Random(SEED)
    pairs = [(one, dice.choice(EXAMPLES)) for one in EXAMPLES[::3]]
    pairs = [(a, b) for a, b in pairs if a.message.direction is b.message.direction and a.audience is b.audience]
    texts = [f"{one.message.text}. {other.message.text}" for one, other in pairs]
    joint = [one.message.model_copy(update={"text": text}) for (one, _), text in zip(pairs, texts, strict=True)]
    for (one, _), alone, both in zip(
        pairs, check_each(nlp, (one.message for one, _ in pairs)), check_each(nlp, joint), strict=True
    ):
        assert rank(both) >= rank(alone), (one.message.text, both.message.text)


def test_a_private_word_lowers_no_report(nlp: Language) -> None:
    words = [
        PrivateWord(kind=PrivateKind.NAME, words="Ada Quill"),
        PrivateWord(kind=PrivateKind.SCHOOL, words="Oakfield"),
    ]
    private = build(shipped_compiled(), words)
    messages = [
        example.message.model_copy(update={"text": f"{example.message.text} ada quill"}) for example in EXAMPLES[::9]
    ]
    for alone, kept in zip(check_each(nlp, messages), check_each(private, messages), strict=True):
        assert rank(kept) >= rank(alone), kept.message


@pytest.mark.parametrize("reader", [False, True], ids=["rules", "both readers"])
def test_a_rule_lowers_no_report_of_the_other_rules(*, reader: bool) -> None:
    """Half of the rules, then all of them."""
    fewer = build(half_of_the_rules(), weights=read_weights() if reader else None)
    every = both_readers() if reader else shipped_nlp()
    messages = [example.message for example in EXAMPLES[:: 13 if reader else 5]]
    for few, all_ in zip(check_each(fewer, messages), check_each(every, messages), strict=True):
        assert rank(all_) >= rank(few), few.message
        assert stops(all_) >= min(stops(few), 1), few.message


SPOKEN = [
    "kill yourself", "ur so ugly", "nobody likes you", "i want to die", "dont tell ur mum", "send me a pic", "jk", "xx",
    "haha", "love mum x", "not", "he said", '"', "i beat you at fifa", "\n", "you loser", "my dad lost his job", "ok",
]  # fmt: skip


@settings(max_examples=150)
@given(
    st.lists(st.sampled_from(SPOKEN), min_size=1, max_size=5),
    st.sampled_from(CALM),
    st.sampled_from(Direction),
    st.sampled_from(Audience),
)
def test_a_calm_line_lowers_no_message(parts: list[str], calm: str, direction: Direction, audience: Audience) -> None:
    text = " ".join(parts)
    one, two = (Message(text=each, direction=direction, audience=audience) for each in (text, f"{text}\n\n{calm}"))
    for nlp in (shipped_nlp(), both_readers()):
        alone, longer = check_each(nlp, (one, two))
        least = 0 if "jk" in calm and rank(alone) == 1 else rank(alone)
        assert rank(longer) >= least
        assert stops(longer) >= min(stops(alone), 1)


@pytest.mark.parametrize("glue", GLUE, ids=repr)
def test_glue_hides_no_phrase_and_the_flag_stands_on_it(check_text: Check, glue: str) -> None:
    for text in ("kill yourself{}lol", "nobody likes u{}lol", "kill{}yourself", "ur{}so{}ugly"):
        report = check_text(text.replace("{}", glue))
        assert report.of(Concern.UNKIND), report.message.text


LAW = {
    "one word does not switch everything off": [
        ("i want to die jk", DRAFT, "care/hurting"),
        ("i want to die xx", DRAFT, "care/hurting"),
        ("nobody would miss me jk", DRAFT, "care/hurting"),
        ("ur so ugly xx", DRAFT, "unkind/looks"),
        ("im not joking you are a loser", DRAFT, "unkind/name-calling"),
        ("i beat you at fifa. btw nobody likes you", DRAFT, "unkind/exclusion"),
        ("Robin: ur so ugly\nSam: stop\nAda: footy was fun haha jk", DRAFT, "unkind/looks"),
        ("dont tell ur mum we talk. love dad x", RECEIVED, "red-flag/secrecy"),
        ("Mum: tea at six love mum x\nRobin: dont tell ur mum we talk", RECEIVED, "red-flag/secrecy"),
        ("“you’re an idiot”", DRAFT, "unkind/name-calling"),
        ('"kill yourself"', DRAFT, "unkind/self-harm"),
        ('my tv is 32" you loser, yours is 24"', DRAFT, "unkind/name-calling"),
    ],
    "one flag does not eat another": [
        ("kill yourself or meet me at the park", RECEIVED, "unkind/self-harm"),
        ("you should kys or meet me at the park", RECEIVED, "unkind/self-harm"),
        ("send me a pic go kill yourself", RECEIVED, "unkind/self-harm"),
    ],
    "punctuation without a space hides nothing": [
        ("kill yourself!lol", DRAFT, "unkind/self-harm"),
        ("kys;lol", DRAFT, "unkind/self-harm"),
        ("nobody likes u!!lol", DRAFT, "unkind/exclusion"),
        ("ur a loser!get out", DRAFT, "unkind/name-calling"),
        ('kill yourself"ok', DRAFT, "unkind/self-harm"),
        ("(ur so ugly)lol", DRAFT, "unkind/looks"),
        ("<b>ur so ugly</b>", DRAFT, "unkind/looks"),
        ("ur so😂ugly", DRAFT, "unkind/looks"),
        ("kill\x00yourself", DRAFT, "unkind/self-harm"),
        ("ur<br>so<br>ugly", DRAFT, "unkind/looks"),
        ("ur so ugly&nbsp;lol", DRAFT, "unkind/looks"),
        ("you!are!a!loser", DRAFT, "unkind/name-calling"),
        ("ur;so;ugly", DRAFT, "unkind/looks"),
        ("ur_so_ugly", DRAFT, "unkind/looks"),
        ("im home\nalone", DRAFT, "oversharing/home-alone"),
        ("dont tell\nyour mum", RECEIVED, "red-flag/secrecy"),
    ],
    "a hurting child is heard": [
        ("my mum is in hospital and im really worried", DRAFT, "care/worried"),
        ("my dad lost his job and we have no money", DRAFT, "care/worried"),
        ("ive been cutting", DRAFT, "care/hurting"),
        ("he told me to go die", DRAFT, "care/bullied"),
        ("i deserve to get hurt", DRAFT, "care/hurting"),
        ("goodbye everyone sorry", DRAFT, "care/hurting"),
        ("i wish it was me who died", DRAFT, "care/hurting"),
        ("im scared to go home", DRAFT, "care/unsafe"),
        ("mum's boyfriend scares me", DRAFT, "care/unsafe"),
        ("a man online wants to meet me", DRAFT, "care/unsafe"),
        ("someone keeps sending me gross pics", DRAFT, "care/unsafe"),
        ("i starved myself today", DRAFT, "care/eating"),
        ("i got a message saying kys", DRAFT, "care/bullied"),
        ("someone wrote 'ur ugly' on my pic", DRAFT, "care/bullied"),
    ],
    "what turns to the reader afterwards hides nothing": [
        ("i wanna die lol anyway wuu2", RECEIVED, "care/friend-hurting"),
        ("i want to disappear haha u coming to practice", RECEIVED, "care/friend-hurting"),
        ("i wanna die lol did u do the homework", DRAFT, "care/hurting"),
        ("wish i could vanish how is your dog", DRAFT, "care/hurting"),
    ],
    "bare hate is heard": [
        ("i hate you", DRAFT, "unkind/exclusion"),
        ("we hate you", DRAFT, "unkind/exclusion"),
        ("I'll end you", DRAFT, "unkind/threat"),
    ],
}
"""What Coach once passed over, by kind, and the category that it must find."""


@pytest.mark.parametrize(
    ("text", "direction", "category"),
    [pytest.param(*row, id=f"{kind}: {row[0]}") for kind, rows in LAW.items() for row in rows],
)
def test_what_was_passed_over_is_found(check_text: Check, text: str, direction: str, category: str) -> None:
    report = check_text(text, direction=direction)
    assert category in {flag.category for flag in report.flags}


@pytest.mark.parametrize("audience", Audience)
def test_a_strangers_sign_off_hides_no_secrecy(check_text: Check, audience: Audience) -> None:
    report = check_text("dont tell ur mum we talk. love dad x", direction=RECEIVED, audience=audience.value)
    assert "red-flag/secrecy" in {flag.category for flag in report.flags}


GOING_ALONG = {
    "i can sneak out tonight": "hides",
    "ok i will meet u at the mall on saturday, my mum wont know": "meets",
    "yes im alone now": "tells-alone",
    "i wont tell my mum": "hides",
    "yes i can keep a secret": "hides",
    "want to come to my house?": "meets",
    "ill send u a pic if u send one first": "sends-picture",
}


@pytest.mark.parametrize(("text", "name"), GOING_ALONG.items())
def test_the_childs_half_of_grooming_is_seen(check_text: Check, text: str, name: str) -> None:
    report = check_text(text, audience="stranger")
    assert f"going-along/{name}" in {flag.category for flag in report.flags}


SILENT = {
    "nobody would even notice": Concern.UNKIND,
    "everyone would be better off": Concern.UNKIND,
    "here is a pic of me in my swimsuit": Concern.CARE,
    "ring childline on 0800 1111": Concern.OVERSHARING,
    "call 999": Concern.OVERSHARING,
    "drop dead gorgeous": Concern.UNKIND,
    "a drop dead date": Concern.UNKIND,
    "go have a LIFE": Concern.UNKIND,
    "go end": Concern.UNKIND,
    "enjoy ur meal": Concern.UNKIND,
    "hello everybody": Concern.UNKIND,
    "1066": Concern.OVERSHARING,
    "1914-1918": Concern.OVERSHARING,
    "my score is 41220": Concern.OVERSHARING,
    "i dont want to play anymore, im tired": Concern.CARE,
}


@pytest.mark.parametrize(("text", "concern"), SILENT.items())
def test_what_was_flagged_without_need_is_silent(text: str, concern: Concern) -> None:
    for audience in Audience:
        (report,) = check_each(both_readers(), [Message(text=text, audience=audience)])
        assert not report.of(concern), audience


CARE_EXAMPLES = [example for example in EXAMPLES if example.rule.concern is Concern.CARE]


def test_who_hurts_is_never_called_unkind_for_the_same_words(nlp: Language) -> None:
    reports = check_each(nlp, (example.message for example in CARE_EXAMPLES))
    for report in reports:
        care = report.of(Concern.CARE)
        others = (
            *report.of(Concern.UNKIND),
            *(flag for flag in report.flags if flag.category.endswith("/someone-elses")),
        )
        touching = [one for one in others for flag in care if one.start < flag.end and flag.start < one.end]
        assert not touching, report.message.text


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize(
    "text",
    [
        "does anyone else feel so fat n gross after like even one apple that they just stop eating",
        "why they always pick me last then groan out loud",
        "mum cant afford it and i saw her crying over the letter",
    ],
)
def test_who_hurts_is_heard_and_never_called_unkind_by_anybody(text: str, audience: Audience) -> None:
    (report,) = check_each(both_readers(), [Message(text=text, audience=audience)])
    assert report.of(Concern.CARE)
    assert not report.of(Concern.UNKIND)


@pytest.mark.parametrize(("category", "direction"), [("friend-hurting", "draft"), ("hurting", "received")])
def test_a_hurting_child_and_a_hurting_friend_are_heard_in_the_same_words(
    nlp: Language, category: str, direction: str
) -> None:
    """What a rule knows of a friend is known of the child too, and the other way round."""
    examples = [one.message for one in EXAMPLES if one.rule.category == f"care/{category}"]
    turned = [message.model_copy(update={"direction": Direction(direction)}) for message in examples]
    unheard = [report.message.text for report in check_each(nlp, turned) if not report.of(Concern.CARE)]
    assert turned
    assert not unheard


@pytest.mark.parametrize(
    ("text", "unkind"), [("why are my arms so big i hate them", 0), ("why are his arms so big i hate them", 1)]
)
def test_what_is_a_part_of_the_writers_hurt_is_not_unkind(check_text: Check, text: str, unkind: int) -> None:
    assert len(check_text(text).of(Concern.UNKIND)) == unkind


def test_no_care_report_leads_to_the_lesson_for_who_hurt_somebody(nlp: Language) -> None:
    for report in check_each(nlp, (example.message for example in CARE_EXAMPLES)):
        assert "mean-words" not in {flag.lesson for flag in report.of(Concern.CARE)}


def test_a_hurting_friends_words_make_the_child_a_witness(nlp: Language) -> None:
    examples = [example for example in EXAMPLES if example.rule.category == "care/friend-hurting"]
    for report in check_each(nlp, map(received, examples)):
        assert {flag.role.value for flag in report.of(Concern.CARE)} == {"witness"}, report.message.text


Reader = Callable[[Example], Message]


def received(example: Example) -> Message:
    return example.message.model_copy(update={"direction": Direction.RECEIVED})


def test_received_unkind_words_get_the_targets_or_the_witnesss_words(nlp: Language) -> None:
    unkind = [example for example in EXAMPLES if example.rule.concern is Concern.UNKIND]
    for report in check_each(nlp, map(received, unkind)):
        for flag in report.of(Concern.UNKIND):
            advice = shipped_catalog().categories[flag.category].advice(flag.role, report.message.audience)
            assert not flag.instead, flag.phrase
            assert flag.why in advice.why or flag.why.startswith("This is number"), flag.phrase


def test_an_insult_is_no_flattery(check_text: Check) -> None:
    for insult in ("loser", "idiot", "freak", "baby", "clown"):
        report = check_text(f"ur such a {insult}", direction=RECEIVED, audience="stranger")
        assert not any(flag.category == "red-flag/flattery" for flag in report.flags), insult


def test_the_table_of_silencers_keeps_what_is_dangerous(nlp: Language) -> None:
    del nlp
    policy = shipped_catalog().policy
    for setting in ("joke", "play", "praise", "familiar", "answered"):
        silencer = next(one for name, one in policy.items() if name == setting)
        for name in (
            "unkind/self-harm",
            "red-flag/secrecy",
            "red-flag/asks-photo",
            "red-flag/blackmail",
            "unkind/identity",
        ):
            assert not silencer.may_touch(name), (setting, name)
        assert not any(
            silencer.may_touch(f"care/{name}") for name in ("hurting", "unsafe", "eating", "worried", "bullied")
        )
    assert (rules_path() / "silencers.toml").exists()


def silenced_by(setting: Setting, **changes: object) -> Language:
    """A pipeline by a table of silencers that differs in one."""
    compiled = shipped_compiled()
    policy = {**compiled.policy, setting: compiled.policy[setting].model_copy(update=changes)}
    return build(replace(compiled, policy=policy))


@pytest.mark.parametrize(
    ("setting", "text", "change"),
    [
        (Setting.NEGATED, "it is not. you are so stupid", {"scope": Scope.TURN}),
        (Setting.REPORTED, "she called me, u are a freak", {"scope": Scope.LINE}),
        (Setting.QUOTED, 'he wrote, "ur so ugly" on my desk', {"scope": Scope.CLAUSE}),
        (Setting.PLAY, "at fifa, im gonna beat you up", {"scope": Scope.SENTENCE}),
        (Setting.JOKE, "ur so weird. anyway that was fun jk", {"scope": Scope.LINE}),
        (Setting.JOKE, "ur so weird jk", {"words": ("laughs",)}),
        (Setting.REPORTED, "she said you are a freak", {"words": ("told",)}),
    ],
)
def test_a_silencer_reaches_as_far_and_sees_the_words_that_the_table_says(
    nlp: Language, setting: Setting, text: str, change: dict[str, object]
) -> None:
    message = Message(text=text)
    other = silenced_by(setting, **change)
    assert [flag.weight for flag in check(nlp, message).flags] != [flag.weight for flag in check(other, message).flags]


def test_the_table_names_just_the_word_sets_that_the_engine_looks_into() -> None:
    catalog, engine = shipped_catalog(), Path(setting_module.__file__).parent
    parts = [
        ast.parse(Path(engine, f"{name}.py").read_text())
        for name in ("speech", "standing_up", "fun", "story", "plain_reason", "quotations", "sender", "among_friends")
    ]
    written = {node.value for part in parts for node in ast.walk(part) if isinstance(node, ast.Constant)}
    named = {name for setting, one in catalog.policy.items() if setting is not Setting.IDIOM for name in one.words}
    of_idioms = set(catalog.policy[Setting.IDIOM].words) - named
    assert named == (written & set(catalog.words)) - of_idioms


def test_every_word_set_that_the_engine_names_is_there() -> None:
    wanted = {*phrases_module._LIGHT, *phrases_module._EDGES}
    for path in Path(setting_module.__file__).parents[1].rglob("*.py"):
        asked = re.findall(r"""(?:sets\.get\(|words\[|\bhas\()"([^"]+)\"""", path.read_text())
        wanted.update(asked)
    assert wanted - set(shipped_catalog().words) == set()
