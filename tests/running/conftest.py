"""The app as the tests of its screens make it."""

from __future__ import annotations

from tests.tui.conftest import family_file, make_app, no_rest

__all__ = ["family_file", "make_app", "no_rest"]
