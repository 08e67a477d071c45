"""Starts a command: `python -m bot --help` lists them."""

from bot.commandline.program import program

if __name__ == "__main__":
    program()
