"""Checking more messages than one process, or one machine, can handle.

`crew` runs worker processes and loses nothing when one dies; `frames` checks pandas frames, and thus Spark's;
`dask_adapter` checks Dask bags and dataframes. Coach itself needs neither Dask nor pandas, and they are not imported
here.
"""
