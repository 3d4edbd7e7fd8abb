"""The audit: what programs of others say of one page of every kind, in every language."""
