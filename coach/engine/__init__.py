"""Messages and rules in, reports out: the spaCy pipeline, one component a module.

Importing this package imports spaCy; nothing below `coach.engine` is imported before it is needed.
"""

from coach.engine.pipeline import PIPES, build, check, check_all

__all__ = ["PIPES", "build", "check", "check_all"]
