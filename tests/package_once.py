"""Uses an installed danvan once, from outside its source tree; run by ``make wheel``.

The argument is the folder of the sample plans.
"""

import subprocess
import sys
from importlib import metadata, resources
from pathlib import Path

import danvan


def run(*arguments):
    command = [str(Path(sys.executable).parent / "danvan"), *arguments]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout


def main(examples):
    sample = str(min(Path(examples).glob("*.txt")))
    assert run("--version") == f"danvan {metadata.version('danvan')}\n"
    assert "Issuer" in run("parse", sample)

    assert "site-packages" in danvan.__file__, danvan.__file__
    package = resources.files("danvan")
    assert package.joinpath("py.typed").is_file()
    plan = danvan.load(sample)
    assert plan.citations, "the data files of danvan.instruments are missing"
    assert danvan.from_json(run("parse", "--format", "json", sample)) == plan
    assert danvan.json_schema()["$defs"]
    print(f"danvan {danvan.__version__}: installed, imported, read {Path(sample).name}")


if __name__ == "__main__":
    main(sys.argv[1])
