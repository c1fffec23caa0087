"""What was found in a message is kept nowhere: the family's file has no place for it."""

from __future__ import annotations

import json

from coach.models import Concern, Family
from coach.models.category import CATEGORY_NAMES

NEVER = (Concern.CARE, Concern.GOING_ALONG, Concern.RED_FLAG)


def test_the_familys_file_has_no_place_for_what_was_found() -> None:
    schema = json.dumps(Family.model_json_schema())
    for concern in NEVER:
        assert f'"{concern.value}"' not in schema
        # `moves` is there as a setting of the app: whether somebody who writes in a talk takes a moment to type.
        assert {name for name in CATEGORY_NAMES[concern] if f'"{name}"' in schema} <= {"moves"}
    assert "flags" not in schema
    assert "report" not in schema.lower()
