"""What somebody could type to make a page do something."""

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
