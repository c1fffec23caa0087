"""Exported and pasted conversations in, turns out: one module a format, found by looking into the file."""
