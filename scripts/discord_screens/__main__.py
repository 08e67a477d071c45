"""Make the pictures of docs/discord-screens.md: ten screens of Discord, from the payloads it gets.

Plays the conversations in a Discord of its own, and takes pictures of its page:

    pip install "simcord[preview]"
    python -m scripts.discord_screens
"""

import asyncio

from scripts.discord_screens.camera import camera
from scripts.discord_screens.scenes import ten_screens


async def make_pictures() -> None:
    """Play the conversations, and take a picture of each screen on the way."""
    async with camera() as taking:
        await ten_screens(taking)


if __name__ == "__main__":
    asyncio.run(make_pictures())
