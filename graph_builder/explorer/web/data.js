"use strict";
/* What the page knows, read once out of its block of JSON, and the few words it builds elements with.
   Text goes into elements as text only: nothing here or in the other files writes markup. */

const data = JSON.parse(document.getElementById("data").textContent);
const page = data.page;

const EMPTY = Object.freeze([]);
const nodes = page.nodes.map((node, index) => ({
  names: EMPTY, facts: EMPTY, evidence: EMPTY, sources: EMPTY, topics: EMPTY, kind: "", strength: "", status: "",
  act: "", content: "", since: "", until: "", when: "", firm: 0, named: 0, ...node, index, links: [],
}));
const links = data.edges.map((edge, index) => {
  const [relation, evidence, inferred, note] = page.links[index];
  return { index, source: edge.from, target: edge.to, relation, evidence, inferred: Boolean(inferred), note };
});
for (const link of links) {
  nodes[link.source].links.push(link.index);
  nodes[link.target].links.push(link.index);
}
const evidence = page.evidence.map((item) => ({
  parts: EMPTY, act: "", status: "", strength: "", made_by: EMPTY, attributed_to: EMPTY, note: "", confidence: "",
  engines: EMPTY, start: 0, ...item,
}));
const sources = page.sources.map((source, index) => ({
  title: "", publisher: "", issued: "", kind: "", url: "", sha256: "", digest: false, ...source, index,
}));
const typeOf = new Map(page.types.map((type) => [type.id, type]));
const relationOf = new Map(page.relations.map((relation) => [relation.id, relation]));

/** The exact words of a quotation. */
function quoteOf(item) {
  return item.parts.filter(([, mark]) => mark !== "context").map(([words]) => words).join("");
}

/** The other end of a link. */
function otherEnd(link, index) {
  return link.source === index ? link.target : link.source;
}

/** Letters without accents and case, so that "Côte" is found by "cote". */
function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function plural(count, one, many = `${one}s`) {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** An element with properties and children; a string child becomes text. */
function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key === "class") made.className = value;
    else made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

/** Words of a document or a name: whatever direction they turn to, they turn nothing around them. */
function said(text) {
  return element("bdi", {}, text);
}

const SHAPES = {
  hexagon: "4,0 12,0 16,8 12,16 4,16 0,8",
  square: "1,1 15,1 15,15 1,15",
  diamond: "8,0 16,8 8,16 0,8",
  triangle: "8,0 16,15 0,15",
  triangleDown: "0,1 16,1 8,16",
  star: "8,0 10.2,5.4 16,5.9 11.6,9.7 13,15.4 8,12.3 3,15.4 4.4,9.7 0,5.9 5.8,5.4",
};

/** The sign of a node type, as it stands in the picture; hollow for what is not firm. */
function icon(typeId, hollow = false) {
  const type = typeOf.get(typeId);
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const shape = document.createElementNS(space, type.shape === "dot" ? "circle" : "polygon");
  const facts = type.shape === "dot" ? { cx: 8, cy: 8, r: 7.5 } : { points: SHAPES[type.shape] };
  for (const [key, value] of Object.entries({
    ...facts, fill: hollow ? "none" : type.colour, stroke: type.colour, "stroke-width": hollow ? 2 : 0.5,
  })) shape.setAttribute(key, String(value));
  for (const [key, value] of Object.entries({ viewBox: "-2 -2 20 20", class: "icon", "aria-hidden": "true" })) {
    svg.setAttribute(key, value);
  }
  svg.append(shape);
  return svg;
}

function nodeIcon(node) {
  return icon(node.type, node.type === "commitment" && !node.firm);
}
