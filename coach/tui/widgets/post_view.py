"""A post as a phone shows it: in pixels, in half blocks and letters, or as a card of letters."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from coach.locale import _
from coach.pictures import Post, card, draw, face
from coach.pictures.post import WATERMARK
from coach.tui.pixels import Means, means_of, picture_widget
from coach.tui.safe_text import shown


class PostView(Vertical):
    """One post below its label."""

    DEFAULT_CSS = """
    PostView { width: 1fr; max-width: 46; height: auto; margin-right: 1; }
    PostView .which { height: 1; text-style: bold; }
    PostView .drawn { width: 100%; max-width: 36; height: auto; }
    PostView .phone { height: auto; background: #ffffff; color: #202124; padding: 0 1; border: outer #bdc1c6; }
    PostView .phone Static { height: auto; background: #ffffff; color: #202124; }
    PostView .phone Horizontal { height: 3; }
    PostView .phone .face { width: 6; height: 3; margin-right: 1; }
    PostView .phone .head { width: 1fr; }
    PostView .phone .words { margin: 1 0; min-height: 2; }
    PostView .phone .likes { width: 1fr; height: 1; }
    PostView .phone .mark { width: auto; height: 1; color: #c5221f; }
    PostView .phone .foot { height: 1; }
    """

    def __init__(self, post: Post, id: str) -> None:  # noqa: A002 - as Textual calls it
        super().__init__(id=id)
        self._post = post
        self._which = ""
        self._means = Means.LETTERS

    def compose(self) -> ComposeResult:
        """Its label, and the post as well as the terminal can show it."""
        self._means = means_of(self.app)
        yield Static("", markup=False, classes="which")
        if self._means is Means.PIXELS:
            self._picture = picture_widget(self._means)
            yield self._picture.add_class("drawn")
        elif self._means is Means.LETTERS:
            yield Static("", markup=False, classes="card")
        else:
            yield from self._phone()

    def on_mount(self) -> None:
        """Show it."""
        self.show(self._post, self._which)

    def on_resize(self) -> None:
        """Redraw a card of letters at the new width."""
        if self._means is Means.LETTERS:
            self.show(self._post, self._which)

    def show(self, post: Post, which: str) -> None:
        """Show a post, or redraw the same one."""
        self._post, self._which = post, which
        if not self.is_mounted:
            return
        self.query_one(".which", Static).update(shown(which))
        if self._means is Means.PIXELS:
            self._picture.image = draw(post)
        elif self._means is Means.LETTERS:
            self.query_one(".card", Static).update(shown("\n".join(card(post, max(self.size.width, 12)))))
        else:
            self._picture.image = face(post.name)
            head = shown(post.name or " ", "bold") + shown(f"\n{post.time}")
            for name, words in ((".head", head), (".words", shown(post.seen))):
                self.query_one(name, Static).update(words)
            self.query_one(".likes", Static).update(shown(_("\u2665 {likes} likes").format(likes=post.likes)))

    def _phone(self) -> ComposeResult:
        with Vertical(classes="phone"):
            with Horizontal():
                self._picture = picture_widget(self._means)
                yield self._picture.add_class("face")
                yield Static("", markup=False, classes="head")
            yield Static("", markup=False, classes="words")
            with Horizontal(classes="foot"):
                yield Static("", markup=False, classes="likes")
                yield Static(WATERMARK, markup=False, classes="mark")
