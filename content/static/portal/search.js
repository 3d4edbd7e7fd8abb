/* Asks the index that is published beside the pages. Tokens are those of deploy/search/folding.py. */

const SYLLABIC = "々〆㐀-䶿一-鿿가-힣\u{20000}-\u{3ffff}";
const UNSPACED = `ぁ-ゖゝ-ゟァ-ヺー-ヿ${SYLLABIC}`;
const RUN = new RegExp(`[${UNSPACED}]+`, "gu");
const SPACED_RUN = new RegExp(` ?([${UNSPACED}]+) ?`, "gu");
const SINGLE = new RegExp(`^[${SYLLABIC}]$`, "u");
const LETTER = new RegExp(`^(?![${UNSPACED}])[\\p{L}\\p{N}]`, "u");
const MARKS = /[\u0300-\u036f]+/g;
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

const SKIPPED = "nav, script, style, template, noscript, svg, form, [hidden]";
const INLINE =
  /^(a|abbr|b|bd[io]|cite|code|data|del|dfn|em|i|ins|kbd|mark|q|rb|ruby|s|samp|small|span|strong|su[bp]|time|u|var|wbr)$/;
const ADDRESS = /^(https?:\/\/|www\.)\S*$/;
const [MOST_TOKENS, AT_A_TIME, EXCERPT, BEFORE, TOO_SHORT] = [24, 10, 220, 60, 30];
const WORTH = { same: 1, marked: 0.5, longer: 0.3, pair: 2 };

const plain = (text) => text.normalize("NFKC").toLowerCase();
const fold = (word) => word.normalize("NFD").replace(MARKS, "").normalize("NFC").replaceAll("đ", "d");
const tidy = (text) => text.normalize("NFC").replace(/\s+/g, " ").trim();

/** Punctuation becomes one space, or nothing beside a script that sets no spaces. */
const joined = (text) => text.replace(/[^\p{L}\p{N}]+/gu, " ").replace(SPACED_RUN, "$1").trim();

/** The tokens to look up, and the words to mark. A page should hold every token that is needed. */
function read(query, index, language) {
  const text = plain(query);
  const tokens = [];
  const needles = [];
  for (const [run] of text.matchAll(RUN)) {
    const pairs = [...run].slice(1).map((next, at) => [...run][at] + next);
    tokens.push(...(SINGLE.test(run) ? [run] : pairs).map((token) => ({ token, needed: true })));
    needles.push({ exact: run, folded: run, spellings: [run, ...pairs], anywhere: true });
  }
  const words = text.replace(RUN, " ").match(/[\p{L}\p{N}]+/gu) ?? [];
  for (const word of words) {
    const folded = fold(word);
    const start = index.pairs ? null : beginning(folded, index.prefix, language);
    tokens.push({ token: word, needed: true, start });
    needles.push({ exact: word, folded, start, spellings: start ? [folded, start] : [folded] });
  }
  const last = index.pairs ? words.length : 0;
  for (let at = 1; at < last; at += 1) tokens.push({ token: `${words[at - 1]} ${words[at]}`, needed: false });
  return { needles, tokens: tokens.slice(0, MOST_TOKENS), phrase: joined(text) };
}

/** How longer words may begin to be found too. An English plural also finds the singular. */
function beginning(folded, least, language) {
  const single = folded.replace(/([^s])s$/, "$1").replace(/(.{5})ie$/, "$1");
  return [language === "en" ? single : folded, folded].find((start) => start.length >= least) ?? null;
}

const loaded = new Map();

function load(address, how) {
  if (loaded.has(address)) return loaded.get(address);
  const answer = fetch(address, how).then((file) => (file.ok ? file.json() : Promise.reject(file.status)));
  answer.catch(() => loaded.delete(address));
  loaded.set(address, answer);
  return answer;
}

