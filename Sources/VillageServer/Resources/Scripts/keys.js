// "/" to ask or teach from anywhere, Enter sends, Escape steps back; selects that act on change.

const writing = (target) => target.closest?.('input, textarea, select, [contenteditable="true"]');

document.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  const { target, key } = event;

  if (key === "/" && !writing(target) && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    const box = document.querySelector("#teach, #ask, #q");
    if (box) box.focus();
    else location.assign("/talk");
  } else if (key === "Enter" && target.matches?.("[data-ask] textarea") && !event.shiftKey) {
    event.preventDefault();
    target.form.requestSubmit();
  } else if (key === "Enter" && target.matches?.("textarea") && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    target.form.requestSubmit(target.form.querySelector("button.main") ?? undefined);
  } else if (key === "Escape") {
    const open = target.closest?.("details.menu[open], details.act[open]");
    if (open) {
      open.open = false;
      open.querySelector("summary").focus();
    } else if (writing(target)) {
      target.blur();
    }
  }
});

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  if (event.target.matches?.("[data-copy]")) event.target.select();
});

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-submit-on-change] select, [data-submit-on-change] input[type=date]")) event.target.form.requestSubmit();
});
