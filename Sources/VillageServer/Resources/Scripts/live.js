// What others do arrives as "3 new lessons: show". Nothing moves under the reader's eyes until then.

const me = document.body.dataset.me;
const bar = document.querySelector("[data-news]");
const regions = () => [...document.querySelectorAll("[data-live][id]")];
const names = {
  lesson: ["new lesson", "new lessons"], revision: ["correction", "corrections"], retraction: ["lesson taken back", "lessons taken back"],
  review: ["review", "reviews"], comment: ["new comment", "new comments"], disagreement: ["new disagreement", "new disagreements"],
  settlement: ["settlement", "settlements"], hand: ["raised hand", "raised hands"],
  people: ["change among the people", "changes among the people"], release: ["change of releases", "changes of releases"], import: ["table brought in", "tables brought in"],
};
const counts = new Map();

/** Whether a list on this page would show the act. */
function concerns(act) {
  return regions().some(({ dataset }) =>
    dataset.live.split(" ").includes(act.kind) && (!dataset.liveAbout || act.about.includes(dataset.liveAbout)));
}

function announce() {
  const parts = [...counts].map(([kind, count]) => `${count} ${names[kind][count === 1 ? 0 : 1]}`);
  bar.querySelector("span").textContent = parts.join(", ");
  bar.hidden = parts.length === 0;
}

async function show() {
  const response = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!response.ok) return location.reload();
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const region of regions()) {
    const fresh = page.getElementById(region.id);
    if (fresh) region.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
  }
  counts.clear();
  announce();
}

function badge({ path, count, words }) {
  const place = document.querySelector(`[data-badge="${CSS.escape(path)}"]`);
  if (!place) return;
  const number = document.createElement("span");
  number.setAttribute("aria-hidden", "true");
  number.textContent = count;
  const spoken = document.createElement("span");
  spoken.className = "sr";
  spoken.textContent = `, ${words}`;
  place.replaceChildren(number, spoken);
  place.hidden = count === 0;
}

if (bar && document.body.dataset.sequence) {
  const stream = new EventSource(`/events?after=${encodeURIComponent(document.body.dataset.sequence)}`);
  stream.addEventListener("act", (event) => {
    const act = JSON.parse(event.data);
    if (act.by === me || !names[act.kind] || !concerns(act)) return;
    counts.set(act.kind, (counts.get(act.kind) ?? 0) + 1);
    announce();
  });
  stream.addEventListener("badge", (event) => badge(JSON.parse(event.data)));
  bar.querySelector("button").addEventListener("click", show);
  addEventListener("pagehide", () => stream.close());
}
