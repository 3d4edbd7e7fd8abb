"""The shipped demonstration: twelve sample articles, their sections, agencies and memory."""
