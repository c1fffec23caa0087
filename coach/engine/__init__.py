"""Messages and rules in, reports out: the spaCy pipeline, one component a module.

Importing this package imports spaCy; nothing else imports `coach.engine` before it is needed.
"""

from coach.engine.adviser import Adviser
from coach.engine.explain import Explainer, Explanation, Found, Opinion
from coach.engine.pipeline import PIPES, build, check, check_all, compile_own, compile_rules, joined, spelled
from coach.engine.recall import Recall
from coach.engine.verdict.resolve import Verdict

__all__ = [
    "PIPES",
    "Adviser",
    "Explainer",
    "Explanation",
    "Found",
    "Opinion",
    "Recall",
    "Verdict",
    "build",
    "check",
    "check_all",
    "compile_own",
    "compile_rules",
    "joined",
    "spelled",
]
