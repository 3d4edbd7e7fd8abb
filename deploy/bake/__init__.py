"""Turning public editions into files."""
