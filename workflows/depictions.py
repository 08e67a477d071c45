"""The named pictures a phase can show of what it reveals, drawn from counts alone."""

from collections.abc import Callable, Mapping

from workflows import continuum
from workflows.conversations import Conversation
from workflows.course import open_phase
from workflows.definitions import Field, Workflow
from workflows.identifiers import FieldId
from workflows.options import options_of, parties_of
from workflows.people import Party
from workflows.pictures.continuum import ContinuumPicture, ContinuumWords
from workflows.pictures.drawings import Drawing, alt_text
from workflows.pictures.tally import TallyPicture, TallyRow
from workflows.reveals import DRAWN, counts, revealed
from workflows.views import Block, Picture
from workflows.wording import Wording
from workflows.words import Words

Depiction = Callable[[Wording], Drawing | None]


def depict(wording: Wording, name: str | None) -> tuple[Picture, ...]:
    """Return the picture a phase shows, with its alt text; none where there is nothing to show."""
    drawing = PICTURES[name](wording) if name else None
    return (framed(drawing),) if drawing else ()


def shown(wording: Wording, fields: tuple[FieldId, ...], *, under: str = "") -> tuple[Block, ...]:
    """Return what the open phase reveals of these fields: its picture of them, then the rest."""
    name = open_phase(wording.workflow, wording.conversation).picture
    is_drawn = any(field in DRAWN[name] for field in fields) if name else False
    return (*(depict(wording, name) if is_drawn else ()), *revealed(wording, fields, under=under))


def framed(drawing: Drawing) -> Picture:
    """Return a drawing as a block, with the words that say the same."""
    return Picture(drawing, alt_text(drawing))


def continuum_picture(
    title: str,
    expected: Mapping[str, int],
    wished: Mapping[str, int],
    parties: tuple[Party, ...],
    words: Words,
    *,
    agreed: str = "",
) -> ContinuumPicture:
    """Return the dot plot of two sets of marks on the continuum of these parties."""
    levels = continuum.levels(parties)
    return ContinuumPicture(
        title=title,
        labels=tuple(continuum.label(level, parties, words) for level in levels),
        expected=tuple(expected.get(level, 0) for level in levels),
        wished=tuple(wished.get(level, 0) for level in levels),
        words=_continuum_words(continuum.spread(expected), words),
        agreed=levels.index(agreed) + 1 if agreed in levels else None,
        numbered=len(levels) == len(continuum.SEVEN),
    )


def retro_picture(
    title: str, lessons: Mapping[str, int], actions: Mapping[str, int], words: Words
) -> TallyPicture:
    """Return what a retro left behind, as bars.

    Lessons are counted by their kind (content, process), action items by their state (open,
    done, dropped).
    """
    rows = (
        (words.say("Lessons on the content"), lessons.get("content", 0)),
        (words.say("Lessons on the process"), lessons.get("process", 0)),
        (words.say("Open action items"), actions.get("open", 0)),
        (words.say("Action items done"), actions.get("done", 0)),
        (words.say("Action items no longer needed"), actions.get("dropped", 0)),
    )
    return TallyPicture(
        title=title, rows=tuple(TallyRow(label=label, counts=(count,)) for label, count in rows)
    )


def _continuum_words(apart: int, words: Words) -> ContinuumWords:
    return ContinuumWords(
        expected=words.say("Expected"),
        wished=words.say("Wished for"),
        agreed=words.say("Agreed"),
        apart=words.plural("{count} step apart", "{count} steps apart", apart)
        if apart
        else words.say("All expect the same step"),
        marks_at=words.say("{count} at step {step} ({label})"),
        agreed_at=words.say("Agreed: step {step} ({label})"),
    )


def _continuum(wording: Wording) -> Drawing:
    conversation, room = wording.conversation, wording.room
    return continuum_picture(
        wording.subject() or wording.title(),
        _marks(wording.workflow, conversation, "expected"),
        _marks(wording.workflow, conversation, "wished"),
        parties_of(conversation, room),
        wording.words,
        agreed=str(conversation.sheet.get(FieldId("level"), "")),
    )


def _marks(workflow: Workflow, conversation: Conversation, field: str) -> Mapping[str, int]:
    return counts(conversation, workflow.find_field(FieldId(field)))


def _support(wording: Wording) -> Drawing | None:
    """Draw the round that was held: fist-to-five or gradients, whichever has answers."""
    fields = (wording.workflow.find_field(FieldId(name)) for name in ("fist", "gradient"))
    held = (field for field in fields if any(counts(wording.conversation, field).values()))
    return next((_tally(wording, field) for field in held), None)


def _tally(wording: Wording, field: Field) -> Drawing:
    totals = counts(wording.conversation, field)
    choices = options_of(wording.workflow, field, wording.conversation, wording.room)
    return TallyPicture(
        title=wording.label(field),
        rows=tuple(
            TallyRow(label=option.label, counts=(totals.get(option.value, 0),))
            for option in choices
        ),
    )


PICTURES: Mapping[str, Depiction] = {"continuum": _continuum, "support": _support}
