"""What a family saves: one file that only its owner can read. No other folder has state."""

from coach.family.agreement import agree, agreement_of, gather, keep_agreement, with_promise, without_promise
from coach.family.agreement_page import save_page
from coach.family.agreement_sheet import Paper, Sheet, paper_in, sheet_of
from coach.family.certificate_page import save_certificate
from coach.family.family_file import FamilyFile, family_path
from coach.family.keeping import advice_on, keep_word, leave_word
from coach.family.members import NicknameTrouble, change, join, leave, sit_down, trouble_with
from coach.family.nights import answer_night, had_night, is_night_had, is_night_over, night_so_far, reach_night
from coach.family.progress import answer, finish, forget, look_through, promise, promise_again, remember, unpromise
from coach.family.switching import off_named, off_note, switch_off, switch_on

__all__ = [
    "FamilyFile",
    "NicknameTrouble",
    "Paper",
    "Sheet",
    "advice_on",
    "agree",
    "agreement_of",
    "answer",
    "answer_night",
    "change",
    "family_path",
    "finish",
    "forget",
    "gather",
    "had_night",
    "is_night_had",
    "is_night_over",
    "join",
    "keep_agreement",
    "keep_word",
    "leave",
    "leave_word",
    "look_through",
    "night_so_far",
    "off_named",
    "off_note",
    "paper_in",
    "promise",
    "promise_again",
    "reach_night",
    "remember",
    "save_certificate",
    "save_page",
    "sheet_of",
    "sit_down",
    "switch_off",
    "switch_on",
    "trouble_with",
    "unpromise",
    "with_promise",
    "without_promise",
]
