// The conversation goes on in place: the question stands at once, its answer follows.
import { busy, complain, renewKey, send } from "./fragment.js";

const log = document.querySelector("[data-log]");

if (log) {
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("[data-ask], [data-ask-with]")) return;
    event.preventDefault();
    const box = document.querySelector("#ask");
    const text = event.submitter?.name === "text" ? event.submitter.value : box.value.trim();
    if (!text) return box.focus();

    const waiting = stand(text);
    log.append(waiting);
    bring(waiting);
    const answer = await busy(form, send(form, event.submitter, { extra: sharedFields() }));
    waiting.remove();
    if (answer.ok) {
      log.append(...answer.nodes);
      if (answer.nodes.length) bring(answer.nodes.at(-1));
      if (form.matches("[data-ask]")) form.reset();
      document.querySelector("[data-when-empty]")?.remove();
      for (const problem of form.querySelectorAll(":scope > .trouble")) problem.remove();
    } else {
      complain(form, answer.nodes);
    }
    renewKey(form);
    box.focus({ preventScroll: true });
  });
}

/** The point of view and the date of the ask box hold for suggested questions too. */
function sharedFields() {
  const field = (name) => document.querySelector(`[data-ask] input[name="${name}"]`)?.value;
  return { view: field("view"), asOf: field("asOf"), key: field("key") };
}

function stand(text) {
  const article = document.createElement("article");
  article.className = "turn is-coming";
  const asked = document.createElement("div");
  asked.className = "asked";
  const disc = document.querySelector(".me .disc")?.cloneNode(true);
  const question = document.createElement("p");
  question.className = "question";
  question.textContent = text;
  if (disc) asked.append(disc);
  asked.append(question);
  article.append(asked);
  return article;
}

function bring(node) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  node.scrollIntoView({ block: "nearest", behavior: calm ? "instant" : "smooth" });
}
