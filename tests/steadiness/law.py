"""The law: what is added to a message, or to those who read it, lowers no weight and takes no `stop` away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from coach.models import Audience, Message, Report, Weight
from coach.proof.examples import Example, examples_of
from tests.shipped import shipped_catalog
from tests.steadiness.changes import CALM, GLUE, OTHERS, SILENCERS, beside, glued

CheckAll = Callable[[Iterable[Message]], Iterable[Report]]


@dataclass(frozen=True, slots=True)
class Case:
    """A message, and the same with something added."""

    kind: str
    before: Message
    text: str
    """The message with what was added."""
    softens: bool = False
    """Whether what was added says that it was a joke: a `pause` may become a `notice`."""

    @property
    def after(self) -> Message:
        """The second message; most cases are listed and never read, so it is made when asked for."""
        return self.before.model_copy(update={"text": self.text})


def flagged_examples() -> list[Example]:
    """Every message that a rule must flag."""
    return [example for example in examples_of(shipped_catalog().rules) if example.marked.marks]


def broken(case: Case, before: Report, after: Report) -> str:
    """How the second report breaks the law; nothing where it does not."""
    if before.weight is None:
        return ""
    least = before.weight
    if case.softens and least is Weight.PAUSE:
        least = Weight.NOTICE
    if after.weight is None or after.weight.rank < least.rank:
        found = after.weight.value if after.weight else "nothing"
        return f"{case.kind}: {case.text!r} is {found}, and {case.before.text!r} was {before.weight.value}"
    if before.weight is Weight.STOP and after.weight is not Weight.STOP:
        return f"{case.kind}: a stop is gone from {case.text!r}"
    return ""


def cases_of(example: Example) -> Iterator[Case]:
    """Everything that may be added to one example."""
    message, mark = example.message, example.marked.marks[0]

    def case(kind: str, text: str, *, softens: bool = False) -> Case:
        return Case(kind, message, text, softens)

    for kind, words in SILENCERS.items():
        for word in words:
            joke = _jokes(word)
            yield from (case(f"{kind} {word}", text, softens=joke) for text in beside(message.text, word))
    for glue in GLUE:
        yield from (case(f"glue {glue!r}", text) for text in glued(message.text, glue, mark.start, mark.end))
    for calm in CALM:
        joke = _jokes(calm)
        yield from (
            case("calm sentence", text, softens=joke) for text in (f"{calm} {message.text}", f"{message.text}. {calm}")
        )
        yield case("calm line", f"{message.text}\n{calm}")
    for other in OTHERS:
        yield case("another speaker", f"Robin: {message.text}\n{other}")
        yield case("another speaker", f"{other}\nRobin: {message.text}")
    yield case("quotation marks", f'"{message.text}"')
    yield case("quotation marks", f"“{message.text}”")


@cache
def _jokes(words: str) -> bool:
    return any(joke in words.split() for joke in ("jk", "jks", "joking", "kidding", "banter", "messing")) or (
        words.endswith("jk.")
    )


THREATS = (
    "kill yourself",
    "kys",
    "go kill yourself",
    "i will kill you",
    "ur such a loser",
    "nobody likes you",
    "drop dead",
)
LURES = (
    "send me a pic", "meet me at the park", "dont tell your mum", "whats ur snap", "ill give you robux",
    "are you home alone", "lets be secret friends", "how old are you", "i will post your pics", "turn your camera on",
)  # fmt: skip
JOINTS = (" or ", " and ", ". ", ", ", "! ", "\n", " ")


def joined() -> Iterator[tuple[Message, Message, Message]]:
    """A threat, a lure, and the two in one message, before every audience and either way round."""
    for threat, lure, joint, audience in product(THREATS, LURES, JOINTS, Audience):
        for text in (f"{threat}{joint}{lure}", f"{lure}{joint}{threat}"):
            one, other, both = (
                Message(text=each, direction="received", audience=audience) for each in (threat, lure, text)
            )
            yield one, other, both
