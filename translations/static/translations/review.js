/* The review page with a script: keys, heights, missing marks, suggestions, and drafts that survive the page. */
(() => {
  "use strict";

  const desk = document.querySelector("[data-desk]");
  if (!desk) return;

  const MARK = /<(?:\/[1-9]\d{0,3}|[1-9]\d{0,3}\/?)>/g;
  const segments = [...desk.querySelectorAll("[data-segment]")];
  let leaving = false;

  const area = (segment) => segment.querySelector("[data-target]");
  const isUnsaved = (segment) => {
    const text = area(segment);
    return Boolean(text) && (text.value !== text.defaultValue || "refused" in segment.dataset);
  };

  /* Drafts: what was typed is kept in this tab until the server has it. */

  const key = (segment) => `translations.draft.${segment.dataset.segment}`;
  const sameText = (one, other) =>
    one.normalize("NFC").replace(/\r\n?/g, "\n") === other.normalize("NFC").replace(/\r\n?/g, "\n");

  const store = {
    read(segment) {
      try {
        return JSON.parse(sessionStorage.getItem(key(segment)));
      } catch {
        return null;
      }
    },
    write(segment) {
      const draft = { version: segment.dataset.version, text: area(segment).value };
      try {
        sessionStorage.setItem(key(segment), JSON.stringify(draft));
      } catch {
        /* No room or no right to keep it: leaving the page still warns. */
      }
    },
    drop(segment) {
      try {
        sessionStorage.removeItem(key(segment));
      } catch {
        /* The same. */
      }
    },
  };

  const replaceText = (segment, value) => {
    const text = area(segment);
    text.value = value;
    text.dispatchEvent(new Event("input", { bubbles: true }));
    text.focus();
  };

  const offerDraft = (segment, draft) => {
    const template = segment.querySelector("template[data-draft]");
    const offer = template.content.firstElementChild.cloneNode(true);
    offer.querySelector("[data-draft-text]").textContent = draft.text;
    offer.querySelector("[data-use]").addEventListener("click", () => {
      offer.remove();
      replaceText(segment, draft.text);
    });
    offer.querySelector("[data-drop]").addEventListener("click", () => {
      offer.remove();
      store.drop(segment);
    });
    template.before(offer);
  };

  const restoreDraft = (segment) => {
    const draft = store.read(segment);
    if (!draft) return;
    const text = area(segment);
    if (sameText(draft.text, text.value)) {
      if (!("refused" in segment.dataset)) store.drop(segment);
    } else if (draft.version === segment.dataset.version && !("refused" in segment.dataset)) {
      text.value = draft.text;
    } else {
      offerDraft(segment, draft);
    }
  };

  /* Placeholders that the translation still lacks. */

  const counted = (marks) => {
    const counts = new Map();
    for (const mark of marks) counts.set(mark, (counts.get(mark) || 0) + 1);
    return counts;
  };

  const missingMarks = (text) => {
    const present = counted(text.value.match(MARK) || []);
    const wanted = counted(JSON.parse(text.dataset.placeholders));
    return [...wanted].filter(([mark, count]) => count > (present.get(mark) || 0)).map(([mark]) => mark);
  };

  const insert = (segment, before, after) => {
    const text = area(segment);
    const { selectionStart: start, selectionEnd: end, value } = text;
    text.setRangeText(before + value.slice(start, end) + after, start, end, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
    text.focus();
    text.setSelectionRange(start + before.length, end + before.length);
  };

  const showMissing = (segment) => {
    const box = segment.querySelector("[data-missing]");
    const missing = new Set(missingMarks(area(segment)));
    box.querySelectorAll("button").forEach((button) => button.remove());
    box.hidden = missing.size === 0;
    for (const mark of missing) {
      const closing = mark.replace("<", "</");
      const isPair = !mark.startsWith("</") && missing.has(closing);
      if (isPair) missing.delete(closing);
      const button = document.createElement("button");
      button.type = "button";
      button.className = "desk-chip";
      button.textContent = isPair ? `${mark}…${closing}` : mark;
      button.addEventListener("click", () => insert(segment, mark, isPair ? closing : ""));
      box.append(button);
    }
  };

  /* What the translation memory suggests: asked for when a waiting segment is worked on. */

  const suggest = async (segment) => {
    const box = segment.querySelector("[data-suggestions]");
    if (!box || "asked" in box.dataset || box.querySelector("[data-suggestion]")) return;
    box.dataset.asked = "";
    try {
      // A login that ended answers with a way to the next one, which is no suggestion.
      const answer = await fetch(box.dataset.suggestions, { redirect: "manual" });
      if (!answer.ok) throw new Error(answer.statusText);
      box.innerHTML = await answer.text();
    } catch {
      // The link is still there, and works without this script.
      delete box.dataset.asked;
    }
  };

  const take = (segment, number) => {
    const suggestion = segment.querySelectorAll("[data-suggestion]")[number - 1];
    if (suggestion) replaceText(segment, suggestion.querySelector("[data-suggestion-text]").textContent);
  };

  /* Every change of a text area. */

  const fit = (text) => {
    text.style.height = "auto";
    text.style.height = `${text.scrollHeight + 2}px`;
  };

  const refresh = (segment) => {
    fit(area(segment));
    showMissing(segment);
    segment.querySelector("[data-unsaved-mark]").hidden = !isUnsaved(segment);
    const button = segment.querySelector("[data-approve][data-label]");
    if (button) button.textContent = isUnsaved(segment) ? button.dataset.label : button.dataset.labelUnchanged;
  };

  for (const segment of segments.filter(area)) {
    area(segment).rows = 1;
    restoreDraft(segment);
    refresh(segment);
    area(segment).addEventListener("input", () => {
      if (isUnsaved(segment)) store.write(segment);
      else store.drop(segment);
      refresh(segment);
    });
    segment.querySelector("[data-machine]")?.addEventListener("click", (event) => {
      event.preventDefault();
      replaceText(segment, segment.querySelector("[data-machine-text]").textContent);
    });
    segment.addEventListener("focusin", () => {
      if ("pending" in segment.dataset) suggest(segment);
    });
    segment.querySelector("[data-suggestions]").addEventListener("click", (event) => {
      const wanted = event.target.closest("[data-use-suggestion]");
      if (!wanted && !event.target.closest("a")) return;
      event.preventDefault();
      if (wanted) {
        take(segment, [...segment.querySelectorAll("[data-use-suggestion]")].indexOf(wanted) + 1);
      } else {
        suggest(segment);
      }
    });
    segment.querySelector("[data-form]").addEventListener("submit", () => {
      // The answer may never come: until it does, the text is kept here.
      if (isUnsaved(segment)) store.write(segment);
      leaving = true;
    });
  }

  const approveAll = desk.querySelector("[data-approve-all]");
  approveAll?.addEventListener("submit", (event) => {
    const unsaved = segments.find(isUnsaved);
    if (!unsaved) {
      leaving = true;
      return;
    }
    event.preventDefault();
    document.dispatchEvent(
      new CustomEvent("w-messages:add", {
        detail: { clear: true, text: approveAll.dataset.unsaved, type: "error" },
      }),
    );
    area(unsaved).focus();
  });

  window.addEventListener("beforeunload", (event) => {
    if (!leaving && segments.some(isUnsaved)) event.preventDefault();
  });

  /* Keys. */

  const go = (segment) => {
    if (!segment) return;
    (area(segment) || segment).focus({ preventScroll: true });
    segment.scrollIntoView({ block: "nearest" });
  };

  const around = (segment, step) => segments[segments.indexOf(segment) + step];

  const nextPending = (segment) => {
    const at = segments.indexOf(segment);
    const others = [...segments.slice(at + 1), ...segments.slice(0, at)];
    return others.find((other) => "pending" in other.dataset);
  };

  const approve = (segment) => {
    if (!("pending" in segment.dataset) && !isUnsaved(segment)) {
      go(nextPending(segment));
      return;
    }
    const form = segment.querySelector("[data-form]");
    const advance = document.createElement("input");
    advance.type = "hidden";
    advance.name = "advance";
    advance.value = "1";
    form.append(advance);
    form.requestSubmit(form.querySelector("[data-approve]"));
  };

  desk.addEventListener("keydown", (event) => {
    const segment = event.target.closest("[data-segment]");
    if (!segment || event.isComposing) return;
    const digit = /^(?:Digit|Numpad)([1-5])$/.exec(event.code);
    const isArrow = event.key === "ArrowDown" || event.key === "ArrowUp";
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches("[data-target]")) {
      event.preventDefault();
      approve(segment);
    } else if (isArrow && event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      go(around(segment, event.key === "ArrowDown" ? 1 : -1));
    } else if (digit && event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      take(segment, Number(digit[1]));
    }
  });

  const keys = desk.querySelector("[data-keys]");
  if (keys) keys.hidden = false;

  const arrived = segments.find((segment) => `#${segment.id}` === window.location.hash);
  const refused = segments.find((segment) => "refused" in segment.dataset);
  // Browsers follow the address's #unit last, and take the focus away once more when they do.
  window.addEventListener("load", () => setTimeout(() => go(refused || arrived)));
})();
