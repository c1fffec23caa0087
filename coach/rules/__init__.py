"""Rules as data, and the catalog that reads them."""

from coach.rules.catalog import read_catalog, read_own_catalog, read_word_sets
from coach.rules.places import rules_path

__all__ = ["read_catalog", "read_own_catalog", "read_word_sets", "rules_path"]
