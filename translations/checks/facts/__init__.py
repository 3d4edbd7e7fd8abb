"""Facts in a text: numbers, money, dates and the like, read by value in four languages."""