function crc32(text) {
  let sum = -1;
  for (const byte of new TextEncoder().encode(text)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/** Calls back with (page, points) for each posting: see deploy/search/postings.py. */
function decode(postings, each) {
  let [page, number, place] = [-1, 0, 1];
  for (const character of postings) {
    const digit = DIGITS.indexOf(character);
    number += (digit % 32) * place;
    place *= 32;
    if (digit >= 32) continue;
    page += Math.floor(number / 8);
    each(page, number % 8);
    [number, place] = [0, 1];
  }
}

/** The pages one token stands in, each with its points: more where few pages spell it so. */
async function pagesWith({ token, start, needed }, index, root) {
  const folded = fold(token);
  const key = folded.includes(" ") ? folded : [...folded].slice(0, index.prefix).join("");
  const words = await load(`${root}words/${crc32(key) % index.shards}.json`);
  const groups = { same: new Map(), marked: new Map(), longer: new Map() };
  for (const [word, forms] of Object.entries(words)) {
    const longer = start && word !== folded && word.startsWith(start) && !word.includes(" ");
    if (word !== folded && !longer) continue;
    for (const [form, postings] of Object.entries(typeof forms === "string" ? { [word]: forms } : forms)) {
      const group = groups[longer ? "longer" : token === folded || form === token ? "same" : "marked"];
      decode(postings, (page, points) => group.set(page, Math.max(group.get(page) ?? 0, points)));
    }
  }
  const pages = new Map();
  for (const [name, group] of Object.entries(groups)) {
    const rarity = Math.log(1 + index.pages / Math.max(1, group.size)) ** 2;
    const worth = rarity * WORTH[name] * (needed ? 1 : WORTH.pair);
    for (const [page, points] of group) pages.set(page, Math.max(pages.get(page) ?? 0, Math.sqrt(points) * worth));
  }
  return pages;
}

/** The numbers of the pages that hold as many of the needed tokens as any page does, best first. */
async function ranking(tokens, index, root) {
  const ranked = new Map();
  const found = await Promise.all(tokens.map((token) => pagesWith(token, index, root)));
  found.forEach((pages, at) => {
    for (const [page, points] of pages) {
      const { held, total } = ranked.get(page) ?? { held: 0, total: 0 };
      ranked.set(page, { page, held: held + (tokens[at].needed ? 1 : 0), total: total + points });
    }
  });
  const most = [...ranked.values()].reduce((highest, { held }) => Math.max(highest, held), 1);
  const best = [...ranked.values()].filter(({ held }) => held === most);
  return best.sort((a, b) => b.total - a.total || b.page - a.page).map((one) => one.page);
}

/** The pages under each value of each facet: `{ facet: { value: Set } }`. */
async function facetsOf(root) {
  const written = await load(`${root}facets.json`, { cache: "no-cache" });
  const sets = ([value, postings]) => {
    const pages = new Set();
    decode(postings, (page) => pages.add(page));
    return [value, pages];
  };
  return Object.entries(written).map(([facet, values]) => [facet, Object.entries(values).map(sets)]);
}

/** Those of some pages that stand under every chosen value, but for one facet. */
const narrowed = (numbers, facets, chosen, except) =>
  numbers.filter((number) =>
    facets.every(([facet, values]) => {
      if (facet === except || !chosen.has(facet)) return true;
      return values.some(([value, pages]) => value === chosen.get(facet) && pages.has(number));
    }),
  );

/** Shows the values that the found pages stand under, each with how many, as links that choose or leave it. */
function showFilters(nav, numbers, facets, chosen) {
  const shown = Object.keys(nav.dataset).map((facet) => {
    const values = facets.find(([name]) => name === facet)?.[1] ?? [];
    const among = narrowed(numbers, facets, chosen, facet);
    const counted = values.map(([value, pages]) => [value, among.filter((number) => pages.has(number)).length]);
    const there = counted.filter(([value, count]) => count && chosen.get(facet) !== value);
    const mine = counted.find(([value]) => value === chosen.get(facet)) ?? [chosen.get(facet), 0];
    if (chosen.has(facet)) there.push(mine);
    if (there.length < 2 && !chosen.has(facet)) return null;
    const order = (a, b) => (facet === "year" ? b[0] - a[0] : b[1] - a[1] || a[0].localeCompare(b[0]));
    return filter(nav.dataset[facet], there.sort(order).map(([value, count]) => choice(facet, value, count, chosen)));
  });
  nav.replaceChildren(...shown.filter(Boolean));
  nav.hidden = !nav.childElementCount;
}

function filter(heading, choices) {
  const box = document.createElement("div");
  box.className = "filter";
  const title = box.appendChild(document.createElement("p"));
  title.className = "filter-title";
  title.textContent = heading;
  const list = box.appendChild(document.createElement("ul"));
  for (const link of choices) list.appendChild(document.createElement("li")).append(link);
  return box;
}

function choice(facet, value, count, chosen) {
  const address = new URLSearchParams(location.search);
  const isChosen = chosen.get(facet) === value;
  if (isChosen) address.delete(facet);
  else address.set(facet, value);
  const link = document.createElement("a");
  link.href = `?${address}`;
  link.dataset.choice = `${facet} ${value}`;
  if (isChosen) link.setAttribute("aria-current", "true");
  const number = document.createElement("span");
  number.className = "filter-count";
  number.textContent = count.toLocaleString(document.documentElement.lang);
  link.append(`${value} `, number);
  return link;
}

/** The text below a node, as deploy/search/extraction.py reads it. */
function text(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return node.nodeType === Node.TEXT_NODE ? node.data.replace(/\s+/g, " ") : "";
  const below = [...node.childNodes].map(text).join("");
  return INLINE.test(node.localName) ? below : `\n${below}\n`;
}

/** Fetches a page and returns its title and its lines, or null where it is gone. */
async function open(number, index, root) {
  const file = await load(`${root}pages/${Math.floor(number / index.pagesAFile)}.json`);
  const address = file[number % index.pagesAFile];
  const response = address && (await fetch(address));
  if (!response?.ok) return null;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const main = page.querySelector("main#content");
  if (!main) return null;
  for (const skipped of main.querySelectorAll(SKIPPED)) skipped.remove();
  const title = main.querySelector("h1") ?? page.querySelector("title");
  title.remove();
  const lines = text(main).split("\n").map(tidy).filter((line) => line && !ADDRESS.test(line));
  return { address, title: tidy(title.textContent), lines };
}

/** Where the words stand in a line, as [start, end, needle]; spelled as they were typed, if any are. */
function hits(line, needles) {
  const from = [];
  let folded = "";
  for (const match of line.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const part = fold(plain(match[0]));
    folded += part;
    from.push(...Array(part.length).fill(match.index));
  }
  from.push(line.length);
  return needles.flatMap((needle) => {
    const spans = needle.spellings.map((word) => places(word, needle)).find((some) => some.length) ?? [];
    const same = spans.filter(([start, end]) => plain(line.slice(start, end)) === needle.exact);
    return needle.exact !== needle.folded && same.length ? same : spans;
  });

  function places(word, needle) {
    const spans = [];
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      let end = at + word.length;
      while (needle.start && LETTER.test(folded.slice(end))) end += 1;
      const whole = !LETTER.test(folded.slice(Math.max(0, at - 1), at)) && !LETTER.test(folded.slice(end));
      if (needle.anywhere || whole) spans.push([from[at], from[end], needle]);
    }
    return spans;
  }
}

/** How near a text comes to the words as they were typed: side by side, and with the same marks. */
function nearness(text, phrase) {
  const own = joined(plain(text));
  if (own.includes(phrase)) return 2;
  return fold(own).includes(fold(phrase)) ? 1 : 0;
}

/** The line that tells most, and from where to where it is shown. */
function excerpt(lines, { needles, phrase }) {
  let best = { line: lines[0] ?? "", spans: [], worth: 0 };
  for (const line of lines) {
    const spans = hits(line, needles);
    const held = new Set(spans.map(([, , needle]) => needle)).size;
    const worth = held && (held + nearness(line, phrase)) / (line.length < TOO_SHORT ? 2 : 1);
    if (worth > best.worth) best = { line, spans, worth };
  }
  const { line, spans } = best;
  const first = Math.min(line.length, ...spans.map(([from]) => from));
  const start = spans.length ? Math.max(0, Math.min(first - BEFORE, line.length - EXCERPT)) : 0;
  return { line, spans, start: cut(line, start, 1), end: cut(line, Math.min(line.length, start + EXCERPT), -1) };
}

/** The nearest place in a direction where a line may be cut: at a space, else between two characters. */
function cut(line, at, step) {
  if (at === 0 || at === line.length) return at;
  const space = [...Array(20).keys()].map((away) => at + step * away).find((near) => line[near] === " ");
  if (space !== undefined) return step > 0 ? space + 1 : space;
  return /[\udc00-\udfff]/.test(line[at]) ? at + step : at;
}

function marked(element, { line, spans, start, end }) {
  let at = start;
  if (start > 0) element.append("… ");
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (from < at || to > end) continue;
    const mark = document.createElement("mark");
    mark.textContent = line.slice(from, to);
    element.append(line.slice(at, from), mark);
    at = to;
  }
  element.append(line.slice(at, end));
  if (end < line.length) element.append(" …");
}

