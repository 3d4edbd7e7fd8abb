"""The search of the released portal: an index of plain JSON files that a reader's browser asks by itself.

Nothing here knows Django: the index is made of the baked pages alone, so it can hold
nothing that is not public. How it works: docs/search.md.
"""
