"""Measuring the translation memory at the size it has after years."""
