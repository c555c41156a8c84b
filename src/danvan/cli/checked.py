"""``danvan check``, ``danvan rules``, ``danvan explain``: what they do."""

from __future__ import annotations

import difflib
import importlib
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from danvan import __version__
from danvan.checks import Rule, Settings, check, rules, selected
from danvan.checks.fixes import mend
from danvan.checks.sarif import to_sarif
from danvan.cli.blocks import Facts, Grid, Title
from danvan.cli.commands import Reading, show
from danvan.cli.diagnostics import as_github, as_json, as_text, tally
from danvan.cli.safe import escaped, escaped_json, one_line
from danvan.errors import ReadError, SelectionError
from danvan.findings import Severity
from danvan.instruments import Register
from danvan.plan import Plan, parse
from danvan.text import Source

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from danvan.findings import Finding

_FAILED = 2
_ORDER = (Severity.NOTE, Severity.WARNING, Severity.ERROR)


def run(options: argparse.Namespace) -> int:
    """Run one of the three commands; returns the exit code."""
    try:
        match options.command:
            case "check":
                return _check(options)
            case "rules":
                return _list_rules(options)
            case _:
                return _explain(options)
    except (ReadError, SelectionError) as error:
        sys.stdout.flush()
        print("danvan:", one_line(str(error)), file=sys.stderr)
        return _FAILED


@attrs.frozen(kw_only=True)
class _Checking:
    """How documents are checked: settings, rules of one's own, register, plans above."""

    settings: Settings
    rules: tuple[Rule, ...]
    register: Register
    superiors: tuple[Plan, ...]

    def findings(self, plan: Plan) -> tuple[Finding, ...]:
        return check(plan, self.superiors, self.register, rules=self.rules, settings=self.settings)


def _check(options: argparse.Namespace) -> int:
    checking = _checking(options)
    above = Reading(options.against)
    checking = attrs.evolve(checking, superiors=tuple(above))
    if above.code == _FAILED:
        return _FAILED
    reading = Reading(options.files)
    results = []
    for plan in reading:
        checked = _mended(plan, checking, options) if options.fix or options.diff else plan
        found = checking.findings(checked)
        results.append((checked.source, found))
        _print(checked.source, found, options)
    if options.format == "sarif":
        every = selected((*rules(), *checking.rules), checking.settings.select)
        print(escaped_json(json.dumps(to_sarif(results, every, __version__), ensure_ascii=False)))
    if options.format == "text" and not options.diff:
        print(tally(results))
    if reading.code == _FAILED:
        return _FAILED
    least = _ORDER.index(checking.settings.fail_on)
    return int(any(_ORDER.index(f.severity) >= least for _, found in results for f in found))


def _print(source: Source, found: tuple[Finding, ...], options: argparse.Namespace) -> None:
    if options.diff:
        return
    match options.format:
        case "text":
            for line in as_text(source, found, options.language):
                print(line)
        case "json":
            for line in as_json(source, found):
                print(line)
        case "github":
            for line in as_github(source, found, options.language):
                print(line)


def _checking(options: argparse.Namespace) -> _Checking:
    settings = Settings.load(options.config) if options.config else Settings.found()
    if options.fail_on:
        settings = attrs.evolve(settings, fail_on=Severity(options.fail_on))
    if options.select:
        settings = attrs.evolve(settings, select=_codes(options.select))
    if options.ignore:
        settings = attrs.evolve(settings, ignore=(*settings.ignore, *_codes(options.ignore)))
    path = options.register or settings.register
    own = tuple(rule for module in settings.rules for rule in _rules_in(module))
    selected((*rules(), *own), settings.select, settings.ignore)
    return _Checking(
        settings=settings,
        rules=own,
        register=Register.load(path) if path else Register.default(),
        superiors=(),
    )


def _codes(text: str) -> tuple[str, ...]:
    return tuple(code.strip() for code in text.split(",") if code.strip())


