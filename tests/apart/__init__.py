"""Messages that no author of rules has read: `closed-diary.md` stays closed, and `second-reader.jsonl` beside it.

One person wrote and marked them by the guide, another marked the bare texts; only what both agree on is scored.
`python -m tests.apart` prints counts and no message, so that nobody writes rules after them.
"""
