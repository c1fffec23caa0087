"""What Coach says to a report: rewrites of a draft."""

from coach.counsel.counsellor import Counsellor

__all__ = ["Counsellor"]
