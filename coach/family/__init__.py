"""What a family keeps, and the only folder with state: one file that its owner alone can read."""

from coach.family.family_file import FamilyFile, family_path
from coach.family.keeping import advice_on, keep_word, leave_word
from coach.family.progress import finish, forget, promise, remember

__all__ = [
    "FamilyFile",
    "advice_on",
    "family_path",
    "finish",
    "forget",
    "keep_word",
    "leave_word",
    "promise",
    "remember",
]
