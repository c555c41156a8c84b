"""The corpus score: how far what danvan reads agrees with truth written by hand.

``python -m tests.corpus`` compares every document that has a ``*.gold.json`` beside it. The rules of
comparing are in `tests.corpus.figures`, one entry for each figure; `--help` lists the options.
"""
