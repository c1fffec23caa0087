"""Fuzzing by hand: `python -m tests.fuzz TARGET --seconds N`; the test run never starts it."""
