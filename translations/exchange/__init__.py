"""Files of translations: TMX for the memory, TSV for the glossary. Pure: no Django here."""
