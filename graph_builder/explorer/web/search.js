"use strict";
/* Search over names, aliases and quotations: "/" goes there, arrow keys choose, Enter opens, Escape leaves. */

const search = {
  box: document.getElementById("search"), list: document.getElementById("found"),
  clear: document.getElementById("clear"), results: [], chosen: -1,
};

const searchIndex = nodes.map((node) => ({
  index: node.index, label: fold(node.label), names: node.names.map(fold), content: fold(node.content),
}));
const quoteIndex = [];
{
  const owner = new Map();
  for (const node of nodes) {
    for (const index of node.evidence) if (evidence[index].role !== "mention" && (node.type === "commitment" || !owner.has(index))) owner.set(index, node.index);
  }
  for (const [index, node] of owner) quoteIndex.push({ node, index, text: fold(quoteOf(evidence[index])) });
}

function matchScore(entry, query, words) {
  if (entry.label === query) return 100;
  if (entry.label.startsWith(query)) return 80;
  if (entry.names.some((name) => name === query)) return 75;
  if (entry.names.some((name) => name.startsWith(query))) return 60;
  if (words.every((word) => ` ${entry.label}`.includes(` ${word}`))) return 55;
  if (words.every((word) => entry.label.includes(word))) return 40;
  if (entry.names.some((name) => words.every((word) => name.includes(word)))) return 35;
  return words.every((word) => entry.content.includes(word)) ? 30 : 0;
}

/** The best twelve finds: {node, detail}. */
function find(text) {
  const query = fold(text.trim());
  if (!query) return [];
  const words = query.split(/\s+/);
  const found = searchIndex.map((entry) => ({ node: entry.index, score: matchScore(entry, query, words), detail: "" }))
    .filter((each) => each.score)
    .sort((a, b) => b.score - a.score || nodes[b.node].rank - nodes[a.node].rank || a.node - b.node);
  const have = new Set(found.map((each) => each.node));
  for (const { node, index, text: quoted } of quoteIndex) {
    if (found.length >= 60) break;
    if (have.has(node) || !words.every((word) => quoted.includes(word))) continue;
    have.add(node);
    found.push({ node, score: 10, detail: snippet(quoteOf(evidence[index]), words[0]) });
  }
  return found.slice(0, 12);
}

function snippet(quote, word) {
  const at = Math.max(0, fold(quote).indexOf(word));
  const start = Math.max(0, at - 30);
  return `${start ? "…" : ""}${quote.slice(start, at + 60).replace(/\s+/g, " ")}…`;
}

function showFound() {
  search.results = find(search.box.value);
  search.chosen = search.results.length ? 0 : -1;
  search.clear.hidden = !search.box.value;
  search.list.replaceChildren(...search.results.map(({ node, detail }, place) => element("li", {
    role: "option", id: `found-${place}`, "data-node": node,
    // Pressing the mouse would take the focus, and with it the list, before the click arrives.
    onmousedown: (event) => { event.preventDefault(); openFound(place); },
  }, nodeIcon(nodes[node]), element("span", { class: "label" }, said(nodes[node].label),
    detail ? element("small", {}, said(detail)) : nodes[node].kind ? element("small", {}, said(nodes[node].kind)) : ""))));
  if (search.box.value.trim() && !search.results.length) {
    search.list.replaceChildren(element("li", { class: "nothing", role: "option", "aria-disabled": "true" }, "Nothing found"));
  }
  const open = Boolean(search.box.value.trim());
  search.list.hidden = !open;
  search.box.setAttribute("aria-expanded", String(open));
  markChosen();
}

function markChosen() {
  [...search.list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === search.chosen)));
  const item = search.list.children[search.chosen];
  if (item && search.results.length) {
    search.box.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  } else search.box.removeAttribute("aria-activedescendant");
}

function closeFound() {
  search.list.hidden = true;
  search.box.setAttribute("aria-expanded", "false");
  search.box.removeAttribute("aria-activedescendant");
}

function openFound(place) {
  const found = search.results[place];
  if (!found) return;
  search.box.value = nodes[found.node].label;
  search.clear.hidden = false;
  closeFound();
  reveal(found.node);
}

function startSearch() {
  search.box.addEventListener("input", showFound);
  search.box.addEventListener("focus", () => { if (search.box.value && search.results.length) showFound(); });
  search.box.addEventListener("blur", closeFound);
  search.box.addEventListener("keydown", (event) => {
    const count = search.results.length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (search.list.hidden) showFound();
      else if (count) search.chosen = (search.chosen + (event.key === "ArrowDown" ? 1 : count - 1)) % count;
      markChosen();
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (!search.list.hidden) openFound(search.chosen);
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      if (!search.list.hidden) closeFound();
      else clearSearch();
    }
  });
  search.clear.addEventListener("click", () => { clearSearch(); search.box.focus(); });
}

function clearSearch() {
  search.box.value = "";
  search.results = [];
  search.clear.hidden = true;
  closeFound();
  select(null);
}
