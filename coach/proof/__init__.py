"""Checks rules against their own examples and explains failures: the linter, `coach rules try`, the pytest plugin."""
