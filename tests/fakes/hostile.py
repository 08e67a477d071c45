"""What somebody could type to make a page, or a message in a chat, do something."""

INJECTIONS = [
    "<script>alert(1)</script>",
    '"><svg onload=alert(1)>',
    "<img src=x onerror=alert(1)>",
    "</hx-partial><hx-partial hx-target=body>",
    "javascript:alert(1)",
    "]]>",
    "{{ 7 * 7 }}",
    "[bank](https://evil.example)",
    "@everyone <!channel>",
    "**bold** `code`",
    "&lt;b&gt;",
]

SIGNS = [
    "<!channel>",
    "<!here|here>",
    "<!everyone>",
    "<@U0123ABCD>",
    "<@U0123ABCD|ana>",
    "<#C0123ABCD>",
    "<!subteam^S0123ABCD>",
    "<!date^1392734382^{date}|x>",
    "<https://evil.example|bank>",
    "<mailto:evil@bank.example|us>",
    "&lt;!here&gt;",
    "&amp;lt;!here&amp;gt;",
    "@here",
    "@channel",
    "#general",
    "https://evil.example/login",
    "www.bank.example",
    "bank.example",
    "javascript://bank",
    "*bold*",
    "_italic_",
    "~struck~",
    "`code`",
    "```block```",
    ":warning:",
    ":+1::skin-tone-2:",
    "> quote",
    "- item",
]
"""What has an effect in Slack, if Slack reads it."""

_AROUND = [
    "{}",
    " {} ",
    "a{}b",
    "({})",
    "*{}*",
    "> {}",
    "`{}`",
    "\n{}\n",
    "{0}{0}",
    "<{}>",
    "\u200b{}\u200b",
]

SLACK_INJECTIONS = [*INJECTIONS, *(around.format(sign) for sign in SIGNS for around in _AROUND)]
"""What somebody could type to make Slack do something, by itself and inside of each other."""
