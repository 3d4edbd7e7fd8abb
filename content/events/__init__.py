"""Events and contests: on which days they are, what is wrong with them, and their calendar files."""
