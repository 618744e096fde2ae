"use strict";
/* Names beside the nodes, at one size on the screen however far one zooms, none on top of another, none cut off by
   the edge. What matters more is placed first; what finds no room waits until there is more. */

const labels = { boxes: [], hovered: null };
const LABEL = { size: 12, line: 14.5, gap: 4, columns: 20, maxLines: 2, main: 40, areaEach: 6500 };
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
function candidates(point, text) {
  const gap = point.radius + LABEL.gap;
  const right = { left: point.x + gap, top: point.y - text.height / 2, align: "left" };
  if (state.view === "columns") return [right];
  const clamp = Math.min(Math.max(point.x - text.width / 2, 5), Math.max(5, labels.width - text.width - 5));
  const [below, above] = [point.y + gap - 1, point.y - gap - text.height];
  const [east, west] = [point.x + gap, point.x - gap - text.width];
  const places = [
    ...(point.degree > 30 ? [{ left: clamp, top: below, align: "center" }, right] : [right, { left: clamp, top: below, align: "center" }]),
    { left: west, top: right.top, align: "right" },
    { left: clamp, top: above, align: "center" },
  ];
  // Then ever further round the sign: along its lower and upper edge, up and down its sides.
  for (const part of [0.25, 0.75, 0.1, 0.9]) {
    places.push({ left: point.x - text.width * part, top: below, align: "center" });
    places.push({ left: point.x - text.width * part, top: above, align: "center" });
  }
  for (const part of [0.1, 0.9]) {
    places.push({ left: east, top: point.y - text.height * part, align: "left" });
    places.push({ left: west, top: point.y - text.height * part, align: "right" });
  }
  return places;
}

function inside(box) {
  return box.left >= 3 && box.right <= labels.width - 3 && box.top >= labels.top + 2 && box.bottom <= labels.height - 3;
}

function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The boxes that a label may take, the best first, without those that the edge would cut. */
function optionsOf(context, point, important) {
  const columns = state.view === "columns";
  const width = columns ? Math.max(10, Math.floor((placeOf(point.node.index).room - 36) / 6.4)) : LABEL.columns;
  const text = measured(context, point.node, isChosen(point.node), width, important && !columns ? 4 : LABEL.maxLines);
  return candidates(point, text)
    .map((place) => ({
      ...place, right: place.left + text.width, bottom: place.top + text.height, owner: point.node.index, node: point.node, text,
    }))
    .filter(inside);
}

/** Places for the main labels: free of other labels, and of signs where it can be; one that is in the way may move. */
function placeMain(context, points, signs) {
  const placed = [];
  const options = new Map();
  const free = (box, but) => placed.every((other) => other === but || !overlap(box, other));
  for (const point of points) {
    const mine = optionsOf(context, point, isImportant(point.node));
    options.set(point.node.index, mine);
    const open = mine.filter((box) => free(box));
    const chosen = open.find((box) => !signs.hits(box)) ?? open[0];
    if (chosen) placed.push(chosen);
    else makeRoom(mine, placed, options, free);
  }
  return placed;
}

/** Find a box that only one label stands in the way of, and that label another box. */
function makeRoom(mine, placed, options, free) {
  for (const box of mine) {
    const inTheWay = placed.filter((other) => overlap(box, other));
    if (inTheWay.length !== 1 || isImportant(inTheWay[0].node)) continue;
    const other = options.get(inTheWay[0].owner).find((place) => !overlap(place, box) && free(place, inTheWay[0]));
    if (!other) continue;
    placed[placed.indexOf(inTheWay[0])] = other;
    placed.push(box);
    return;
  }
}

function isChosen(node) {
  return state.selected?.kind === "node" && state.selected.index === node.index;
}

function isImportant(node) {
  return isChosen(node) || node.index === labels.hovered;
}

/** Find places for the labels. `points` are {node, degree, x, y, radius} on the screen, `active` those that stand out. */
function placeLabels(context, points, active) {
  const signs = new Boxes();
  for (const { node, x, y, radius } of points) {
    signs.add({ left: x - radius - 1, right: x + radius + 1, top: y - radius - 1, bottom: y + radius + 1, owner: node.index });
  }
  const wanted = active ? points.filter((point) => active.has(point.node.index)) : points;
  const order = [...wanted].sort((a, b) =>
    Number(isChosen(b.node)) - Number(isChosen(a.node)) || Number(b.node.index === labels.hovered) - Number(a.node.index === labels.hovered) ||
    b.degree - a.degree || b.node.rank - a.node.rank || a.node.index - b.node.index);
  const placed = placeMain(context, order.slice(0, LABEL.main), signs);
  const taken = new Boxes();
  placed.forEach((box) => taken.add(box));
  // Beyond the main ones a name is drawn only where it covers nothing, and not so many that the picture turns grey.
  const columns = state.view === "columns";
  const most = columns || active ? Infinity : Math.max(LABEL.main, (labels.width * labels.height) / LABEL.areaEach);
  for (const point of order.slice(LABEL.main)) {
    if (placed.length >= most) break;
    const box = optionsOf(context, point, false).find((each) => !taken.hits(each) && (columns || !signs.hits(each)));
    if (!box) continue;
    taken.add(box);
    placed.push(box);
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
      context.fillStyle = isChosen(box.node) || box.node.type !== "commitment" ? ink.text : ink.soft;
      context.fillText(line, x, y);
    });
  }
  context.restore();
}
