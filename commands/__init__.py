"""The use cases: one function for each thing a person can ask for, the same on every platform."""
