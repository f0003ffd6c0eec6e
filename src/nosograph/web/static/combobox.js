// Makes a search box offer results while one types: the combobox with a list that pops up of the WAI-ARIA Authoring
// Practices (list autocomplete with manual selection). Without this script the box is a plain form.
"use strict";

for (const form of document.querySelectorAll("form.search-box")) makeCombobox(form);

function makeCombobox(form) {
  const input = form.querySelector("input[type=search]");
  const list = document.createElement("ul");
  const told = document.createElement("p");
  let options = [];
  let active = -1;
  let waiting = 0;
  let asking = null;

  list.id = `${input.id}-list`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Results");
  list.hidden = true;
  told.className = "unseen";
  told.setAttribute("role", "status");
  input.parentElement.append(list, told);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 60);
  });
  input.addEventListener("keydown", onKey);
  input.addEventListener("blur", () => setTimeout(close, 150));
  form.addEventListener("submit", (event) => {
    if (active >= 0) {
      event.preventDefault();
      location.href = options[active].dataset.href;
    }
  });

  async function ask() {
    if (asking) asking.abort();
    if (input.value.trim().length < 2) return close();
    asking = new AbortController();
    const address = `${form.dataset.typing}?${new URLSearchParams({ q: input.value })}`;
    try {
      const answer = await fetch(address, { signal: asking.signal, headers: { Accept: "application/json" } });
      if (answer.ok) show((await answer.json()).results);
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  }

  function show(results) {
    active = -1;
    input.removeAttribute("aria-activedescendant");
    options = results.map(asOption);
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    input.setAttribute("aria-expanded", String(options.length > 0));
    told.textContent = options.length === 1 ? "1 result" : `${options.length || "No"} results`;
  }

  function asOption(result, number) {
    const option = document.createElement("li");
    option.id = `${list.id}-${number}`;
    option.dataset.href = result.href;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.append(part("code", result.code), part("title", result.everyday || result.title));
    const beside = [result.everyday ? result.title : "", result.why].filter(Boolean).join(" · ");
    if (beside) option.append(part("why", beside));
    option.addEventListener("mousedown", (event) => event.preventDefault());
    option.addEventListener("click", () => { location.href = result.href; });
    return option;
  }

  function part(name, text) {
    const span = document.createElement("span");
    span.className = name;
    span.textContent = `${text} `;
    return span;
  }

  function onKey(event) {
    const open = !list.hidden;
    if (event.key === "Escape" && open) {
      event.preventDefault();
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) ask();
      else choose(event.key === "ArrowDown" ? active + 1 : active - 1);
    }
  }

  // One place beyond either end is the field itself.
  function choose(number) {
    if (active >= 0) options[active].setAttribute("aria-selected", "false");
    active = number < -1 ? options.length - 1 : number >= options.length ? -1 : number;
    if (active < 0) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    options[active].setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", options[active].id);
    options[active].scrollIntoView({ block: "nearest" });
  }

  function close() {
    active = -1;
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }
}
