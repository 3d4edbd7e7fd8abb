"""The verbs of the desk. Views, commands, hooks and tasks only call these."""
