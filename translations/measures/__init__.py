"""How much people change of what engines say, and what their changes have in common. Pure."""
