"""Repairing an approved translation whose source changed in facts and names alone. Pure."""
