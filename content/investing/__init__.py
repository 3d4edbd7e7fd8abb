"""What stands on the investment pages today: states of laws, calls and incentives, totals, and links."""
