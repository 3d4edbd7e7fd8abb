"""The pictures that other sites show with a link to a page: drawn, one for each page and language.

How they come about and when they are drawn again: docs/cards.md.
"""
