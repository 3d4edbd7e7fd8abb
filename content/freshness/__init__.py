"""Figures past their day of review, or soon to be: listed for their owners, and sent to them."""
