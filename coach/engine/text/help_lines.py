"""The numbers of help lines: whoever passes one on gives nothing away."""

from __future__ import annotations

from pathlib import Path

HELP_LINES = frozenset(Path(__file__).with_suffix(".txt").read_text(encoding="ascii").split())
"""Digits of help lines, which are not personal numbers; a test compares them with `coach/helplines`."""
