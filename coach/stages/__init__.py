"""The stages in which somebody wins a child's trust to misuse it: data, and the code that finds them in turns."""

from coach.stages.reader import StageReader
from coach.stages.sources import Stages, read_stages, stages_path
from coach.stages.staircase import Climb, Staircase, Step, climb

__all__ = [
    "Climb",
    "StageReader",
    "Stages",
    "Staircase",
    "Step",
    "climb",
    "read_stages",
    "stages_path",
]
