"""How fast Coach is, beside spaCy's bare tokenizer and others' checkers in the same run: `python -m tests.benchmarks`."""
