// Marks channels with something new in them. What was seen is remembered in this browser.

const stream = document.querySelector("#stream");
const { persona, channel: here, seq } = stream.dataset;
const key = `concord-seen-${persona}`;

export function markNews() {
  let seen = JSON.parse(localStorage.getItem(key) ?? "{}");
  // Numbers beyond the newest are from before the workspace was started over.
  if (Object.values(seen).some((number) => number > Number(seq))) seen = {};

  const mark = (link) => {
    const { channel, latest } = link.dataset;
    if (channel === here) {
      seen[channel] = Number(latest);
      localStorage.setItem(key, JSON.stringify(seen));
    }
    link.querySelector(".news").hidden = Number(latest) <= (seen[channel] ?? 0);
  };

  for (const link of document.querySelectorAll("[data-latest]")) mark(link);
  stream.addEventListener("news", (event) => {
    const { channel, latest } = JSON.parse(event.detail.data);
    const link = document.querySelector(`[data-latest][data-channel="${CSS.escape(channel)}"]`);
    if (!link) return;
    link.dataset.latest = latest;
    mark(link);
  });
}
