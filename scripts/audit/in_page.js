// What the audit asks inside a page; put there before anything of the page itself runs.

window.audit = {
  shift: 0,

  openAll() {
    for (const one of document.querySelectorAll("details")) one.open = true;
  },

  async scrollThrough() {
    for (let top = 0; top < document.documentElement.scrollHeight; top += 600) {
      window.scrollTo(0, top);
      await new Promise((go) => setTimeout(go, 30));
    }
  },

  // What makes a page wider than its window, by name: a box that scrolls by itself does not.
  tooWide() {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const beyond = (one) => one.getBoundingClientRect().right > room + 1;
    const named = (one) => [one.tagName.toLowerCase(), ...one.classList].join(".");
    const found = [...document.body.querySelectorAll("*")].filter(beyond).slice(0, 3).map(named);
    return found.length ? found : ["something"];
  },

  async violations() {
    const rules = { "target-size": { enabled: true } };
    const { violations } = await axe.run(document, { resultTypes: ["violations"], rules });
    const places = (one) => one.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(", ");
    return violations.map((one) => `${one.id} at ${places(one)}`);
  },
};

new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.audit.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
