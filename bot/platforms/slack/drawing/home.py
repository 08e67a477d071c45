"""Draws a view as the home tab of Concord in Slack."""

from bot.platforms.slack.drawing.blocks import NO_PICTURES, Pictures
from bot.platforms.slack.drawing.fitting import in_a_view
from bot.platforms.slack.drawing.messages import face
from bot.platforms.slack.ports import Payload
from workflows.catalogue import words_for
from workflows.views import View


def home_tab(view: View, pictures: Pictures = NO_PICTURES) -> Payload:
    """Return a view as views.publish takes it.

    Raises ValueError for a view with a form, which nothing could send from there.
    """
    if view.form is not None:
        raise ValueError("a form opens when somebody asks for it; the home tab cannot send one")
    words = words_for(view.language)
    return {"type": "home", "blocks": in_a_view(face(view, words, pictures), (), words)}
