"""The command line (dòng lệnh): ``danvan parse``, ``danvan deadlines``, ``danvan citations``."""

from danvan.cli.main import main

__all__ = ["main"]
