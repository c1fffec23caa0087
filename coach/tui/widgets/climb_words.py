"""What the first page of a walk says about somebody who climbed the staircase."""

from __future__ import annotations

from textual.content import Content

from coach.locale import N_, _
from coach.threads import ShownClimb
from coach.threads.words import said_of_climb, said_of_sender, said_of_steps
from coach.tui.safe_text import shown

IS_MINE = N_(
    "{name} writes like somebody who wins trust to misuse it. Is {name} really the child? "
    "If not, press F3 twice and choose again."
)
"""Above the staircase of whoever was taken for the child."""
SEEN = N_("This is what Coach saw:")


def words_of_climb(climb: ShownClimb) -> Content:
    """Return the staircase of one sender: each stage with the words that show it, and what is said to both."""
    heading = f"{_(IS_MINE).format(name=said_of_sender(climb.sender))}\n{_(SEEN)}" if climb.is_mine else ""
    lines = [shown(heading or said_of_climb(climb), "bold")]
    lines.extend(shown(f"{number}. {line}") for number, line in enumerate(said_of_steps(climb.steps), 1))
    for step in climb.steps:
        if step.stage.is_heavy:
            lines.append(shown(step.stage.why))
            lines.append(shown(_("For the grown-up: {note}").format(note=step.stage.note), "$text-muted"))
    return Content("\n").join(lines)
