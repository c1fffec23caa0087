"""Pictures of messages: an invented post drawn as a screenshot, and a screenshot of one's own with parts covered."""

from coach.pictures.post import Post, card, draw, draw_pair
from coach.pictures.screenshot import Area, cover, crop, half_blocks, open_screenshot, save_new

__all__ = [
    "Area",
    "Post",
    "card",
    "cover",
    "crop",
    "draw",
    "draw_pair",
    "half_blocks",
    "open_screenshot",
    "save_new",
]
