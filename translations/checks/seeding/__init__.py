"""Errors seeded into good translations, to measure how many of them the checks catch. Pure."""
