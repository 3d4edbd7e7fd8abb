"""Tables that a department keeps: columns with types, read from and written to Excel and CSV. Pure."""
