"use strict";
/* One node in the middle, what it is tied to in rings around it, and beyond them the others who take part. */

/** Places by node index around the node in focus. */
function nearbyPlaces(centre) {
  const first = new Set(nodes[centre].links.filter((link) => visible.links[link]).map((link) => otherEnd(links[link], centre)));
  const shown = nodes.filter((node) => visible.nodes[node.index] && node.index !== centre);
  const beyond = shown.filter((node) => !first.has(node.index)).map((node) => node.index);
  const ring = shown.filter((node) => first.has(node.index)).map((node) => node.index);
  // What goes with the same others stands together, so that the lines to them stay short.
  const partner = new Map(ring.map((index) => [index, partnerOf(index, new Set(beyond))]));
  ring.sort((a, b) => partner.get(a) - partner.get(b) || nodes[b].rank - nodes[a].rank || a - b);
  const places = new Map([[centre, { x: 0, y: 0 }]]);
  const angles = new Map();
  const rings = Math.max(1, Math.ceil(ring.length / 26));
  const radius = Math.max(150, (ring.length / rings) * 11);
  ring.forEach((index, place) => {
    const angle = ((place + 0.5) / ring.length) * 2 * Math.PI - Math.PI / 2;
    angles.set(index, angle);
    set(places, index, angle, radius + (place % rings) * 75);
  });
  const wished = beyond.map((index) => [index, meanAngle(index, angles)]).sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  const outer = Math.max(radius + rings * 75 + 60, beyond.length * 9);
  wished.forEach(([index], place) => set(places, index, ((place + 0.5) / beyond.length) * 2 * Math.PI - Math.PI / 2, outer));
  // Signs keep their size on the screen when wide rings must be drawn small.
  const reach = beyond.length ? outer : radius + rings * 75;
  const grow = Math.min(3, Math.max(1, (2.6 * reach) / stage.clientWidth, (2 * reach) / stage.clientHeight));
  return { places, headings: EMPTY, height: 0, grow };
}

function set(places, index, angle, radius) {
  places.set(index, { x: Math.round(1.3 * radius * Math.cos(angle)), y: Math.round(radius * Math.sin(angle)) });
}

function partnerOf(index, beyond) {
  const others = nodes[index].links.filter((link) => visible.links[link]).map((link) => otherEnd(links[link], index));
  return Math.min(Infinity, ...others.filter((other) => beyond.has(other)));
}

/** The direction in which a node's ties lie, from the top clockwise. */
function meanAngle(index, angles) {
  let x = 0;
  let y = 0;
  for (const link of nodes[index].links) {
    const angle = visible.links[link] ? angles.get(otherEnd(links[link], index)) : undefined;
    if (angle === undefined) continue;
    x += Math.cos(angle);
    y += Math.sin(angle);
  }
  return (Math.atan2(y, x) + 2.5 * Math.PI) % (2 * Math.PI);
}
