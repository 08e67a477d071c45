"""What can be wrong with an archive that somebody wants to read back."""

from enum import StrEnum


class Flaw(StrEnum):
    """A flaw as a sentence for the operator. None of them repeats what the archive holds."""

    NOT_AN_ARCHIVE = "This is not an archive that Concord has made."
    CUT_OFF = "This archive is cut off or damaged: its end is not where it should be."
    NEWER = "This archive was made by a newer Concord. Update this one first, then try again."
    TOO_LARGE = "This archive is larger than any that Concord makes."
    STRANGE_FILE = "This archive holds a file that does not belong in one."
    MISSING_FILE = "This archive lacks a file that its manifest names."
    CHANGED = "A file in this archive is not as it was when the archive was made."
    UNREADABLE = "A file in this archive is not written as Concord writes it."
    UNFIT_TEXT = "A text in this archive is too long, or has characters that cannot be kept."
    LOOSE_ENDS = (
        "The parts of this archive do not fit together: something they speak of is missing."
    )
    WRONG_SIGNATURE = (
        "A signature in this archive was given for something else than it stands under."
    )


class UnfitArchiveError(Exception):
    """An archive cannot be read back; the text of the error is the flaw."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.value)
        self.flaw = flaw