/** The entry of a page in the list; null where the page no longer says what the index says of it. */
function shown({ address, title, lines }, asked) {
  const [named, told] = [hits(title, asked.needles), excerpt(lines, asked)];
  if (!named.length && !told.spans.length) return null;
  const item = document.createElement("li");
  const link = item.appendChild(document.createElement("h2")).appendChild(document.createElement("a"));
  link.href = address;
  marked(link, { line: title, spans: named, start: 0, end: title.length });
  marked(item.appendChild(document.createElement("p")), told);
  return item;
}

/** The entries of some pages of a ranking, those nearest to what was typed first. */
async function entries(numbers, asked, index, root) {
  const opened = await Promise.all(numbers.map((number) => open(number, index, root)));
  const near = ({ title, lines }) => nearness([title, ...lines].join("\n"), asked.phrase);
  const pages = opened.filter(Boolean).sort((a, b) => near(b) - near(a));
  return pages.map((page) => shown(page, asked)).filter(Boolean);
}

/** Runs the page: *box* holds the form, the status, the results and the button, and the sentences as data. */
function start(box) {
  const [form, status, results] = ["form", "[role=status]", ".search-results"].map((part) => box.querySelector(part));
  const list = results.appendChild(document.createElement("ol"));
  const more = box.querySelector("[data-more]");
  const nav = box.querySelector("nav.filters");
  const { index: root, ...say } = box.dataset;
  const language = document.documentElement.lang;
  const title = document.title;
  let [turn, proceed] = [0, null];

  async function search(words, chosen) {
    const mine = (turn += 1);
    list.replaceChildren();
    more.hidden = true;
    nav.hidden = !words;
    status.textContent = words && say.searching;
    document.title = words ? `${words} – ${title}` : title;
    if (!words) return;
    try {
      const index = await load(`${root}index.json`, { cache: "no-cache" });
      const asked = read(words, index, language);
      const [all, facets] = await Promise.all([ranking(asked.tokens, index, root), facetsOf(root)]);
      if (mine !== turn) return;
      const numbers = narrowed(all, facets, chosen);
      showFilters(nav, all, facets, chosen);
      let done = 0;
      proceed = async () => {
        const items = await entries(numbers.slice(done, done + AT_A_TIME), asked, index, root);
        if (mine !== turn) return null;
        done += AT_A_TIME;
        list.append(...items);
        more.hidden = done >= numbers.length;
        return items;
      };
      const items = await proceed();
      if (!items) return;
      const sentence = items.length ? (numbers.length === 1 ? say.one : say.many) : say.none;
      const count = numbers.length.toLocaleString(language);
      status.textContent = sentence.replace("{count}", count).replace("{words}", () => words);
    } catch {
      if (mine === turn) status.textContent = say.failed;
    }
  }

  function follow() {
    const asked = new URL(location.href).searchParams;
    form.elements.q.value = asked.get("q") ?? "";
    const facets = Object.keys(nav.dataset).filter((facet) => asked.get(facet));
    return search(form.elements.q.value.trim(), new Map(facets.map((facet) => [facet, asked.get(facet)])));
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.pushState(null, "", `?${new URLSearchParams(new FormData(form))}`);
    follow();
  });
  nav.addEventListener("click", async (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, "", link.href);
    await follow();
    // The list was made anew; the keyboard stays where it was.
    [...nav.querySelectorAll("a")].find((one) => one.dataset.choice === link.dataset.choice)?.focus();
  });
  more.addEventListener("click", async () => {
    const items = await proceed().catch(() => (status.textContent = say.failed) && null);
    items?.[0]?.querySelector("a").focus();
  });
  addEventListener("popstate", follow);
  follow();
}

document.querySelectorAll("[data-index]").forEach(start);
export { crc32, decode, fold, read };
