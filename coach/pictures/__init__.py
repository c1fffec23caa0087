"""Pictures of messages: invented posts drawn as screenshots, and real screenshots with parts covered."""

from coach.pictures.post import Post, card, changed, draw, draw_pair, face
from coach.pictures.screenshot import (
    Area,
    cover,
    crop,
    open_screenshot,
    save_new,
    seen_through,
    wide_zoom,
    window_of,
)

__all__ = [
    "Area",
    "Post",
    "card",
    "changed",
    "cover",
    "crop",
    "draw",
    "draw_pair",
    "face",
    "open_screenshot",
    "save_new",
    "seen_through",
    "wide_zoom",
    "window_of",
]
