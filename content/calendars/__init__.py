"""Days as the Vietnamese lunar calendar counts them, and files that put a day into a reader's calendar."""
