"""Plans as Arrow tables, for databases, data frames and spreadsheets (bảng)."""

from danvan.formats.arrow.assemble import Tables, table_schemas, tables

__all__ = ["Tables", "table_schemas", "tables"]
