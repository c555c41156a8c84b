"""``danvan check``, ``danvan rules``, ``danvan explain``: what they do."""

from __future__ import annotations

import importlib
import json
import os
import sys
from typing import TYPE_CHECKING

import attrs

from danvan import __version__
from danvan.checks import Rule, Settings, check, rules, selected
from danvan.checks.fixes import mend
from danvan.checks.sarif import to_sarif
from danvan.cli import cascading, mended
from danvan.cli.blocks import Facts, Grid, Title
from danvan.cli.commands import Reading, show
from danvan.cli.diagnostics import as_github, as_json, as_text, tally
from danvan.cli.safe import escaped_json, one_line
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
    """Run one of the four commands; returns the exit code."""
    try:
        match options.command:
            case "check":
                return _check(options)
            case "cascade":
                return cascading.run(options)
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
    superiors: tuple[Plan, ...] = ()

    def findings(self, plan: Plan) -> tuple[Finding, ...]:
        return check(plan, self.superiors, self.register, rules=self.rules, settings=self.settings)

    @property
    def selected(self) -> tuple[Rule, ...]:
        return selected((*rules(), *self.rules), self.settings.select, self.settings.ignore)


def _check(options: argparse.Namespace) -> int:
    checking = _checking(options)
    above = Reading(options.against)
    checking = attrs.evolve(checking, superiors=tuple(above))
    if above.code == _FAILED:
        return _FAILED
    reading = Reading(options.files)
    results = []
    for plan in reading:
        try:
            source, found = _checked(plan, checking, options)
        except ReadError as error:
            reading.failed(str(error))
            source, found = plan.source, checking.findings(plan)
        except Exception as error:
            if os.environ.get("DANVAN_TRACEBACK"):
                raise
            told = f"{type(error).__name__}: {error}"
            reading.failed(f"{plan.source.name}: a fault of a rule ({told})")
            continue
        results.append((source, found))
        if not options.diff:
            _print(source, found, options)
    if not options.diff:
        _print_end(results, checking, options)
    if reading.code == _FAILED:
        return _FAILED
    least = _ORDER.index(checking.settings.fail_on)
    return int(any(_ORDER.index(f.severity) >= least for _, found in results for f in found))


def _checked(
    plan: Plan, checking: _Checking, options: argparse.Namespace
) -> tuple[Source, tuple[Finding, ...]]:
    """What is found in a document, after it was mended if that is asked for."""
    source, found = plan.source, checking.findings(plan)
    if not (options.fix or options.diff) or not any(finding.edits for finding in found):
        return source, found
    is_file = source.name in {file for file in options.files if file != "-"}
    if source.layout is not None or not (options.diff or is_file):
        raise ReadError(source.name or "-", "only files of plain text can be mended")
    text = mend(source.text, lambda text: checking.findings(parse(Source(text, name=source.name))))
    if options.diff:
        for line in mended.difference(source, text):
            print(line)
        return source, found
    mended.write(source, text)
    plan = parse(Source(text, name=source.name))
    return plan.source, checking.findings(plan)


def _print(source: Source, found: tuple[Finding, ...], options: argparse.Namespace) -> None:
    match options.format:
        case "text":
            lines = as_text(source, found, options.language)
        case "json":
            lines = as_json(source, found)
        case "github":
            lines = as_github(source, found, options.language)
        case _:
            return
    for line in lines:
        print(line)


def _print_end(
    results: list[tuple[Source, tuple[Finding, ...]]],
    checking: _Checking,
    options: argparse.Namespace,
) -> None:
    """What is said of all documents together."""
    if options.format == "sarif":
        log = to_sarif(results, checking.selected, __version__)
        print(escaped_json(json.dumps(log, ensure_ascii=False)))
    if options.format == "text":
        print(tally(results))


def _checking(options: argparse.Namespace) -> _Checking:
    settings = Settings.load(options.config) if options.config else Settings.found()
    if options.fail_on:
        settings = attrs.evolve(settings, fail_on=Severity(options.fail_on))
    if options.select:
        settings = attrs.evolve(settings, select=_codes(options.select))
    if options.ignore:
        settings = attrs.evolve(settings, ignore=(*settings.ignore, *_codes(options.ignore)))
    path = options.register or settings.register
    own = tuple(r for module in settings.rules for r in _rules_in(module, settings.folder))
    selected((*rules(), *own), settings.select, settings.ignore)
    return _Checking(
        settings=settings,
        rules=own,
        register=Register.load(path) if path else Register.default(),
    )


def _codes(text: str) -> tuple[str, ...]:
    return tuple(code.strip() for code in text.split(",") if code.strip())


def _rules_in(name: str, folder: str) -> Iterator[Rule]:
    """The rules that a module has, which the settings name."""
    sys.path.insert(0, folder)
    try:
        module = importlib.import_module(name)
    except Exception as error:
        if os.environ.get("DANVAN_TRACEBACK"):
            raise
        reason = f"this module of rules cannot be imported ({type(error).__name__}: {error})"
        raise ReadError(name, reason) from error
    finally:
        sys.path.remove(folder)
    yield from (value for value in vars(module).values() if isinstance(value, Rule))


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
    meant = (rule for told in options.rule for rule in selected(rules(), [told]))
    for rule in dict.fromkeys(meant):
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
            print(f"{told}:")
            for line in [*_indented(above, "above: "), *_indented(text, "")]:
                print(line)
            print()
    return 0


def _binds(rule: Rule) -> str:
    """Whom a rule binds, and when."""
    what = "plans" if rule.plans_only else "documents"
    whose = f" of the {' and the '.join(sorted(rule.systems))}" if rule.systems else ""
    since = f" since {rule.since}" if rule.since else ""
    until = f" until {rule.until}" if rule.until else ""
    return f"all {what}{whose}{since}{until}"


def _indented(text: str | None, mark: str) -> list[str]:
    return [f"    {mark}{line}".rstrip() for line in (text or "").strip().splitlines()]
