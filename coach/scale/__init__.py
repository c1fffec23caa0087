"""Checking more messages than one process, or one machine, can handle.

`crew` runs worker processes and loses nothing when one dies; `frames` checks frames of pandas and polars, and thus
Spark's; `dask_adapter` checks Dask bags and dataframes. Coach itself needs none of these libraries, and they are not
imported here.
"""
