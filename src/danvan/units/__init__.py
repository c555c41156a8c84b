"""Administrative units and agencies (đơn vị hành chính, cơ quan)."""

from danvan.units.agency import Agency, AgencyContext, AgencyKind, AgencyMention, System
from danvan.units.gazetteer import all_units, get
from danvan.units.letterhead import read_letterhead, read_letterhead_name
from danvan.units.lifetimes import Lifetime
from danvan.units.resolve import Doubt, Resolution, Resolver
from danvan.units.scan import find_agencies, read_bodies, scan
from danvan.units.search import find
from danvan.units.unit import AdministrativeUnit, Level, UnitKind

__all__ = [
    "AdministrativeUnit",
    "Agency",
    "AgencyContext",
    "AgencyKind",
    "AgencyMention",
    "Doubt",
    "Level",
    "Lifetime",
    "Resolution",
    "Resolver",
    "System",
    "UnitKind",
    "all_units",
    "find",
    "find_agencies",
    "get",
    "read_bodies",
    "read_letterhead",
    "read_letterhead_name",
    "scan",
]
