"""Typed text made fit for a picture: nothing hidden, and nothing the typeface cannot write."""

import unicodedata

from workflows.pictures.typeface import can_write

JOINERS = "\u200c\u200d"
"""Invisible characters that belong to spelling (Persian) and to emoji."""

HIDDEN = {"Cc", "Cf", "Cn", "Co", "Cs"}
"""Unicode categories without a shape: controls, formatting such as bidi overrides, surrogates."""


def without_hidden(text: str) -> str:
    """Return the text on one line, without characters that steer instead of show."""
    shown = "".join(character for character in " ".join(text.split()) if _shows(character))
    return " ".join(unicodedata.normalize("NFC", shown).split())


def legible(text: str) -> str:
    """Return what the typeface can write of the text; doing it twice changes nothing.

    Fancy letters become plain ones, letters of other scripts "?", pictographs vanish. Accents
    that do not belong to one letter with an own glyph are left out, so a character is a letter.
    A text of which nothing is left becomes "…", so that a label is never without words.
    """
    written = "".join(_written(character) for character in without_hidden(text))
    return " ".join(written.split()) or ("…" if text.strip() else "")


def _shows(character: str) -> bool:
    return character in JOINERS or unicodedata.category(character) not in HIDDEN


def _written(character: str) -> str:
    if can_write(character):
        return character
    plainer = [part for part in unicodedata.normalize("NFKD", character) if can_write(part)]
    return "".join(plainer) or _stand_in(character)


def _stand_in(character: str) -> str:
    match unicodedata.category(character):
        case "Pd":
            return "-"
        case "Lu" | "Ll" | "Lt" | "Lm" | "Lo" | "Nd" | "Nl":
            return "?"
        case _:
            return ""
