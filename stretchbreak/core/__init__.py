"""The rules: values and functions, with no Qt, clock, disk or randomness."""
