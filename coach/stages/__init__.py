"""The stages in which somebody wins a child's trust to misuse it: data, and the code that finds them in turns."""

from coach.stages.reader import StageReader, stage_folders, stages_with_packs
from coach.stages.sources import Stages, added_phrases, read_stages, stages_path
from coach.stages.staircase import Climb, ClimbStep, Staircase, climb

__all__ = [
    "Climb",
    "ClimbStep",
    "StageReader",
    "Stages",
    "Staircase",
    "added_phrases",
    "climb",
    "read_stages",
    "stage_folders",
    "stages_path",
    "stages_with_packs",
]
