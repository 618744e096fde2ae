"use strict";
/* The picture: vis-network draws signs and lines, this file decides how each one looks. */

const stage = document.getElementById("picture");
const drawn = { nodes: new vis.DataSet(), edges: new vis.DataSet() };
const looks = { nodes: new Map(), edges: new Map() };
let network = null;
// Where things stand in the view at hand; null in the whole network, whose places came with the page.
let arranged = null;
let ink = {};

/** Where a node stands in the view at hand. */
function placeOf(index) {
  return arranged?.places.get(index) ?? data.nodes[index];
}

function sizeOf(index) {
  const usual = data.nodes[index].size;
  return arranged ? (state.view === "columns" ? 7 : usual * arranged.grow) : usual;
}

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
  // Around the node in focus all is tied to it already.
  if (state.selected.kind === "node" && state.selected.index === state.focus) return null;
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

function nodeLook(node) {
  const type = typeOf.get(node.type);
  const hollow = node.type === "commitment" && !node.firm;
  const at = placeOf(node.index);
  return {
    id: node.index, shape: type.shape, x: at.x, y: at.y, hidden: !visible.nodes[node.index],
    size: sizeOf(node.index),
    color: { background: hollow ? ink.paper : type.colour, border: hollow ? type.colour : ink.paper },
    borderWidth: hollow ? 2 : 1,
  };
}

/** Lines between columns leave and arrive level; those within one bow out a little, past the signs between. */
function curveOf(link) {
  if (state.view !== "columns") return { enabled: true, type: "continuous", roundness: 0.25 };
  const [from, to] = [placeOf(link.source), placeOf(link.target)];
  if (from.x !== to.x) return { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.45 };
  const bow = Math.min(0.5, 46 / Math.max(1, Math.abs(from.y - to.y)));
  return { enabled: true, type: from.y < to.y ? "curvedCCW" : "curvedCW", roundness: Math.round(bow * 1000) / 1000 };
}

function edgeLook(link) {
  const main = link.relation === "debtor" || link.relation === "creditor";
  // In steps, so that a small change of the filters does not mean a new look for every line.
  const crowd = visible.count < 300 ? 1 : visible.count < 700 ? 0.55 : visible.count < 1500 ? 0.4 : 0.3;
  return {
    id: link.index, from: link.source, to: link.target, hidden: !visible.links[link.index],
    dashes: link.inferred ? [5, 4] : false,
    arrows: { to: { enabled: visible.count < 300 } },
    smooth: curveOf(link),
    width: main ? 1 : 0.8,
    color: { color: ink.line, opacity: (main ? 0.75 : 0.55) * crowd },
  };
}

function updateChanged(set, known, items) {
  const fresh = items.filter((item) => {
    // What has never been visible is not handed over at all: thousands of things may wait behind the filters.
    if (item.hidden && !known.has(item.id)) return false;
    const key = JSON.stringify(item);
    if (known.get(item.id) === key) return false;
    known.set(item.id, key);
    return true;
  });
  if (fresh.length) set.update(fresh);
}

/** Bring the picture in line with filters, selection, view and theme. */
function redraw() {
  arranged = state.view === "columns" ? columnPlaces(stage.clientWidth)
    : state.focus !== null ? nearbyPlaces(state.focus) : null;
  updateChanged(drawn.nodes, looks.nodes, nodes.map(nodeLook));
  updateChanged(drawn.edges, looks.edges, links.map(edgeLook));
}

function screenPoints() {
  const scale = network.getScale();
  const points = [];
  for (const node of nodes) {
    if (!visible.nodes[node.index]) continue;
    const at = placeOf(node.index);
    const { x, y } = network.canvasToDOM(at);
    if (x < -40 || y < -40 || x > labels.width + 40 || y > labels.height + 40) continue;
    points.push({ node, degree: visible.degree[node.index], x, y, radius: sizeOf(node.index) * scale });
  }
  return points;
}

/** Draw something of vis-network's with another look, for this once. */
function drawAs(thing, look, draw) {
  const usual = thing.getFormattingValues;
  thing.getFormattingValues = () => ({ ...usual.call(thing), ...look });
  draw(thing);
  delete thing.getFormattingValues;
}

