"""W3C Web Annotation: what is named in a text, as marks beside the text.

Web Annotation Data Model, W3C Recommendation of 23 February 2017: sections 3 (annotations), 4.2
(selectors) and 5 (collections).
"""

from __future__ import annotations

import base64
import uuid
from typing import TYPE_CHECKING, Any

from danvan.formats.mentions import Label, Mention, mentions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from danvan.plan import Plan

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# So many characters before and behind tell a passage apart from others with the same words.
_AROUND = 32


def to_web_annotations(
    plan: Plan, *, source: str | None = None, labels: Iterable[Label | str] = Label
) -> dict[str, Any]:
    r"""What is named in the text of a plan as a W3C annotation collection (chú giải).

    Each annotation says in its body what it is (``classifying``: citation, deadline, date, agency)
    and which one (``identifying``: the IRI or number of the document, the last day, the date, the
    full name; ``describing``: what it is about). Its target is the source with two selectors: the
    position in code points, and the words with 32 characters on either side, which find the place
    in a text that has been changed since. The same plan gives the same.

    Args:
        plan: the plan.
        source: the IRI of the text; its SHA-256 as a ``ni:`` URI (RFC 6920) if left out.
        labels: what is asked for.

    Raises:
        ValueError: if there is no such label.

    >>> import danvan
    >>> plan = danvan.parse("I. NỘI DUNG\n\nPhòng Nội vụ báo cáo trước ngày 20/6/2024.")
    >>> (page,) = [to_web_annotations(plan, labels=["deadline"])["first"]]
    >>> position, quote = page["items"][0]["target"]["selector"]
    >>> position["start"], position["end"], quote["exact"]
    (34, 54, 'trước ngày 20/6/2024')
    """
    iri = source or _digest_uri(plan.source.sha256)
    text = plan.source.text
    items = [_annotation(mention, text, iri) for mention in mentions(plan, labels)]
    return {
        "@context": _CONTEXT,
        "id": _name(iri),
        "type": "AnnotationCollection",
        "label": plan.subject or plan.source.name or "Kế hoạch",
        "total": len(items),
        "first": {
            "id": _name(f"{iri} 1"),
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }


def _annotation(mention: Mention, text: str, iri: str) -> dict[str, Any]:
    start, end = mention.span.start, mention.span.end
    return {
        "id": _name(f"{iri} {mention.label} {start} {end} {mention.value}"),
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {"type": "TextualBody", "purpose": purpose, "value": value}
            for purpose, value in (
                ("classifying", str(mention.label)),
                ("identifying", mention.value),
                ("describing", mention.about),
            )
            if value
        ],
        "target": {
            "source": iri,
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": text[max(0, start - _AROUND) : start],
                    "suffix": text[end : end + _AROUND],
                },
            ],
        },
    }


def _digest_uri(sha256: str) -> str:
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def _name(of: str) -> str:
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, of)}"
