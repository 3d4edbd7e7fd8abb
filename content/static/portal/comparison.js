/* Choosing parks for a comparison, four at most, kept in the address (?parks=a,b): on the directory,
   and on the page that compares them. Without this program that page shows all of them. */

const MOST = 4;
const boxes = [...document.querySelectorAll(".compare-choice input, .compare-parks input")];
const place = document.querySelector("[data-full]");
const link = document.querySelector(".compare-bar a");
const cells = [...document.querySelectorAll("[data-park]")];
const codes = () => boxes.filter((box) => box.checked).map((box) => box.value);

function show(isFull) {
  const chosen = codes();
  for (const cell of cells) cell.hidden = chosen.length > 0 && !chosen.includes(cell.dataset.park);
  if (link) {
    link.href = `${link.pathname}?parks=${chosen.join(",")}`;
    place.hidden = !chosen.length;
  }
  place.querySelector("[role=status]").textContent = isFull ? place.dataset.full : "";
}

function read() {
  const asked = (new URLSearchParams(location.search).get("parks") ?? "").split(",");
  const known = boxes.filter((box) => asked.includes(box.value));
  for (const box of boxes) box.checked = known.slice(0, MOST).includes(box);
  show(known.length > MOST);
}

function choose(event) {
  const isOneTooMany = codes().length > MOST;
  if (isOneTooMany) event.target.checked = false;
  const wanted = new URLSearchParams(location.search);
  if (codes().length) wanted.set("parks", codes().join(","));
  else wanted.delete("parks");
  const said = wanted.toString().replaceAll("%2C", ",");
  history.replaceState(null, "", said ? `?${said}` : location.pathname);
  // The links of the directory carry the choice along.
  dispatchEvent(new PopStateEvent("popstate"));
  show(isOneTooMany);
}

if (place) {
  for (const box of boxes) {
    box.closest("[hidden]")?.removeAttribute("hidden");
    box.addEventListener("change", choose);
  }
  addEventListener("popstate", read);
  read();
}