/** Draw a veil over the picture and what stands out once more on top: far cheaper than a new look for all the rest. */
function drawSpotlight(context, lit) {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = 0.87;
  context.fillStyle = ink.paper;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.restore();
  const bright = { color: ink.strong, opacity: 0.95, width: 1.7, toArrow: true };
  for (const index of lit.links) {
    // Between the hand-over of nodes and that of edges vis-network draws once: what it has not got yet comes next time.
    if (!visible.links[index] || !network.body.edges[index]) continue;
    drawAs(network.body.edges[index], bright, (edge) => { edge.draw(context); edge.drawArrows(context); });
  }
  const chosen = state.selected.kind === "node" ? state.selected.index : -1;
  for (const index of lit.nodes) {
    if (!visible.nodes[index] || !network.body.nodes[index]) continue;
    const sign = network.body.nodes[index];
    const look = index === chosen ? { borderColor: ink.text, borderWidth: 3, size: sign.options.size * 1.35 } : {};
    drawAs(sign, look, (node) => node.draw(context));
  }
}

/** Keep the headings of the columns above their columns wherever these are moved. */
function alignHeadings() {
  for (const heading of document.getElementById("headings").children) {
    heading.style.left = `${network.canvasToDOM({ x: Number(heading.dataset.left), y: 0 }).x}px`;
  }
}

function afterDrawing(context) {
  alignHeadings();
  labels.width = stage.clientWidth;
  labels.height = stage.clientHeight;
  labels.top = state.view === "columns" ? 30 : 0;
  const ratio = context.canvas.width / stage.clientWidth;
  const lit = spotlight();
  if (lit) drawSpotlight(context, lit);
  drawLabels(context, screenPoints(), lit?.nodes, ratio, ink);
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

function moveColumns(y, x = network.getViewPosition().x) {
  const half = stage.clientHeight / 2 / network.getScale();
  const low = half - 34;
  const high = Math.max(low, arranged.height - half + 20);
  network.moveTo({ position: { x, y: Math.min(Math.max(y, low), high) } });
}

/** Show all that is visible; Columns start at their top, at reading size. */
function fit() {
  if (!stage.clientWidth) return;
  if (state.view === "columns") {
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
  if (!lit || state.view === "columns") fit();
  else fitTo([...lit.nodes].map((index) => nodes[index]));
}

function fitTo(wanted) {
  const shown = wanted.map((node) => placeOf(node.index));
  if (!shown.length || !stage.clientWidth) return;
  const range = (axis) => [Math.min(...shown.map((at) => at[axis])), Math.max(...shown.map((at) => at[axis]))];
  const [left, right] = range("x");
  const [top, bottom] = range("y");
  const scale = Math.min(2, (stage.clientWidth - 64) / Math.max(1, right - left), (stage.clientHeight - 60) / Math.max(1, bottom - top));
  network.moveTo({ scale, position: { x: (left + right) / 2, y: (top + bottom) / 2 + 6 / scale } });
}

/** Bring a node into sight without changing the zoom, if it is out of it. */
function ensureInSight(index) {
  const at = placeOf(index);
  const { x, y } = network.canvasToDOM(at);
  if (x > 60 && y > 50 && x < stage.clientWidth - 60 && y < stage.clientHeight - 50) return;
  // Columns wider than the window (on a phone) move sideways only when they must.
  if (state.view === "columns") moveColumns(at.y, x > 0 && x < stage.clientWidth - 60 ? undefined : at.x);
  else network.moveTo({ position: { x: at.x, y: at.y } });
}

/** The visible node nearest to the selected one in a direction, for walking with the arrow keys. */
function neighbourTowards(dx, dy) {
  const from = state.selected?.kind === "node" ? nodes[state.selected.index] : null;
  const points = screenPoints();
  if (!from) return [...points].sort((a, b) => b.node.rank - a.node.rank)[0]?.node.index;
  const here = network.canvasToDOM(placeOf(from.index));
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
