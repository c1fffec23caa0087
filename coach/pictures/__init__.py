"""Pictures of messages: invented posts drawn as screenshots, and real screenshots with parts covered."""

from coach.pictures.post import Post, card, changed, draw, draw_pair, face
from coach.pictures.screenshot import (
    Area,
    Change,
    cover,
    covered_in,
    crop,
    open_screenshot,
    save_new,
    seen_through,
    wide_zoom,
    window_of,
)
from coach.pictures.shades import shaded

__all__ = [
    "Area",
    "Change",
    "Post",
    "card",
    "changed",
    "cover",
    "covered_in",
    "crop",
    "draw",
    "draw_pair",
    "face",
    "open_screenshot",
    "save_new",
    "seen_through",
    "shaded",
    "wide_zoom",
    "window_of",
]
