"""The living style page: every component of the public look with sample words in four languages."""
