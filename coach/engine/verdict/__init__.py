"""Turn candidates into flags: which ones, how heavy, and what to say."""