def _rules_in(name: str) -> Iterator[Rule]:
    """The rules that a module has, which the settings name."""
    sys.path.insert(0, os.getcwd())  # noqa: PTH109 - sys.path holds strings
    try:
        module = importlib.import_module(name)
    except ImportError as error:
        reason = f"no module with rules is called so: {error}"
        raise ReadError(name, reason) from error
    finally:
        sys.path.pop(0)
    yield from (value for value in vars(module).values() if isinstance(value, Rule))


def _mended(plan: Plan, checking: _Checking, options: argparse.Namespace) -> Plan:
    """The plan of the mended text; the file is written anew, or the difference shown."""
    source = plan.source
    name = source.name or "-"
    if source.layout is not None:
        raise ReadError(name, "only plain text can be mended")
    text = mend(source.text, lambda text: checking.findings(parse(Source(text, name=name))))
    if text == source.text:
        return plan
    if options.diff or name == "-":
        sys.stdout.writelines(
            _harmless(line)
            for line in difflib.unified_diff(
                source.text.splitlines(), text.splitlines(), name, name, lineterm=""
            )
        )
        return plan if options.diff else parse(Source(text, name=name))
    _write(Path(name), text)
    return parse(Source(text, name=name))


def _harmless(line: str) -> str:
    """A line of a difference, its first mark kept and the rest harmless."""
    return escaped(line.rstrip("\n")) + "\n"


def _write(path: Path, text: str) -> None:
    """Write a file anew, so that it is at every moment the old one or the new one."""
    old = path.read_bytes()
    if old.decode("utf-8-sig", "replace").replace("\r\n", "\n") != text.replace("\r\n", "\n"):
        mark = b"\xef\xbb\xbf" if old.startswith(b"\xef\xbb\xbf") else b""
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(mark + text.encode())
        os.chmod(file.name, path.stat().st_mode)  # noqa: PTH101 - a name is at hand
        Path(file.name).replace(path)


def _list_rules(options: argparse.Namespace) -> int:
    chosen = selected(rules(), _codes(options.select))
    if options.format == "json":
        for rule in chosen:
            told = {
                "code": rule.code,
                "name": rule.name,
                "severity": rule.severity,
                "about": rule.about,
                "about_en": rule.about_en,
                "source": rule.source,
                "fixable": rule.fixable,
            }
            print(json.dumps(told, ensure_ascii=False))
        return 0
    rows = tuple((r.code, r.name, str(r.severity), "yes" * r.fixable, r.about) for r in chosen)
    show([Grid(f"Rules ({len(rows)})", ("Code", "Name", "Severity", "Fix", "Asks for"), rows)])
    return 0


def _explain(options: argparse.Namespace) -> int:
    for rule in selected(rules(), options.rule):
        facts = [
            ("Quy tắc", rule.about),
            ("Rule", rule.about_en),
            ("Source", rule.source),
            ("Severity", str(rule.severity)),
            ("Binds", _binds(rule)),
            ("Fixable", "yes" if rule.fixable else "no"),
        ]
        show([Title(f"{rule.code} {rule.name}"), Facts(tuple(facts))])
        for told, text, above in (
            ("fails", rule.fails, rule.fails_above),
            ("passes", rule.passes, rule.passes_above),
        ):
            print(f"\n{told}:")
            for line in [*_indented(above, "under: "), *_indented(text, "")]:
                print(line)
    return 0


def _binds(rule: Rule) -> str:
    """On whom and when a rule is binding."""
    whom = ", ".join(sorted(rule.systems)) or "all"
    what = "plans" if rule.plans_only else "documents"
    since = f" since {rule.since}" if rule.since else ""
    until = f" until {rule.until}" if rule.until else ""
    return f"{what} of: {whom}{since}{until}"


def _indented(text: str | None, mark: str) -> list[str]:
    return [f"    {mark}{line}" for line in (text or "").strip().splitlines()]
