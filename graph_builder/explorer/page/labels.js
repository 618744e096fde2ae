"use strict";
/* Names beside the nodes, at one size on the screen however far one zooms, none on top of another, none cut off by
   the edge. What matters more is placed first; what finds no room waits until there is more. */

const labels = { boxes: [], hovered: null };
const LABEL = { size: 12, line: 14.5, gap: 4, columns: 20, maxLines: 3, areaEach: 6500 };
const wrapped = new Map();

/** A name in lines of about `width` characters, the last one cut with "…". */
function wrap(text, width, maxLines) {
  const lines = [];
  for (const word of text.split(" ")) {
    const last = lines.length - 1;
    if (last >= 0 && lines[last].length + word.length < width) lines[last] += ` ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, maxLines).map((line) => (line.length > width + 6 ? `${line.slice(0, width + 4)}…` : line));
  if (lines.length > maxLines) kept[maxLines - 1] = `${kept[maxLines - 1].replace(/[….,;:]+$/, "")}…`;
  return kept;
}

function fontOf(node, strong) {
  const heavy = strong || (node.type === "state" && node.rank > 0.4);
  const size = LABEL.size + (node.type === "state" && node.rank > 0.7 ? 2 : 0);
  return { font: `${heavy ? 600 : 400} ${size}px ${labels.family}`, line: LABEL.line + (size - LABEL.size) };
}

function measured(context, node, strong, width, maxLines) {
  const key = `${node.index}/${strong}/${width}/${maxLines}`;
  let found = wrapped.get(key);
  if (!found) {
    const { font, line } = fontOf(node, strong);
    const lines = wrap(node.label, width, maxLines);
    context.font = font;
    found = { lines, font, line, width: Math.max(...lines.map((each) => context.measureText(each).width)) };
    found.height = lines.length * line;
    wrapped.set(key, found);
  }
  return found;
}

/** Boxes in a grid, so that asking whether one overlaps another looks at its neighbourhood only. */
class Boxes {
  constructor() {
    this.cells = new Map();
  }

  * keys(box) {
    for (let x = Math.floor(box.left / 60); x <= Math.floor(box.right / 60); x += 1) {
      for (let y = Math.floor(box.top / 60); y <= Math.floor(box.bottom / 60); y += 1) yield `${x}:${y}`;
    }
  }

  add(box) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }

  hits(box) {
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) ?? EMPTY) {
        if (other.owner !== box.owner && box.left < other.right && other.left < box.right &&
          box.top < other.bottom && other.top < box.bottom) return true;
      }
    }
    return false;
  }
}

/** Where a label may stand around its node, the best place first. */
function candidates(node, point, text) {
  const gap = point.radius + LABEL.gap;
  const right = { left: point.x + gap, top: point.y - text.height / 2, align: "left" };
  if (state.view === "columns") return [right];
  const clamp = Math.min(Math.max(point.x - text.width / 2, 5), Math.max(5, labels.width - text.width - 5));
  return [
    { left: clamp, top: point.y + gap - 1, align: "center" }, right,
    { left: point.x - gap - text.width, top: point.y - text.height / 2, align: "right" },
    { left: clamp, top: point.y - gap - text.height, align: "center" },
    { left: point.x + gap * 0.7, top: point.y + gap * 0.5, align: "left" },
    { left: point.x + gap * 0.7, top: point.y - gap * 0.5 - text.height, align: "left" },
    { left: point.x - gap * 0.7 - text.width, top: point.y + gap * 0.5, align: "right" },
    { left: point.x - gap * 0.7 - text.width, top: point.y - gap * 0.5 - text.height, align: "right" },
  ];
}

function inside(box) {
  return box.left >= 3 && box.right <= labels.width - 3 && box.top >= labels.top + 2 && box.bottom <= labels.height - 3;
}

/** Find places for the labels. `points` are {node, x, y, radius} on the screen, `active` those that must be named. */
function placeLabels(context, points, active) {
  const taken = new Boxes();
  const signs = new Boxes();
  for (const point of points) {
    const r = point.radius + 1;
    signs.add({ left: point.x - r, right: point.x + r, top: point.y - r, bottom: point.y + r, owner: point.node.index });
  }
  const strong = (node) => state.selected?.kind === "node" && state.selected.index === node.index;
  const wanted = active ? points.filter((point) => active.has(point.node.index)) : points;
  const order = [...wanted].sort((a, b) =>
    Number(strong(b.node)) - Number(strong(a.node)) ||
    Number(b.node.index === labels.hovered) - Number(a.node.index === labels.hovered) ||
    b.node.rank - a.node.rank || a.node.index - b.node.index);
  const columns = state.view === "columns";
  const most = active || columns ? Infinity : Math.max(25, (labels.width * labels.height) / LABEL.areaEach);
  const width = columns ? Math.max(10, Math.floor((labels.columnWidth - 34) / 6.6)) : LABEL.columns;
  const placed = [];
  for (const point of order) {
    if (placed.length >= most) break;
    const important = strong(point.node) || point.node.index === labels.hovered;
    const text = measured(context, point.node, strong(point.node), width, columns ? 2 : LABEL.maxLines);
    let fallback = null;
    let chosen = null;
    for (const place of candidates(point.node, point, text)) {
      const box = {
        ...place, right: place.left + text.width, bottom: place.top + text.height, owner: point.node.index, text,
      };
      if (!inside(box) || taken.hits(box)) continue;
      if (columns || !signs.hits(box)) {
        chosen = box;
        break;
      }
      fallback ??= box;
    }
    // A name may cover small signs where it is one of the main ones; the rest wait for room.
    chosen ??= important || active || (point.node.type !== "commitment" && point.node.rank > 0.5) ? fallback : null;
    if (!chosen) continue;
    taken.add(chosen);
    placed.push({ ...chosen, node: point.node, strong: strong(point.node) });
  }
  return placed;
}

/** Draw the labels on the canvas of the picture; `ratio` is the device's pixels per CSS pixel. */
function drawLabels(context, points, active, ratio, ink) {
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textBaseline = "top";
  context.lineJoin = "round";
  labels.boxes = placeLabels(context, points, active);
  for (const box of labels.boxes) {
    context.font = box.text.font;
    context.textAlign = box.align;
    const x = box.align === "center" ? (box.left + box.right) / 2 : box.align === "right" ? box.right : box.left;
    box.text.lines.forEach((line, place) => {
      const y = box.top + place * box.text.line + 1;
      context.lineWidth = 3.5;
      context.strokeStyle = ink.paper;
      context.strokeText(line, x, y);
      context.fillStyle = box.strong || box.node.type !== "commitment" ? ink.text : ink.soft;
      context.fillText(line, x, y);
    });
  }
  context.restore();
}
