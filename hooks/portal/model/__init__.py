"""Shapes of all records: frozen, strict, unknown keys refused. Nothing here reads files or knows other records."""
