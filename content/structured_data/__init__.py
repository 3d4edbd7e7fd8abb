"""What a page says to machines that know schema.org: JSON-LD, one builder for each kind of page.

How to add a kind: docs/found.md.
"""
