// The progress of a long import, asked for until it is done. Leaving the page does not stop it.
import { get } from "./fragment.js";

const region = document.querySelector("[data-progress]");

async function follow() {
  try {
    const now = await get(region.dataset.progress);
    region.replaceChildren(...now);
    if (region.querySelector('[data-finished="true"]')) return location.assign(region.dataset.progress);
  } catch {
    // The village may be restarting: ask again.
  }
  setTimeout(follow, 700);
}

if (region) setTimeout(follow, 700);
