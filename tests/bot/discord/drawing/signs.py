"""What somebody could type to make Discord do something, by itself and inside of other signs."""

from tests.fakes.hostile import SLACK_INJECTIONS

SIGNS = [
    "<@123456789012345678>",
    "<@!123456789012345678>",
    "<@&123456789012345678>",
    "<#123456789012345678>",
    "<t:1793707200:R>",
    "<t:1793707200>",
    "</norms start:123456789012345678>",
    "<:blob:123456789012345678>",
    "<a:blob:123456789012345678>",
    "<id:customize>",
    "@everyone",
    "@here",
    "[bank](https://evil.example)",
    "[bank](<https://evil.example>)",
    "<https://evil.example>",
    "<mailto:evil@bank.example>",
    "https://evil.example/login_a_b",
    "steam://run/1",
    "discord.gg/abc",
    "**bold**",
    "*italic*",
    "_italic_",
    "__underlined__",
    "***both***",
    "~~struck~~",
    "||spoiler||",
    "`code`",
    "``co`de``",
    "```py\nblock```",
    ":warning:",
    ":+1::skin-tone-2:",
    "# header",
    "### header",
    "-# small",
    "> quote",
    ">>> quote",
    "- item",
    "* item",
    "1. item",
    "12) item",
    "\\*bold\\*",
    "\\",
    "C#",
]
"""What has an effect in Discord, if Discord reads it."""

_AROUND = ["{}", " {} ", "a{}b", "({})", "*{}*", "> {}", "\\{}", "\n{}\n", "{0}{0}", "<{}>"]

INJECTIONS = [
    *dict.fromkeys(
        [*SLACK_INJECTIONS, *(around.format(sign) for sign in SIGNS for around in _AROUND)]
    )
]

PORTIONS = [INJECTIONS[at::12] for at in range(12)]
"""All of them, in a few tests instead of one for each: that takes a third of the time."""
