"use strict";
/* The picture: vis-network draws signs and lines, this file decides how each one looks. */

const stage = document.getElementById("picture");
const drawn = { nodes: new vis.DataSet(), edges: new vis.DataSet() };
const looks = { nodes: new Map(), edges: new Map() };
let network = null;
let columnView = null;
let ink = {};

function readInk() {
  const style = getComputedStyle(document.documentElement);
  const value = (name) => style.getPropertyValue(name).trim();
  ink = {
    paper: value("--paper"), text: value("--text"), soft: value("--soft"), line: value("--line"), strong: value("--mark-line"),
  };
  labels.family = getComputedStyle(document.body).fontFamily;
}

/** The nodes and links that stand out: the selected one and what it is tied to; null when nothing is selected. */
function spotlight() {
  if (!state.selected) return null;
  const lit = { nodes: new Set(), links: new Set() };
  if (state.selected.kind === "link") {
    const link = links[state.selected.index];
    lit.links.add(link.index);
    lit.nodes.add(link.source).add(link.target);
    return lit;
  }
  lit.nodes.add(state.selected.index);
  for (const index of nodes[state.selected.index].links) {
    if (!visible.links[index]) continue;
    lit.links.add(index);
    lit.nodes.add(otherEnd(links[index], state.selected.index));
  }
  return lit;
}

function nodeLook(node, lit) {
  const type = typeOf.get(node.type);
  const hollow = node.type === "commitment" && !node.firm;
  const chosen = state.selected?.kind === "node" && state.selected.index === node.index;
  const at = columnView?.places.get(node.index) ?? data.nodes[node.index];
  return {
    id: node.index, shape: type.shape, x: at.x, y: at.y,
    size: (columnView ? 7 : data.nodes[node.index].size) * (chosen ? 1.35 : 1),
    hidden: !visible.nodes[node.index],
    color: { background: hollow ? ink.paper : type.colour, border: chosen ? ink.text : hollow ? type.colour : ink.paper },
    borderWidth: chosen ? 2.5 : hollow ? 2 : 1,
    opacity: lit && !lit.nodes.has(node.index) ? 0.13 : 1,
  };
}

function edgeLook(link, lit) {
  const bright = lit?.links.has(link.index);
  const main = link.relation === "debtor" || link.relation === "creditor";
  const crowd = Math.min(1, Math.max(0.35, 260 / (visible.count || 1)));
  return {
    id: link.index, from: link.source, to: link.target, hidden: !visible.links[link.index],
    dashes: link.inferred ? [5, 4] : false,
    arrows: { to: { enabled: Boolean(bright) || visible.count < 300 } },
    width: bright ? 1.8 : main ? 1 : 0.8,
    color: { color: bright ? ink.strong : ink.line, opacity: bright ? 1 : lit ? 0.1 : (main ? 0.75 : 0.55) * crowd },
  };
}

function updateChanged(set, known, items) {
  const fresh = items.filter((item) => {
    const key = JSON.stringify(item);
    if (known.get(item.id) === key) return false;
    known.set(item.id, key);
    return true;
  });
  if (fresh.length) set.update(fresh);
}

/** Bring the picture in line with filters, selection, view and theme. */
function redraw() {
  visible.count = visible.links.filter(Boolean).length;
  columnView = state.view === "columns" ? columnPlaces(stage.clientWidth) : null;
  const lit = spotlight();
  updateChanged(drawn.nodes, looks.nodes, nodes.map((node) => nodeLook(node, lit)));
  updateChanged(drawn.edges, looks.edges, links.map((link) => edgeLook(link, lit)));
}

function screenPoints() {
  const scale = network.getScale();
  const points = [];
  for (const node of nodes) {
    if (!visible.nodes[node.index]) continue;
    const at = columnView?.places.get(node.index) ?? data.nodes[node.index];
    const { x, y } = network.canvasToDOM(at);
    if (x < -40 || y < -40 || x > labels.width + 40 || y > labels.height + 40) continue;
    points.push({ node, x, y, radius: (columnView ? 7 : data.nodes[node.index].size) * scale });
  }
  return points;
}

function afterDrawing(context) {
  labels.width = stage.clientWidth;
  labels.height = stage.clientHeight;
  labels.top = state.view === "columns" ? 30 : 0;
  labels.columnWidth = columnView?.step ?? 0;
  const ratio = context.canvas.width / stage.clientWidth;
  drawLabels(context, screenPoints(), spotlight()?.nodes, ratio, ink);
}

