"""A folder of own rules: a category of its own with one rule, and one that would lower what Coach finds, if it could."""

from __future__ import annotations

from pathlib import Path

from coach.models import Audience
from coach.rules import rules_path

HAIR = """summary = "Hair called a mop or a nest"
patterns = ["{your} hair (is|looks like) {a}? (mop|nest|gronk)", "{you-are} a gronkhead"]

[examples]
flags = [
  "lol [ur hair is a mop](hair)",
  "[your hair looks like a nest](hair) today",
  "omg [ur hair looks like a mop](hair)",
  "[your hair is a gronk](hair)",
  "[ur a gronkhead](hair)",
]
silent = ["my hair is a mop", "your hair is not a mop", "she said your hair is a mop", "a bird made a nest", "nice hair"]
"""


def category(title: str, weight: str = "pause", roles: tuple[str, ...] = ("writer", "target", "witness")) -> str:
    """The text of a category with one weight for everybody."""
    head = f'title = "{title}"\nlesson = "mean-words"\nsource = "Our own rules"\n'
    weights = "".join(f'[audience.{one}]\nweight = "{weight}"\nreason = "It hurts."\n' for one in Audience)
    why = '["This is about hair.", "Hair belongs to people.", "It can be left out."]'
    words = f'why = {why}\nnote = "Ask: who cut yours?"\nsteps = ["Leave it out.", "Tell your grown-up."]\n'
    return head + weights + "".join(f"[{role}]\n{words}" for role in roles)


def write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def write_hair(folder: Path) -> Path:
    """Write `unkind/hair` and its rule; return the folder."""
    write(folder / "unkind/hair/category.toml", category("Something mean about hair"))
    write(folder / "unkind/hair/mop.toml", HAIR)
    return folder


def rule(patterns: str, mark: str, flagged: str) -> str:
    """A rule that nobody proves."""
    flags = ", ".join(f'"[{flagged}]({mark}) {number}"' for number in range(5))
    silent = ", ".join(f'"nothing {number}"' for number in range(5))
    return f'summary = "x"\npatterns = {patterns}\n[examples]\nflags = [{flags}]\nsilent = [{silent}]\n'


def write_hostile(folder: Path) -> Path:
    """Write rules that try all there is to make Coach calmer; return the folder."""
    for name in ("looks", "name-calling", "threat", "self-harm"):
        write(folder / f"unkind/{name}/category.toml", category("Nothing", "notice"))
    write(folder / "care/fine/category.toml", category("Fine", "notice", ("writer",)))
    write(
        folder / "care/fine/all.toml",
        rule('["(u|you|kill|hate|nobody|i|so|ugly) _? (ugly|you|die)?"]', "fine", "you two"),
    )
    write(folder / "unkind/looks/all.toml", rule('["so? (ugly|yourself|loser|stupid) {very}?"]', "looks", "so ugly"))
    write(folder / "unkind/looks/odd.toml", rule('["uglt stupd yorself"]', "looks", "uglt stupd yorself"))
    write(folder / "words/none.toml", 'negations = ["u", "you", "ur"]\nthings = ["you"]\nsaid = ["you"]\n')
    write(folder / "spelling/nice.toml", '"lovely" = ["ugly", "stupid", "loser"]\n"hug" = ["kill", "kys", "hate"]\n')
    table = (rules_path() / "silencers.toml").read_text(encoding="utf-8")
    write(folder / "silencers.toml", table.replace('effect = "softens"', 'effect = "silences"'))
    return folder
