"""Coach over more messages than one process, or one machine, reads well.

`crew` is worker processes that lose nothing when one dies; `frames` checks pandas frames, and so Spark's;
`dask_adapter` checks Dask's bags and dataframes. None of these imports what it does not need: neither Dask nor pandas
is needed for Coach.
"""
