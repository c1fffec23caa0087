"""Find the subject of a phrase by grammar: a pronoun, a name, "the girl who sits behind me"."""
