"""What a family keeps, and the only folder with state: one file that its owner alone can read."""

from coach.family.family_file import FamilyFile, family_path
from coach.family.progress import finish, forget, promise, remember

__all__ = ["FamilyFile", "family_path", "finish", "forget", "promise", "remember"]
