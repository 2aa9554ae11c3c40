// Reasons by keyboard: right opens, left closes or goes to what it supports, up and down walk what is visible.

document.addEventListener("keydown", (event) => {
  const summary = event.target.closest?.("[data-reasons] summary");
  if (!summary) return;
  const details = summary.parentElement;
  const step = {
    ArrowRight: () => (details.open ? details.querySelector(":scope > .reasons summary")?.focus() : (details.open = true)),
    ArrowLeft: () => (details.open ? (details.open = false) : details.parentElement.closest("details")?.querySelector("summary").focus()),
    ArrowDown: () => walk(summary, 1),
    ArrowUp: () => walk(summary, -1),
  }[event.key];
  if (!step) return;
  event.preventDefault();
  step();
});

function walk(from, by) {
  const all = [...from.closest("[data-reasons]").querySelectorAll("summary")].filter((summary) => summary.checkVisibility());
  all[all.indexOf(from) + by]?.focus();
}