function startPicture() {
  readInk();
  setDefaults(state.view);
  visible = computeVisible();
  redraw();
  // pyvis hands its options over as text.
  network = new vis.Network(stage, drawn, JSON.parse(data.options));
  network.on("afterDrawing", afterDrawing);
  network.on("click", (event) => {
    if (event.nodes.length) select("node", event.nodes[0]);
    else if (event.edges.length) select("link", event.edges[0]);
    else select(null);
  });
  network.on("hoverNode", ({ node }) => { labels.hovered = node; stage.classList.add("pointing"); network.redraw(); });
  network.on("blurNode", () => { labels.hovered = null; stage.classList.remove("pointing"); network.redraw(); });
  network.on("hoverEdge", () => stage.classList.add("pointing"));
  network.on("blurEdge", () => stage.classList.remove("pointing"));
  stage.addEventListener("wheel", scrollColumns, { capture: true, passive: false });
  fit();
}

/** In Columns the wheel turns the page, as in any long list; with Ctrl it zooms. */
function scrollColumns(event) {
  if (state.view !== "columns" || event.ctrlKey) return;
  event.preventDefault();
  event.stopPropagation();
  const at = network.getViewPosition();
  moveColumns(at.y + event.deltaY / network.getScale());
}

function moveColumns(y) {
  const half = stage.clientHeight / 2 / network.getScale();
  const low = half - 34;
  const high = Math.max(low, columnView.height - half + 20);
  network.moveTo({ position: { x: network.getViewPosition().x, y: Math.min(Math.max(y, low), high) } });
}

/** Show all that is visible; Columns start at their top, at reading size. */
function fit() {
  if (!stage.clientWidth) return;
  if (columnView) {
    const scale = 1;
    network.moveTo({ scale, position: { x: stage.clientWidth / 2, y: 0 } });
    moveColumns(-Infinity);
    return;
  }
  fitTo(nodes.filter((node) => visible.nodes[node.index]));
}

/** Show the selected node or link with what it is tied to, as large as the window allows. */
function fitSelection() {
  const lit = spotlight();
  if (!lit || columnView) fit();
  else fitTo([...lit.nodes].map((index) => nodes[index]));
}

function fitTo(wanted) {
  const shown = wanted.map((node) => data.nodes[node.index]);
  if (!shown.length || !stage.clientWidth) return;
  const range = (axis) => [Math.min(...shown.map((at) => at[axis])), Math.max(...shown.map((at) => at[axis]))];
  const [left, right] = range("x");
  const [top, bottom] = range("y");
  const scale = Math.min(2, (stage.clientWidth - 90) / Math.max(1, right - left), (stage.clientHeight - 70) / Math.max(1, bottom - top));
  network.moveTo({ scale, position: { x: (left + right) / 2, y: (top + bottom) / 2 + 6 / scale } });
}

/** Bring a node into sight without changing the zoom, if it is out of it. */
function ensureInSight(index) {
  const at = columnView?.places.get(index) ?? data.nodes[index];
  if (!at) return;
  const { x, y } = network.canvasToDOM(at);
  if (x > 60 && y > 50 && x < stage.clientWidth - 60 && y < stage.clientHeight - 50) return;
  if (columnView) moveColumns(at.y);
  else network.moveTo({ position: { x: at.x, y: at.y } });
}

/** The visible node nearest to the selected one in a direction, for walking with the arrow keys. */
function neighbourTowards(dx, dy) {
  const from = state.selected?.kind === "node" ? nodes[state.selected.index] : null;
  const points = screenPoints();
  if (!from) return [...points].sort((a, b) => b.node.rank - a.node.rank)[0]?.node.index;
  const here = network.canvasToDOM(columnView?.places.get(from.index) ?? data.nodes[from.index]);
  let best = null;
  for (const point of points) {
    const along = (point.x - here.x) * dx + (point.y - here.y) * dy;
    const across = Math.abs((point.x - here.x) * dy) + Math.abs((point.y - here.y) * dx);
    if (point.node === from || along <= 0.5 || across > along * 1.6) continue;
    const cost = along + 1.5 * across;
    if (!best || cost < best.cost) best = { cost, index: point.node.index };
  }
  return best?.index;
}
