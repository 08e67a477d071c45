"""Pictures become PNGs that look the same each time, without holding up the program."""

import asyncio
import struct
from collections.abc import Iterator

import pytest

from bot.rasteriser import Rasteriser

WIDTH = 60


def drawing(word: str = "Together") -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 30" width="60" height="30">'
        f'<text x="2" y="20" font-family="Inter" font-size="12">{word}</text></svg>'
    )


@pytest.fixture
def rasteriser() -> Iterator[Rasteriser]:
    with Rasteriser(kept=1) as one:
        yield one


async def test_a_picture_is_a_png_of_twice_the_size(rasteriser: Rasteriser) -> None:
    png = await rasteriser.png(drawing(), WIDTH)

    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", png[16:24]) == (120, 60)


async def test_a_picture_is_the_same_from_every_thread() -> None:
    with Rasteriser(kept=0) as forgetful:
        pictures = [forgetful.png(drawing(), WIDTH) for _ in range(12)]

        assert len(set(await asyncio.gather(*pictures))) == 1


async def test_words_are_drawn_without_fonts_of_the_machine(rasteriser: Rasteriser) -> None:
    blank = await rasteriser.png(drawing(" "), WIDTH)

    assert await rasteriser.png(drawing("Together"), WIDTH) != blank


async def test_a_picture_asked_for_again_is_remembered(rasteriser: Rasteriser) -> None:
    first = await rasteriser.png(drawing(), WIDTH)

    assert await rasteriser.png(drawing(), WIDTH) is first


async def test_an_old_picture_is_forgotten_for_a_new_one(rasteriser: Rasteriser) -> None:
    first = await rasteriser.png(drawing(), WIDTH)
    await rasteriser.png(drawing("Alone"), WIDTH)

    again = await rasteriser.png(drawing(), WIDTH)

    assert again == first
    assert again is not first


async def test_a_width_of_its_own_makes_another_picture(rasteriser: Rasteriser) -> None:
    narrow = await rasteriser.png(drawing(), WIDTH)

    assert await rasteriser.png(drawing(), WIDTH * 2) != narrow


async def test_nothing_is_drawn_after_closing(rasteriser: Rasteriser) -> None:
    rasteriser.close()
    rasteriser.close()

    with pytest.raises(RuntimeError, match="shutdown"):
        await rasteriser.png(drawing(), WIDTH)
