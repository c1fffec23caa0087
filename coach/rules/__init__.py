"""Rules as data, and the catalog that reads them."""

from coach.rules.catalog import read_catalog, rules_path

__all__ = ["read_catalog", "rules_path"]
