"""Inline references in prose and YAML text: finding them, and printing them."""
