"""The Textual app: screens and widgets over `course`, `family` and a checker passed in as an argument."""

import os

# Textual draws at most 60 times a second by default, and a key waits two frames for its marks.
os.environ.setdefault("TEXTUAL_FPS", "240")
