"""Rules as data files, and their reader."""

from coach.rules.catalog import read_catalog, read_own_catalog, read_word_sets
from coach.rules.places import rules_path
from coach.rules.revision import read_revision
from coach.rules.toml_source import read_toml

__all__ = ["read_catalog", "read_own_catalog", "read_revision", "read_toml", "read_word_sets", "rules_path"]
