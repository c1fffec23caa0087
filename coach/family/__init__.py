"""What a family saves: one file that only its owner can read. No other folder has state."""

from coach.family.agreement import agreement_of, gather, keep_agreement
from coach.family.agreement_page import save_page
from coach.family.agreement_sheet import Paper, Sheet, paper_in, sheet_of
from coach.family.family_file import FamilyFile, family_path
from coach.family.keeping import advice_on, keep_word, leave_word
from coach.family.members import join, leave, sit_down
from coach.family.progress import finish, forget, promise, remember

__all__ = [
    "FamilyFile",
    "Paper",
    "Sheet",
    "advice_on",
    "agreement_of",
    "family_path",
    "finish",
    "forget",
    "gather",
    "join",
    "keep_agreement",
    "keep_word",
    "leave",
    "leave_word",
    "paper_in",
    "promise",
    "remember",
    "save_page",
    "sheet_of",
    "sit_down",
]
