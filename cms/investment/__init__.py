"""The department's own listings: pages of a kind as its paper files have them, one line each."""
