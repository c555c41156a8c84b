"""Administrative units and agencies (đơn vị hành chính, cơ quan)."""

from danvan.units.agency import Agency, AgencyContext, AgencyKind, AgencyMention, System
from danvan.units.scan import find, scan
from danvan.units.unit import AdministrativeUnit, Level, UnitKind

__all__ = [
    "AdministrativeUnit",
    "Agency",
    "AgencyContext",
    "AgencyKind",
    "AgencyMention",
    "Level",
    "System",
    "UnitKind",
    "find",
    "scan",
]
