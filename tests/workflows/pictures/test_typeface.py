"""The tables of widths belong to the fonts, and the fonts hold what people here write."""

import pytest
from fontTools.ttLib import TTFont

from workflows.pictures.typeface import Advances, Weight, advances, can_write, font_folder


@pytest.mark.parametrize("weight", list(Weight))
def test_a_table_has_the_widths_of_its_font(weight: Weight) -> None:
    with (font_folder() / f"Inter-{weight.value}.ttf").open("rb") as file:
        font = TTFont(file)
        widths = {chr(code): font["hmtx"][name][0] for code, name in font.getBestCmap().items()}
        units = font["head"].unitsPerEm

    assert advances(weight) == Advances(units, widths)


def test_all_weights_can_write_the_same() -> None:
    alphabets = {frozenset(advances(weight).advances) for weight in Weight}

    assert len(alphabets) == 1


def test_the_typeface_can_write_english_and_spanish() -> None:
    assert [letter for letter in "azAZ09áéíóúüñÁÉÍÓÚÜÑ¿¡«»“”‘’–—…" if not can_write(letter)] == []


def test_the_fonts_come_with_their_licence() -> None:
    licence = (font_folder() / "OFL.txt").read_text(encoding="utf-8")

    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
