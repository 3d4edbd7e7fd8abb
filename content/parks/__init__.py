"""Industrial parks, clusters and economic zones: what is computed from their values, and how it is said."""
