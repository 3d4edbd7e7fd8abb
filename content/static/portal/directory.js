/* A directory in place: facets combine on the whole list, and the address holds the state, such as
   ?sector=textiles&status=operating. Without this program every facet leads to a page of its own. */

const place = document.querySelector("[data-directory]");
const links = [...place.querySelectorAll("a[data-facet]")];
const everything = place.querySelector(".filter-all a");
const heading = document.getElementById("records");
const marked = [...document.querySelectorAll("[data-facets]")];
const records = marked.filter((one) => one.matches(".record"));
const fixed = place.dataset.chosen;

const parts = (key) => [key.slice(0, key.indexOf("-")), key.slice(key.indexOf("-") + 1)];
const query = () => new URLSearchParams(location.search);
const under = (record, keys) => {
  const held = record.dataset.facets.split(" ");
  return keys.every((key) => held.includes(key));
};

/* What is not among the links is ignored, whatever the address says. */
function chosen() {
  if (fixed) return [fixed];
  const asked = query();
  return links.map((link) => link.dataset.facet).filter((key) => asked.get(parts(key)[0]) === parts(key)[1]);
}

function address(path, keys) {
  const wanted = new URLSearchParams(keys.map(parts));
  const parks = query().get("parks"); // those chosen for a comparison stay chosen
  if (parks) wanted.set("parks", parks);
  const said = wanted.toString().replaceAll("%2C", ",");
  return said ? `${path}?${said}` : path;
}

function show() {
  const keys = chosen();
  const path = fixed ? place.dataset.directory : location.pathname;
  for (const link of links) {
    const key = link.dataset.facet;
    const others = keys.filter((one) => parts(one)[0] !== parts(key)[0]);
    const isChosen = keys.includes(key);
    link.href = address(path, isChosen ? others : [...others, key]);
    if (fixed) continue;
    if (isChosen) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
    link.querySelector(".filter-count").textContent = records.filter((one) => under(one, [...others, key])).length;
  }
  everything.href = address(path, []);
  if (fixed) return;
  if (keys.length) everything.removeAttribute("aria-current");
  else everything.setAttribute("aria-current", "true");
  for (const one of marked) one.toggleAttribute("hidden", !under(one, keys));
  const count = records.filter((one) => !one.hidden).length;
  const words = (count === 1 ? heading.dataset.one : heading.dataset.many).replace("%(number)s", count);
  if (heading.textContent.trim() !== words) heading.textContent = words;
}

function follow(event) {
  const link = event.target.closest("a[data-facet], .filter-all a");
  if (!link || fixed || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  show();
}

place.querySelector(".filters").addEventListener("click", follow);
addEventListener("popstate", show);
show();
