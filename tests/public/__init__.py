"""How well Coach reads what people really wrote in public, labelled by the guide.

`python -m tests.public --data FOLDER` prints precision and recall, and `--misses` lists misses and false alarms of the
comments that authors of rules may read. The comments held out are only counted.
"""
