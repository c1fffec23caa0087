"""What Coach says to a report: rewrites of a draft."""

from coach.counsel.counselled_check import CheckWithCounsel, CounselledCheck
from coach.counsel.counsellor import Counsellor

__all__ = ["CheckWithCounsel", "CounselledCheck", "Counsellor"]
