"""Words that a standard gives in every language, so that nobody translates them."""
