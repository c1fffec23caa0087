"""`python -m tests.frames`: the share of the whole matrix that is flagged, of its calm twins that are silent."""

from __future__ import annotations

from collections.abc import Iterable

from coach.engine import build
from coach.engine.pipeline import check_all
from coach.models import Concern, Message
from coach.rules_cache import rules_at_hand
from tests.frames.matrix import calm, unkind


def main() -> None:
    """Print both shares and every message that is wrong."""
    nlp = build(rules_at_hand())

    def flagged(texts: Iterable[str]) -> dict[str, bool]:
        pairs = ((text, Message(text=text)) for text in texts)
        return {
            text: any(flag.concern is Concern.UNKIND for flag in report.flags) for text, report in check_all(nlp, pairs)
        }

    hits, alarms = flagged(unkind()), flagged(calm())
    print(f"flagged {sum(hits.values()) / len(hits):.3f} of {len(hits):,}")
    print(f"silent {1 - sum(alarms.values()) / len(alarms):.3f} of {len(alarms):,}")
    for text in (
        *(text for text, is_hit in hits.items() if not is_hit),
        *(text for text, is_one in alarms.items() if is_one),
    ):
        print(f"  {text}")


if __name__ == "__main__":
    main()
