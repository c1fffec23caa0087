"""The rules' phrases read by RE2, to compare with Coach's automaton: `python -m tests.oracle`."""
