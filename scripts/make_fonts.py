"""Make the bundled fonts and their tables of widths from the unpacked npm packages of Inter.

Needs fontTools and brotli. Only for whoever brings in a new release of the typeface:

    python scripts/make_fonts.py path/to/@fontsource/inter path/to/@fontsource-variable/inter
"""

import json
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

REPOSITORY = Path(__file__).resolve().parent.parent
PICTURES = REPOSITORY / "workflows" / "pictures" / "fonts"
WEB = REPOSITORY / "bot" / "platforms" / "web" / "static" / "fonts"

WEIGHTS = (400, 600, 700)
ALPHABETS = ("latin", "latin-ext", "vietnamese")
"""Names in a school community are written in all of these."""

CHARACTERS = (
    *range(0x0020, 0x007F),  # ASCII
    *range(0x00A0, 0x0180),  # western and central Europe
    *(0x01A0, 0x01A1, 0x01AF, 0x01B0, 0x01EA, 0x01EB),  # Vietnamese horns, Navajo ogonek
    *range(0x0218, 0x021C),  # Romanian
    *(0x02BB, 0x02BC),  # Hawaiian okina, modifier apostrophe
    *range(0x1EA0, 0x1EFA),  # Vietnamese
    *range(0x2010, 0x2045),  # dashes, quotation marks, ellipsis
    *(0x20AC, 0x2122, 0x2191, 0x2193, 0x2212),  # euro, trade mark, arrows, minus
)


def make_fonts(inter: Path, variable: Path) -> None:
    """Write the fonts of the pictures and of the web pages, each with its licence."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    WEB.mkdir(parents=True, exist_ok=True)
    for weight in WEIGHTS:
        _make_weight(inter / "files", weight)
    shutil.copyfile(inter / "LICENSE", PICTURES / "OFL.txt")
    shutil.copyfile(variable / "LICENSE", WEB / "OFL.txt")
    name = "inter-latin-wght-normal.woff2"
    shutil.copyfile(variable / "files" / name, WEB / name)


def _make_weight(files: Path, weight: int) -> None:
    paths = [files / f"inter-{name}-{weight}-normal.woff2" for name in ALPHABETS]
    sources = [TTFont(path, recalcTimestamp=False) for path in paths]
    font = _merged(sources)
    _date_as(font, sources[0])
    font.save(PICTURES / f"Inter-{weight}.ttf")
    table = {"units_per_em": font["head"].unitsPerEm, "advances": _advances(font)}
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    (PICTURES / f"Inter-{weight}.json").write_text(text + "\n", encoding="utf-8")


def _merged(sources: list[TTFont]) -> TTFont:
    """Join fonts, each with the characters that none before it has.

    Were a letter in two of them, the later would win, without the kerning of the earlier.
    """
    wanted = set(CHARACTERS)
    with TemporaryDirectory() as folder:
        parts = []
        for number, source in enumerate(sources):
            characters = wanted & source.getBestCmap().keys()
            wanted -= characters
            _reduce(source, characters)
            source.flavor = None
            parts.append(f"{folder}/{number}.ttf")
            source.save(parts[-1])
        return Merger().merge(parts)


def _date_as(font: TTFont, source: TTFont) -> None:
    """Take over the dates of the source, so that the same input gives the same bytes."""
    font.recalcTimestamp = False
    font["head"].created = source["head"].created
    font["head"].modified = source["head"].modified


def _reduce(font: TTFont, characters: set[int]) -> None:
    """Keep these characters, and of the layout features only kerning."""
    options = Options()
    options.hinting = False
    options.layout_features = ["kern"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def _advances(font: TTFont) -> dict[str, int]:
    widths = font["hmtx"]
    return {chr(code): widths[glyph][0] for code, glyph in font.getBestCmap().items()}


if __name__ == "__main__":
    make_fonts(Path(sys.argv[1]), Path(sys.argv[2]))
