"""What names a body at one place of a text: a body, the holder of a post, or a class of bodies."""

from __future__ import annotations

from danvan.units.bodies import Name, body_at
from danvan.units.classes import ClassName, class_at
from danvan.units.heads import posts_at
from danvan.units.unit import Level

_THE = "các "


def name_at(text: str, position: int) -> Name | ClassName | None:
    """The name that begins at a position, as far as the words alone tell.

    >>> name = name_at("Thủ trưởng các cơ quan, đơn vị", 0)
    >>> name.end, name.posts
    (30, [(0, 10, 'Thủ trưởng')])
    """
    return (
        body_at(text, position)
        or _holder_at(text, position)
        or class_at(text, position)
        or _bodies_at(text, position)
    )


def _holder_at(text: str, position: int) -> Name | ClassName | None:
    """A post, and the body or the class of bodies whose head it is."""
    begin = position + len(_THE) if text[position : position + 4].lower() == _THE else position
    read = posts_at(text, begin)
    if read is None or not text.startswith(" ", read[1]):
        return None
    posts, end = read
    name = (
        body_at(text, end + 1, lenient=True, held=True)
        or class_at(text, end + 1, lenient=True)
        or _bodies_at(text, end + 1)
    )
    if name is None or (
        isinstance(name, ClassName) and name.is_localities and name.level is not Level.HAMLET
    ):
        return None
    name.start = position
    name.posts = posts
    name.edits[:0] = posts
    return name


def _bodies_at(text: str, position: int) -> Name | None:
    """A class of bodies that have the same head: "các Trung tâm Y tế"."""
    if text[position : position + len(_THE)].lower() != _THE:
        return None
    name = body_at(text, position + len(_THE))
    if name is not None:
        name.start = position
        name.many = True
    return name
