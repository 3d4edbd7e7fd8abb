"""Tables of a department on their way into pages: a report of every row first, then each row as a whole."""
