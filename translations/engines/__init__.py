"""Machine translation engines behind one Protocol. Pure: no Django here."""
