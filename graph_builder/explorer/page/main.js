"use strict";
/* Puts the parts together: selection, views, theme, keys, and the address, so that a view can be sent to a colleague. */

/** Select a node or a link, or nothing. */
function select(kind, index) {
  revealed.clear();
  state.selected = kind ? { kind, index } : null;
  changed(kind ? "selection" : "filters");
  writeAddress(true);
}

/** Select a node wherever it is, bringing it out even if a filter hides it. */
function reveal(index) {
  revealed.clear();
  if (!visible.nodes[index]) revealed.add(index);
  state.selected = { kind: "node", index };
  changed("filters");
  if (state.view !== "table") ensureInSight(index);
  writeAddress(true);
}

function setView(view) {
  const untouched = isDefault();
  state.view = view;
  if (untouched) setDefaults(view);
  changed("view");
  if (view !== "table") fit();
  writeAddress(true);
}

function setTheme(dark) {
  state.dark = dark;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  document.getElementById("theme").setAttribute("aria-pressed", String(dark));
  readInk();
  if (network) changed("theme");
}

function updateViews() {
  document.body.dataset.view = state.view;
  for (const button of document.querySelectorAll("[data-view]")) {
    if (button.tagName === "BUTTON") button.setAttribute("aria-pressed", String(button.dataset.view === state.view));
  }
  if (state.view !== "table") redraw();
  const headings = document.getElementById("headings");
  headings.replaceChildren(...(columnView?.headings ?? EMPTY).map(({ text, left }) => {
    const heading = element("span", {}, text);
    heading.style.left = `${left}px`;
    heading.style.maxWidth = `${columnView.step - 12}px`;
    return heading;
  }));
  for (const row of document.querySelectorAll("tr[data-node]")) {
    const index = Number(row.dataset.node);
    row.hidden = !visible.nodes[index];
    row.classList.toggle("chosen", state.selected?.kind === "node" && state.selected.index === index);
  }
}

/* ---- The address: what follows the # tells view, selection and filters ---- */

const GROUPS = ["type", "strength", "status", "topic", "relation", "source", "alone"];
let reading = false;

function writeAddress(step) {
  if (reading) return;
  const parts = new URLSearchParams();
  if (state.view !== "network") parts.set("view", state.view);
  if (state.selected?.kind === "node") parts.set("node", nodes[state.selected.index].iri);
  if (state.selected?.kind === "link") parts.set("link", String(state.selected.index));
  if (!isDefault()) for (const group of GROUPS) parts.set(group, [...off[group]].join(","));
  if (state.all) parts.set("all", "1");
  const next = `#${parts}`;
  if (next === location.hash || (next === "#" && !location.hash)) return;
  history[step ? "pushState" : "replaceState"](null, "", next);
}

function readAddress() {
  reading = true;
  const parts = new URLSearchParams(location.hash.slice(1));
  const view = parts.get("view");
  state.view = ["columns", "table"].includes(view) ? view : "network";
  const filtered = GROUPS.some((group) => parts.has(group));
  setDefaults(state.view);
  for (const group of filtered ? GROUPS : EMPTY) {
    const values = (parts.get(group) ?? "").split(",").filter(Boolean);
    off[group] = new Set(group === "source" ? values.map(Number).filter((value) => sources[value]) : values);
  }
  state.all = parts.get("all") === "1";
  const node = nodes.findIndex((each) => each.iri === parts.get("node"));
  const link = links[Number(parts.get("link") ?? -1)];
  state.selected = node >= 0 ? { kind: "node", index: node } : link ? { kind: "link", index: link.index } : null;
  revealed.clear();
  visible = computeVisible();
  if (node >= 0 && !visible.nodes[node]) revealed.add(node);
  changed("filters");
  fit();
  reading = false;
}

/* ---- Keys ---- */

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function pictureKeys(event) {
  if (ARROWS[event.key]) {
    const next = neighbourTowards(...ARROWS[event.key]);
    if (next !== undefined) {
      select("node", next);
      ensureInSight(next);
    }
  } else if (event.key === "Enter") panel.focus();
  else if (event.key === "+" || event.key === "=") network.moveTo({ scale: network.getScale() * 1.25 });
  else if (event.key === "-") network.moveTo({ scale: network.getScale() / 1.25 });
  else if (event.key === "0") fit();
  else if (event.key === "f") fitSelection();
  else return;
  event.preventDefault();
}

function pageKeys(event) {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    search.box.focus();
    search.box.select();
  } else if (event.key === "Escape" && state.selected) {
    select(null);
    stage.focus();
  }
}

function toggleFilters(open) {
  document.body.classList.toggle("filters-open", open);
  document.getElementById("filters").setAttribute("aria-expanded", String(document.body.classList.contains("filters-open")));
}

function start() {
  document.documentElement.classList.remove("no-script");
  setTheme(window.matchMedia("(prefers-color-scheme: dark)").matches);
  buildLegend();
  startPicture();
  onChange((what) => {
    updateViews();
    updateLegend();
    updateNotice();
    if (what !== "theme" && !(what === "view" && state.selected)) updatePanel();
    if (what === "filters") writeAddress(false);
  });
  startSearch();
  for (const button of document.querySelectorAll("button[data-view]")) {
    button.addEventListener("click", () => setView(button.dataset.view));
  }
  document.getElementById("fit").addEventListener("click", fitSelection);
  document.getElementById("theme").addEventListener("click", () => setTheme(!state.dark));
  document.getElementById("filters").addEventListener("click", () => toggleFilters());
  document.querySelector("#commitments tbody").addEventListener("click", (event) => {
    const row = event.target.closest("tr[data-node]");
    if (row) reveal(Number(row.dataset.node));
  });
  stage.addEventListener("keydown", pictureKeys);
  document.addEventListener("keydown", pageKeys);
  window.addEventListener("popstate", readAddress);
  new ResizeObserver(() => { if (state.view !== "table" && stage.clientWidth) { updateViews(); fit(); } }).observe(stage);
  readAddress();
}

/* What tests and the curious may ask: the label boxes as drawn, what is visible, where a node is on the screen. */
window.servanda = {
  labels: () => labels.boxes.map(({ left, top, right, bottom, node }) => ({ left, top, right, bottom, node: node.index, label: node.label })),
  visible: () => nodes.filter((node) => visible.nodes[node.index]).map((node) => node.index),
  nodes, links,
  place: (index) => network.canvasToDOM(columnView?.places.get(index) ?? data.nodes[index]),
  selected: () => state.selected,
};

start();
