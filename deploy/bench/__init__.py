"""Measuring the bake beside other ways to render the same pages."""
