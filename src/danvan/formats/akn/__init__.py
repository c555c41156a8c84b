"""Akoma Ntoso 3.0 (OASIS LegalDocML): a plan as ``<doc name="keHoach">``, and back."""

from danvan.formats.akn.document import from_akn, to_akn

__all__ = ["from_akn", "to_akn"]
