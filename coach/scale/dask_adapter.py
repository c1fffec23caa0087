"""Coach on Dask bags and dataframes, for more messages than one machine can handle.

These functions are lazy, as everything in Dask: nothing is checked until the result is computed. Workers need Coach
installed; each worker process loads the rules once. If a worker dies, Dask reassigns its partitions.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from coach.models import AnyAudience, AnyDirection
from coach.scale.frames import Manner, check_frame, check_records

if TYPE_CHECKING:
    from dask.bag import Bag
    from dask.dataframe import DataFrame

    from coach import OwnRules


def check_bag(
    bag: Bag,
    *,
    direction: AnyDirection = "draft",
    audience: AnyAudience = "group",
    second_reader: bool = True,
    rules: OwnRules = (),
) -> Bag:
    """Return a bag of `{"id", "flags"}`, in the format of `coach check --format jsonl` and the order of `bag`.

    Args:
        bag: texts, or `{"id", "text", "direction"?, "audience"?}`.
        direction: for messages that do not specify one.
        audience: for messages that do not specify one.
        second_reader: whether to run the trained second reader too.
        rules: folders of own rules, used beside Coach's; every worker reads them at the same place.

    Raises:
        TypeError: `rules` is not a folder or a name.
    """
    from coach.own_rules import each_named

    manner = Manner(direction, audience, second_reader, each_named(rules))
    return bag.map_partitions(partial(check_records, manner=manner))


def check_dataframe(dataframe: DataFrame, text: str = "text", **manner: Any) -> DataFrame:  # noqa: ANN401
    """Add the columns of `check_frame` to a dataframe; `manner` are its keyword arguments."""
    empty = check_frame(dataframe._meta, text=text, **manner)  # an empty frame with Dask's column types
    return dataframe.map_partitions(check_frame, text=text, meta=empty, **manner)
