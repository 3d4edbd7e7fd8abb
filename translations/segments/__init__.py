"""Segments: the pieces of text a translator works on. Pure: no Django here."""
