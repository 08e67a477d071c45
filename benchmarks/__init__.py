"""What the README claims about speed and size, measured; `python -m benchmarks` prints it."""
