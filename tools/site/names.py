"""Pages of names: directives that document what a room gives, and references to it."""

from __future__ import annotations

import inspect
import pkgutil
import re
from importlib import import_module
from typing import TYPE_CHECKING

from sphinx.addnodes import pending_xref
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode

import danvan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

# Rooms that others import from; the rest serve danvan itself.
_PRIVATE = {"cli", "markup", "pdfium"}
ROOMS = tuple(
    found.name for found in pkgutil.iter_modules(danvan.__path__) if found.name not in _PRIVATE
)


class Names(SphinxDirective):
    """The docstrings of names of one room: ``{names} danvan.dates``, one name or more a line.

    A line ``NAME: words`` is for what has no docstring, as constants.
    """

    has_content = True
    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Hand each name on to autodoc."""
        room = self.arguments[0]
        lines = [line for entry in self.content for line in _documented(room, entry)]
        text = "\n".join(["```{eval-rst}", f".. py:currentmodule:: {room}", "", *lines, "```"])
        return self.parse_text_to_nodes(text, offset=self.content_offset)


def _documented(room: str, entry: str) -> Iterator[str]:
    names, colon, words = entry.partition(":")
    if colon:
        yield from (f".. py:data:: {names}", f"   :module: {room}", "", f"   {words.strip()}", "")
        return
    module = import_module(room)
    for name in names.split():
        value = getattr(module, name)
        if inspect.isclass(value):
            yield from (f".. autoclass:: {room}.{name}", "   :members:")
            if issubclass(value, BaseException):
                yield "   :show-inheritance:"
            elif "__members__" in dir(value):
                yield "   :undoc-members:"
            if any(base.__module__ == "typing" for base in value.__mro__):  # a protocol
                yield "   :undoc-members:"
        else:
            yield f".. autofunction:: {room}.{name}"
        yield ""


class TopNames(SphinxDirective):
    """A table of all that ``import danvan`` gives, each name with its room."""

    def run(self) -> list[nodes.Node]:
        """The table."""
        lines = ["| name | what it is |", "| --- | --- |"]
        for name in danvan.__all__:
            value = getattr(danvan, name)
            if name.startswith("_"):
                lines.append(f"| `danvan.{name}` | The version of the package. |")
            elif inspect.ismodule(value):
                lines.append(f"| `danvan.{name}` | {_summary(value)} See [its page]({name}.md). |")
            else:
                lines.append(f"| {{py:obj}}`danvan.{name} <{home(name)}>` | {_summary(value)} |")
        return self.parse_text_to_nodes("\n".join(lines), offset=self.content_offset)


def home(name: str) -> str:
    """Where a name of ``danvan`` is documented: ``danvan.plan.Plan``."""
    value = getattr(danvan, name)
    for room in ROOMS:
        module = import_module(f"danvan.{room}")
        for own in getattr(module, "__all__", None) or _defined(module):
            if getattr(module, own) is value:
                return f"danvan.{room}.{own}"
    return f"danvan.{name}"


def _defined(module: ModuleType) -> list[str]:
    """What a module that has no ``__all__`` does not merely import."""
    return [
        name
        for name, value in vars(module).items()
        if getattr(value, "__module__", None) == module.__name__
    ]


def _summary(value: object) -> str:
    lines = (inspect.getdoc(value) or "").split("\n\n")[0].splitlines()
    return " ".join(lines).replace("|", "\\|")


class OwnNamesFirst(SphinxPostTransform):
    """A name that its own room gives is that one; one that several others give is none."""

    default_priority = 9  # before Sphinx resolves references

    def run(self, **_options: object) -> None:
        """Write such names out, and leave doubtful ones without a link."""
        known = self.env.domains.python_domain.objects
        for node in list(self.document.findall(pending_xref)):
            target = node.get("reftarget", "")
            if node.get("refdomain") != "py" or "." in target:
                continue
            own = f"{node.get('py:module')}.{target}"
            if own in known:
                node["reftarget"] = own
            elif sum(bool(re.fullmatch(rf"danvan\.\w+\.{target}", name)) for name in known) > 1:
                node.replace_self(node.children[-1].children or node.children)


def resolve(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: nodes.TextElement
) -> nodes.reference | None:
    """Find a name that is given shorter, or by the module in which it is defined."""
    target = node.get("reftarget", "")
    if node.get("refdomain") != "py" or not target:
        return None
    known = env.domains.python_domain.objects
    parts = target.removeprefix("danvan.").split(".")
    if target.startswith("danvan.") and len(parts) == 1 and parts[0] in danvan.__all__:
        found = [home(parts[0])]
    else:
        first = next((i for i, part in enumerate(parts) if part[:1].isupper()), len(parts) - 1)
        tail = "." + ".".join(parts[first:])
        found = [name for name in known if name.endswith(tail)]
        if len(found) > 1:
            found = [name for name in found if name.startswith(f"{node.get('py:module')}.")]
    if len(found) != 1 or found[0] not in known:
        return None
    entry = known[found[0]]
    return make_refnode(
        app.builder, node["refdoc"], entry.docname, entry.node_id, contnode, found[0]
    )
