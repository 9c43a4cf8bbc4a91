"""Drift between the two variants: the same structure section by section, and no change of one that nobody compared with the other."""
