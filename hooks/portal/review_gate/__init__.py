"""The review gate: readings that may be wrong wait for an author, and one decision serves all like places.

`texts` (what is printed, with its line) → `runs` (readings on the heteronym list) and `comparison` (readings a second engine, for
development only, gives otherwise) → `decisions` (what authors confirmed or corrected) and `agreed` (what was compared) → `gate`.
"""
