// A form sent as the page would send it, asking for the changed piece of the page only.

/** The nodes of a piece of HTML from our own server. */
export function nodes(html) {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  return [...body.children].map((node) => document.importNode(node, true));
}

/** Sends `form`; answers `{ ok, nodes }`. A failure has nodes too: what happened, and what was kept. */
export async function send(form, submitter, options = {}) {
  const body = new URLSearchParams(new FormData(form, submitter));
  for (const [name, value] of Object.entries(options.extra ?? {})) if (value !== undefined && !body.has(name)) body.set(name, value);
  const action = options.action ?? submitter?.getAttribute("formaction") ?? form.getAttribute("action");
  try {
    const response = await fetch(action, {
      method: "POST", body, signal: options.signal, headers: { Accept: "text/html", "X-Fragment": "1" },
    });
    if (response.redirected) {
      location.assign(response.url);
      return { ok: true, nodes: [] };
    }
    return { ok: response.ok, nodes: nodes(await response.text()) };
  } catch (error) {
    if (error.name === "AbortError") throw error;
    return { ok: false, nodes: [trouble("I could not reach the village.", "What you wrote is still here; try again in a moment.")] };
  }
}

/** A piece of the page at `address`, as it is now. */
export async function get(address) {
  const response = await fetch(address, { headers: { Accept: "text/html", "X-Fragment": "1" } });
  if (!response.ok) throw new Error(response.statusText);
  return nodes(await response.text());
}

/** A new key after each use: the same key twice is the same act, never two. */
export function renewKey(form) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const key = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  for (const field of form.querySelectorAll('input[name="key"]')) field.value = key;
}

/**
 * Rests the form's buttons until `work` is done, so that a second press does nothing. `work` is begun already:
 * a resting button would be missing from what is sent.
 */
export async function busy(form, work) {
  const buttons = [...form.querySelectorAll("button")].filter((button) => !button.disabled);
  for (const button of buttons) button.disabled = true;
  try {
    return await work;
  } finally {
    for (const button of buttons) button.disabled = false;
  }
}

/** Shows what went wrong under a form, in the place of what went wrong before. */
export function complain(form, problems) {
  for (const old of form.querySelectorAll(":scope > .trouble")) old.remove();
  form.append(...problems);
}

function trouble(title, rest) {
  const box = document.createElement("div");
  box.className = "trouble";
  box.setAttribute("role", "alert");
  const strong = document.createElement("strong");
  strong.textContent = title;
  box.append(strong, ` ${rest}`);
  return box;
}
