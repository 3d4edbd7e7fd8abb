"""What can be wrong with a translation, told without any CMS."""
