"""One way to send the draft instead: the whole message before and after, with what changes marked."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from coach.locale import N_, _
from coach.models import Rewrite
from coach.tui.safe_text import safe

BEFORE, AFTER = N_("  Now:   "), N_("\u21b5 After: ")
"""Before the words as they are, and before those that Enter puts in their place; of one width, to compare them."""
CHANGED = "\u2039{}\u203a"
"""Set around words that change, because not everyone sees colours or underlines."""


class RewriteOption(Static, can_focus=True):
    """A rewrite that Enter or a click takes."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "take", N_("Take these words"), show=False)]
    """
    | Key | Does |
    | :- | :- |
    | enter | Takes the words. |
    """
    DEFAULT_CSS = """
    RewriteOption { height: auto; width: 1fr; pointer: pointer; }
    RewriteOption:hover { background: $primary 20%; }
    RewriteOption:focus { text-style: reverse; }
    """

    class Taken(Message):
        """Posted to put the rewrite in place of the draft."""

        def __init__(self, rewrite: Rewrite) -> None:
            super().__init__()
            self.rewrite = rewrite

    def __init__(self, rewrite: Rewrite, before: str) -> None:
        """Make the option; `before` is the draft as it is, empty to show only what it becomes."""
        super().__init__(before_and_after(rewrite, before), markup=False)
        self._rewrite, self._before = rewrite, before

    def show(self, rewrite: Rewrite, before: str) -> None:
        """Offer another rewrite in place of this one."""
        if (rewrite, before) != (self._rewrite, self._before):
            self._rewrite, self._before = rewrite, before
            self.update(before_and_after(rewrite, before))

    def action_take(self) -> None:
        """Ask to take the words."""
        self.post_message(self.Taken(self._rewrite))

    def on_click(self) -> None:
        """Ask to take the words."""
        self.action_take()


def before_and_after(rewrite: Rewrite, before: str) -> Content:
    """Return the whole message as it is, unless `before` is empty, and as it would be."""
    if not before:
        return _below(_(AFTER), Content(safe(rewrite.text)))
    stretches = list(rewrite.stretches(before))
    old = [_marked(old, "bold", is_changed=old != new) for old, new in stretches]
    new = [_marked(new, "bold underline", is_changed=old != new) for old, new in stretches]
    return Content("\n").join([_below(_(BEFORE), Content.assemble(*old)), _below(_(AFTER), Content.assemble(*new))])


def _below(title: str, words: Content) -> Content:
    """Return the words after a title, further lines below the first."""
    lines = words.split("\n", allow_blank=True)
    return Content(f"\n{' ' * len(title)}").join([title + lines[0], *lines[1:]])


def _marked(words: str, style: str, *, is_changed: bool) -> Content:
    """Return words safe to show, with spaces outside the marks."""
    inner = words.strip()
    if not is_changed or not inner:
        return Content(safe(words))
    before, _inner, after = words.partition(inner)
    return Content.assemble(safe(before), (CHANGED.format(safe(inner)), style), safe(after))
