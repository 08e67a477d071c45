"""Says to an administrator whether Concord can work in a channel."""

from bot.platforms.discord.permissions import NEEDED, missing
from bot.platforms.discord.ports import Interaction
from workflows.catalogue import words_for
from workflows.text import plain
from workflows.views import Bullets, Paragraph, Small, View


def check_view(interaction: Interaction) -> View:
    """Return what Concord may do where the command was typed, and what it lacks."""
    words = words_for(interaction.language or None)
    title = words.say("Can Concord work here?")
    lacking = missing(interaction.may)
    if lacking:
        line = words.say("Not yet. In this channel, Concord lacks these permissions:")
        how = words.say("Give them to Concord in the settings of the channel, then check again.")
    else:
        line = words.say("Yes. Concord has every permission it needs in this channel:")
        how = words.say("Nobody but you sees this answer.")
    items = tuple(
        words.rich("**{name}**: {reason}", name=words.say(one.name), reason=words.say(one.reason))
        for one in lacking or NEEDED
    )
    blocks = (Paragraph(plain(line)), Bullets(items), Small(plain(how)))
    return View(title, line, blocks, language=words.language)
