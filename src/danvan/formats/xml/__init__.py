"""XML: a plan as elements in the namespace ``urn:danvan:plan:1``, and back, with nothing lost."""

from danvan.formats.xml.document import from_xml, to_xml, xml_schema
from danvan.formats.xml.shape import NAMESPACE

__all__ = ["NAMESPACE", "from_xml", "to_xml", "xml_schema"]
