"""Do rules hold their own examples, and if not, why: for the linter, `coach rules try` and the pytest plugin."""
