"""What stands on a page and is no document: scripts, forms, navigation (phần thừa của trang)."""

from __future__ import annotations

import re

from lxml import etree

_NEVER = frozenset(
    {
        "applet",
        "aside",
        "audio",
        "base",
        "button",
        "canvas",
        "datalist",
        "dialog",
        "embed",
        "footer",
        "frameset",
        "head",
        "iframe",
        "input",
        "link",
        "map",
        "math",
        "meta",
        "nav",
        "noframes",
        "noscript",
        "object",
        "option",
        "progress",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "video",
    }
)
_ROLES = frozenset({"banner", "complementary", "contentinfo", "dialog", "menu", "navigation"})
_ROLES |= {"search", "toolbar"}
# Words in class and id with which pages call what is around a document.
_CALLED = frozenset(
    {
        "breadcrumb",
        "breadcrumbs",
        "comments",
        "cookie",
        "dropdown",
        "footer",
        "login",
        "menu",
        "navbar",
        "navigation",
        "pagination",
        "popup",
        "related",
        "share",
        "sharing",
        "sidebar",
        "social",
        "sitemap",
    }
)
_WORDS = re.compile(r"[a-z]+")
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
_LINKS, _SHARE_OF_LINKS, _LONGEST_LINK = 4, 0.9, 60
_LISTS = frozenset({"ul", "ol", "div", "td", "p", "center"})


class Clutter:
    """Knows which elements of a page are no part of the document; ``root`` is that of the page."""

    def __init__(self, root: etree._Element) -> None:
        self._menus = _lists_of_links(root)

    def __contains__(self, element: etree._Element) -> bool:
        """Whether an element, and all in it, is no part of the document."""
        tag = element.tag
        if tag in _NEVER or tag in {"body", "html"}:
            return tag in _NEVER
        return element in self._menus or _is_said_to_be(element.attrib)


def _is_said_to_be(attributes: etree._Attrib) -> bool:
    """Whether the attributes of an element say that it is hidden, or around a document."""
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    if attributes.get("role") in _ROLES or _HIDDEN.search(attributes.get("style", "")):
        return True
    called = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower()
    return not _CALLED.isdisjoint(_WORDS.findall(called))


def _lists_of_links(root: etree._Element) -> set[etree._Element]:
    """The elements that hold hardly more than short links: menus, and documents like this one.

    One pass from the last element to the first adds up what each holds.
    """
    held: dict[etree._Element, tuple[int, int, int]] = {}
    menus = set()
    for element in reversed(list(root.iter(etree.Element))):
        links, linked, said = held.pop(element, (0, 0, 0))
        said += len((element.text or "").strip())
        if element.tag == "a" and element.get("href", "#")[:1] != "#":
            links, linked = links + 1, linked + said
        elif (
            element.tag in _LISTS
            and links >= _LINKS
            and linked <= _LONGEST_LINK * links
            and linked >= _SHARE_OF_LINKS * said
        ):
            menus.add(element)
        parent = element.getparent()
        if parent is not None:
            more = held.get(parent, (0, 0, 0))
            said += len((element.tail or "").strip())
            held[parent] = (more[0] + links, more[1] + linked, more[2] + said)
    return menus
