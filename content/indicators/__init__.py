"""What pages with figures show: values in words, rows of tables, charts, files, without a query."""
