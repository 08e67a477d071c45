// Turns blocks into HTML: reads screens as JSON, writes the HTML of each block of their parts.

import { json } from "node:stream/consumers";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Message } from "slack-blocks-to-jsx";

const ZONE = "America/New_York";

function moment(language) {
  const form = { dateStyle: "full", timeStyle: "short", timeZone: ZONE };
  const format = new Intl.DateTimeFormat(language, form);
  return ({ timestamp }) => format.format(new Date(Number(timestamp) * 1000));
}

function withPicture(block, files) {
  if (block.type !== "image") return block;
  return { ...block, slack_file: { url: files[block.slack_file.id] } };
}

function draw(block, screen) {
  const shown = {
    blocks: [withPicture(block, screen.files)],
    hooks: { date: moment(screen.language) },
    theme: "light",
    withoutWrapper: true,
  };
  return renderToStaticMarkup(createElement(Message, shown));
}

const screens = await json(process.stdin);
const drawn = screens.map((screen) =>
  screen.parts.map((part) => part.map((block) => draw(block, screen))),
);
process.stdout.write(JSON.stringify(drawn));
