"""edXML: electronic documents between agencies, QCVN 102:2016/BTTTT (trao đổi văn bản điện tử)."""

from danvan.formats.edxml.message import EdxmlAttachment, EdxmlMessage, EdxmlParty
from danvan.formats.edxml.read import from_edxml
from danvan.formats.edxml.write import to_edxml

__all__ = ["EdxmlAttachment", "EdxmlMessage", "EdxmlParty", "from_edxml", "to_edxml"]
