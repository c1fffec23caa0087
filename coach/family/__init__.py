"""What a family saves: one file that only its owner can read. No other folder has state."""

from coach.family.agreement import agreement_of, gather, keep_agreement
from coach.family.agreement_page import save_page
from coach.family.family_file import FamilyFile, family_path
from coach.family.keeping import advice_on, keep_word, leave_word
from coach.family.members import join, leave, sit_down
from coach.family.progress import finish, forget, promise, remember
from coach.family.switching import off_named, off_note, switch_off, switch_on

__all__ = [
    "FamilyFile",
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
    "off_named",
    "off_note",
    "promise",
    "remember",
    "save_page",
    "sit_down",
    "switch_off",
    "switch_on",
]
