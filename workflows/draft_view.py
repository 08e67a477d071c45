"""What somebody reads who lays aside a conversation that is theirs alone: it is kept as a draft."""

from workflows import asks
from workflows.text import Bold
from workflows.views import Block, Button, Buttons, Paragraph, Style, View
from workflows.wording import Wording


def draft_view(wording: Wording) -> View:
    """Return the ways on from a draft: to go on writing, or to delete it."""
    words, id_ = wording.words, wording.conversation.id
    line = words.say("Your draft is kept, and only you can see it.")
    subject: tuple[Block, ...] = (
        (Paragraph((Bold(wording.subject()),)),) if wording.subject() else ()
    )
    write = Button(words.say("Go on writing"), asks.take_part(id_), Style.PRIMARY)
    delete = Button(
        words.say("Delete the draft"),
        asks.call_off(id_),
        Style.DANGER,
        words.say("Delete this draft? It cannot be brought back."),
    )
    say = Paragraph(words.rich("{line}", line=line))
    return View(wording.title(), line, (*subject, say, Buttons((write, delete))))
