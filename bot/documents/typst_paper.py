"""Pages as paper.typ takes them: JSON in which every text is data, and every picture an SVG."""

import json
import re
from typing import Any, Final, assert_never

from workflows.catalogue import words_for
from workflows.documents.runs import fit_for_files, is_written_leftwards, runs, spelled
from workflows.pictures.drawings import Drawing, draw
from workflows.pictures.palette import GRID, INK, MUTED, TINT
from workflows.pictures.svg import svg
from workflows.text import Text
from workflows.views import (
    Bullets,
    Divider,
    Facts,
    Grid,
    Heading,
    Pages,
    Paragraph,
    Picture,
    Quote,
    Small,
    Written,
)
from workflows.words import Words

HIGHEST_PICTURE: Final = 1.15
"""Height of a picture, as a part of the width of the text: more would not fit on a page."""

_LONG_WORD: Final = re.compile(r"(\S{30})(?=\S)")
_BREAK_HERE: Final = "\u200b"
"""Lets a line end inside of a word that is longer than any line."""

Shape = dict[str, Any]


def typst_paper(pages: Pages) -> str:
    """Return pages as a JSON text; the characters in it stand for themselves."""
    words = words_for(pages.language, pages.zone)
    made = pages.made_at
    shape = {
        "title": _line(pages.title),
        "language": pages.language,
        "foot": _line(pages.foot),
        "page": words.say("Page {page} of {pages}"),
        "made": {"year": made.year, "month": made.month, "day": made.day},
        "colours": {"ink": INK, "muted": MUTED, "rule": GRID, "tint": TINT},
        "blocks": [_block(block, words) for block in pages.blocks],
    }
    return json.dumps(shape, ensure_ascii=False)


def _block(block: Written | Grid, words: Words) -> Shape:
    return {"kind": block.kind, **_inside(block, words)}


def _inside(block: Written | Grid, words: Words) -> Shape:
    match block:
        case Heading(text):
            return {"text": _line(text)}
        case Paragraph(text) | Quote(text) | Small(text):
            return {"text": _text(text, words)}
        case Bullets(items):
            return {"items": [_text(item, words) for item in items]}
        case Facts(pairs):
            return {"pairs": [{"name": _line(k), "text": _text(v, words)} for k, v in pairs]}
        case Divider():
            return {}
        case Picture(drawing, alt):
            return _picture(drawing, alt)
        case Grid(header, rows):
            return {"header": list(map(_line, header)), "rows": [list(map(_line, r)) for r in rows]}
        case _:
            assert_never(block)


def _picture(drawing: Drawing, alt: str) -> Shape:
    scene = draw(drawing)
    width = min(1, HIGHEST_PICTURE * scene.width / scene.height)
    return {"svg": svg(scene), "alt": fit_for_files(alt), "width": width}


def _text(text: Text, words: Words) -> Shape:
    pieces = [
        {"text": _breakable(run.text), "look": run.look, "url": run.url}
        for run in runs(text, words)
    ]
    return {"runs": pieces, "leftwards": is_written_leftwards(spelled(text, words))}


def _line(text: str) -> str:
    return _breakable(fit_for_files(text))


def _breakable(text: str) -> str:
    return _LONG_WORD.sub(rf"\1{_BREAK_HERE}", text)
