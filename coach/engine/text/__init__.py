"""A text to words in plain spelling."""
