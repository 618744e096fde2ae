"use strict";
/* Rows for the Columns view: the order within each column was worked out when the page was written; the page gives
   rows to what is visible, the longest column evenly, the others beside what they are tied to. */

const ROW = 36;
const COMMITMENTS = 4;
const COLUMN_NAMES = ["Events", "People", "Agencies", "States, forums", "Commitments", "Subjects", "Documents"];

/** Places by node index, the headings with their left edges, and the height of it all, for a window of `width`. */
function columnPlaces(width) {
  const shown = page.columns.map((column) => column.filter((index) => visible.nodes[index]));
  const used = shown.map((column, place) => place).filter((place) => shown[place].length);
  // A commitment is a sentence, the rest are names.
  const share = (place) => (place === COMMITMENTS ? 1.7 : 1);
  const step = Math.max(96, width / used.reduce((sum, place) => sum + share(place), 0));
  const height = Math.max(1, ...shown.map((column) => column.length)) * ROW;
  const y = new Map();
  const longFirst = [...used].sort((a, b) => shown[b].length - shown[a].length || a - b);
  for (const place of longFirst) settle(shown[place], y, height);
  const places = new Map();
  const headings = [];
  let left = 0;
  for (const place of used) {
    const room = step * share(place);
    for (const index of shown[place]) places.set(index, { x: Math.round(left) + 16, y: y.get(index), room });
    headings.push({ text: COLUMN_NAMES[place], left: left + 8, room });
    left += room;
  }
  return { places, headings, height, grow: 1 };
}

/** Give rows to one column: each thing at the middle of its ties so far, in order, a row apart. */
function settle(column, y, height) {
  const even = (place) => ((place + 0.5) * height) / column.length;
  const wish = column.map((index, place) => {
    const near = nodes[index].links
      .filter((link) => visible.links[link])
      .map((link) => y.get(otherEnd(links[link], index)))
      .filter((value) => value !== undefined);
    return near.length ? near.reduce((sum, value) => sum + value, 0) / near.length : even(place);
  });
  const order = column.map((_, place) => place).sort((a, b) => wish[a] - wish[b] || a - b);
  let floor = ROW / 2;
  const rows = order.map((place) => {
    const row = Math.max(floor, wish[place]);
    floor = row + ROW;
    return row;
  });
  let ceiling = height - ROW / 2;
  for (let place = rows.length - 1; place >= 0; place -= 1) {
    rows[place] = Math.min(rows[place], ceiling);
    ceiling = rows[place] - ROW;
  }
  order.forEach((place, row) => y.set(column[place], Math.round(rows[row])));
}
