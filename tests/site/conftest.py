"""`tools` is part of the repository, not of the package: it is found from the repository's folder."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
