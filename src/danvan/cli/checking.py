"""``danvan check``, ``danvan cascade``, ``danvan rules``, ``danvan explain``: their arguments."""

from __future__ import annotations

import argparse

_CHECK = """\
Check whether documents are consistent, in themselves and with the plans above them.

formats:
  text    as compilers print it: place, code, message, the line with the place marked, the rule
  json    one line for each finding (JSON Lines)
  sarif   SARIF 2.1.0, for code hosts and editors
  github  the commands that GitHub shows beside the lines of a change
"""
_CHECK_EPILOG = """\
exit codes:
  0  no finding is as grave as --fail-on
  1  some finding is
  2  wrong usage, or a file could not be read or written; standard error says why

[tool.danvan] of the nearest pyproject.toml sets select, ignore, fail-on, aggregation-days, rules
(modules with rules of your own) and register (a file of known documents).

examples:
  danvan check ke-hoach.txt
  danvan check xa.docx --against huyen.docx tinh.docx
  danvan check --select N,D --ignore D106 --fail-on error *.txt
  danvan check --fix --diff ke-hoach.txt
"""
_CASCADE = """\
Show how plans of several levels stand under each other: which carries out which and how one knows,
which documents they rest on and that are not at hand, who reports to whom by when, and which duties
of a plan the plans below it take up.

formats:
  text  a tree and tables (for people)
  json  one object; plans are named by their place among the files
"""
SEVERITIES = ("error", "warning", "note")


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the four commands to those of the program."""
    check = commands.add_parser(
        "check",
        help="check whether documents are consistent",
        description=_CHECK,
        epilog=_CHECK_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    check.add_argument("files", nargs="+", metavar="FILE", help="a document, or -")
    check.add_argument(
        "--against", nargs="+", metavar="FILE", default=[], help="the plans above, nearest first"
    )
    check.add_argument("--format", choices=("text", "json", "sarif", "github"), default="text")
    check.add_argument("--select", metavar="CODES", default="", help="only these rules: N,D105")
    check.add_argument("--ignore", metavar="CODES", default="", help="all but these rules")
    check.add_argument("--fail-on", choices=SEVERITIES, help="default: warning")
    check.add_argument("--language", choices=("vi", "en"), default="vi", help="of the messages")
    check.add_argument("--register", metavar="FILE", help="known documents, CSV or JSON")
    check.add_argument("--config", metavar="FILE", help="a pyproject.toml")
    check.add_argument(
        "--fix", action="store_true", help="mend what is purely formal in files of plain text"
    )
    check.add_argument(
        "--diff", action="store_true", help="show what --fix would change, and change nothing"
    )
    cascade = commands.add_parser(
        "cascade",
        help="show how plans of several levels stand under each other",
        description=_CASCADE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    cascade.add_argument("files", nargs="+", metavar="FILE", help="a document, or -")
    cascade.add_argument("--format", choices=("text", "json"), default="text")
    rules = commands.add_parser("rules", help="list the rules", allow_abbrev=False)
    rules.add_argument("--select", metavar="CODES", default="", help="only these rules: N,D105")
    rules.add_argument("--format", choices=("table", "json"), default="table")
    explain = commands.add_parser("explain", help="say what a rule asks for", allow_abbrev=False)
    explain.add_argument("rule", nargs="+", metavar="RULE", help="a code or a name: C203")
