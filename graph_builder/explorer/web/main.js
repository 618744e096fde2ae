"use strict";
/* Puts the parts together: selection, views, theme, keys, and the address, so that a view can be sent to a colleague. */

/** Select a node or a link, or nothing. */
function select(kind, index) {
  const uncovered = revealed.size > 0;
  revealed.clear();
  if (uncovered && kind === "node" && state.selected?.index !== index) revealed.add(index);
  state.selected = kind ? { kind, index } : null;
  changed(uncovered ? "filters" : "selection");
  writeAddress(true);
}

/** Select a node wherever it is, bringing it out even if a filter hides it. */
function reveal(index) {
  const uncovered = revealed.size > 0 || !visible.nodes[index];
  revealed.clear();
  if (uncovered) revealed.add(index);
  state.selected = { kind: "node", index };
  changed(uncovered ? "filters" : "selection");
  if (state.view !== "table") ensureInSight(index);
  writeAddress(true);
}

/** Show only one node and what is tied to it, or everything again. */
function focusOn(index) {
  state.focus = index;
  revealed.clear();
  changed("filters");
  fit();
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

function updateViews(what) {
  document.body.dataset.view = state.view;
  for (const button of document.querySelectorAll("[data-view]")) {
    if (button.tagName === "BUTTON") button.setAttribute("aria-pressed", String(button.dataset.view === state.view));
  }
  if (what === "selection") network.redraw();
  else if (state.view !== "table") redraw();
  const headings = document.getElementById("headings");
  headings.replaceChildren(...(arranged?.headings ?? EMPTY).map(({ text, left, room }) => {
    const heading = element("span", {}, text);
    heading.dataset.left = String(left);
    heading.style.maxWidth = `${room - 12}px`;
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
  if (state.focus !== null) parts.set("only", nodes[state.focus].iri);
  writeDates(parts);
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
  const named = (key) => nodes.findIndex((each) => each.iri === parts.get(key));
  state.focus = named("only") >= 0 ? named("only") : null;
  readDates(parts);
  const node = named("node");
  const link = links[Number(parts.get("link") ?? -1)];
  state.selected = node >= 0 ? { kind: "node", index: node } : link ? { kind: "link", index: link.index } : null;
  revealed.clear();
  visible = computeVisible();
  if (node >= 0 && !visible.nodes[node]) revealed.add(node);
  changed("filters");
  fit();
  if (state.selected && state.view !== "table") ensureInSight(node >= 0 ? node : links[state.selected.index].source);
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
    updateViews(what);
    if (what !== "selection") {
      updateLegend();
      updateNotice();
    }
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
  new ResizeObserver(() => { if (state.view !== "table" && stage.clientWidth) { updateViews("size"); fit(); } }).observe(stage);
  readAddress();
}

/* What tests and the curious may ask: the label boxes as drawn, what is visible, where a node is on the screen. */
window.servanda = {
  labels: () => labels.boxes.map(({ left, top, right, bottom, node }) => ({ left, top, right, bottom, node: node.index, label: node.label })),
  visible: () => nodes.filter((node) => visible.nodes[node.index]).map((node) => node.index),
  nodes, links,
  place: (index) => network.canvasToDOM(placeOf(index)),
  selected: () => state.selected,
};

start();
