"""Coach on Dask, for who has more messages than one machine reads: bags and dataframes.

Nothing is computed here: like every step of Dask, these give a bag or a dataframe that computes when it is asked to.
Workers need Coach installed; each of their processes reads the rules once. Where a worker dies, Dask gives its
partitions to another.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from coach.scale.frames import Manner, check_frame, check_records

if TYPE_CHECKING:
    from dask.bag import Bag
    from dask.dataframe import DataFrame


def check_bag(bag: Bag, *, direction: str = "draft", audience: str = "group", second_reader: bool = True) -> Bag:
    """A bag of `{"id", "flags"}`, as `coach check --format jsonl` answers, in the order of `bag`.

    Args:
        bag: texts, or `{"id", "text", "direction"?, "audience"?}`.
        direction: of messages that do not say.
        audience: of messages that do not say.
        second_reader: whether the trained second reader looks too.
    """
    manner = Manner(direction, audience, second_reader)
    return bag.map_partitions(partial(check_records, manner=manner))


def check_dataframe(dataframe: DataFrame, text: str = "text", **manner: Any) -> DataFrame:  # noqa: ANN401
    """The same dataframe with the columns of `check_frame`; `manner` is what `check_frame` takes by name."""
    empty = check_frame(dataframe._meta, text=text, **manner)  # Dask's frame of no rows
    return dataframe.map_partitions(check_frame, text=text, meta=empty, **manner)
