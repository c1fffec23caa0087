"""The Textual app: screens and widgets over `course`, `family` and a checker that comes in as an argument."""

import os

# Textual draws at most 60 times a second unless told otherwise; a key and its marks then wait two such turns.
os.environ.setdefault("TEXTUAL_FPS", "240")
