// Teaching in place: what will be understood while one types, then what was understood, with Undo.
import { busy, complain, renewKey, send } from "./fragment.js";

const box = document.querySelector("[data-teach]");
const preview = document.querySelector("[data-preview]");
const results = document.querySelector("[data-results]");

if (box && preview) {
  const text = box.elements.namedItem("text");
  let pause;
  let running;

  box.querySelector("[data-preview-button]")?.remove();
  text.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(read, 250);
  });

  async function read() {
    running?.abort();
    if (!text.value.trim()) return preview.replaceChildren();
    running = new AbortController();
    try {
      const answer = await send(box, undefined, { action: "/teach/preview", signal: running.signal });
      if (answer.ok) preview.replaceChildren(...answer.nodes);
    } catch {
      // A newer text is being read.
    }
  }

  box.addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(pause);
    running?.abort();
    const answer = await busy(box, send(box, event.submitter));
    if (!answer.ok) return complain(box, answer.nodes);
    complain(box, []);
    results.prepend(...answer.nodes);
    preview.replaceChildren();
    text.value = "";
    renewKey(box);
    (answer.nodes.find((node) => node.querySelector?.("[data-readings]"))?.querySelector("input:checked") ?? text).focus();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.closest?.("[data-results]")) text.focus();
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-edit]");
    if (!link) return;
    event.preventDefault();
    text.value = new URL(link.href).searchParams.get("text") ?? "";
    text.focus();
    text.dispatchEvent(new Event("input"));
  });
}

// Wherever one may teach: under an answer that was missing or wrong, beside a raised hand, in a reading to be confirmed.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("[data-teach-here], [data-undo]")) return;
  event.preventDefault();
  const answer = await busy(form, send(form, event.submitter));
  if (!answer.ok) return complain(form, answer.nodes);
  if (form.matches("[data-undo]")) form.closest(".result, .line")?.classList.add("is-withdrawn");
  const place = form.matches("[data-undo]") ? form : (form.closest("[data-result]") ?? form);
  place.replaceWith(...answer.nodes);
  const next = answer.nodes.map((node) => node.querySelector?.("input:checked, a, button")).find(Boolean);
  next?.focus({ preventScroll: true });
});
