"use strict";
/* What is visible. Each group keeps what is switched off; a commitment is off when all its topics or documents are. */

const state = { view: "network", selected: null, all: false, dark: false };
const off = {
  type: new Set(page.hidden.types), strength: new Set(), status: new Set(), topic: new Set(),
  relation: new Set(page.hidden.relations), source: new Set(), alone: new Set(["alone"]),
};
const heldBack = new Set(page.held);
const revealed = new Set();
let visible = { nodes: [], links: [] };

const listeners = [];
/** Call `listener` after each change of what is visible, selected or viewed. */
function onChange(listener) {
  listeners.push(listener);
}
function changed(what) {
  if (what !== "selection" || revealed.size) visible = computeVisible();
  for (const listener of listeners) listener(what);
}

function allOff(values, group) {
  return values.length > 0 && values.every((value) => group.has(value));
}

function passes(node) {
  if (revealed.has(node.index)) return true;
  if (off.type.has(node.type) || (!state.all && heldBack.has(node.index))) return false;
  if (node.type === "topic") return !off.topic.has(node.topics[0]);
  if (node.type === "document") return !off.source.has(node.sources[0]);
  if (node.type !== "commitment") return true;
  return !off.strength.has(node.strength) && !off.status.has(node.status) &&
    !allOff(node.topics, off.topic) && !allOff(node.sources, off.source);
}

function linkPasses(link, passing) {
  if (!passing[link.source] || !passing[link.target]) return false;
  if (off.relation.has(link.relation)) {
    return revealed.has(link.source) || revealed.has(link.target);
  }
  return !off.source.size || !allOff(link.evidence.map((index) => evidence[index].source), off.source);
}

function computeVisible() {
  const passing = nodes.map(passes);
  const shownLinks = links.map((link) => linkPasses(link, passing));
  if (off.alone.has("alone")) {
    const tied = new Set();
    links.forEach((link, index) => { if (shownLinks[index]) tied.add(link.source).add(link.target); });
    passing.forEach((pass, index) => { passing[index] = pass && (tied.has(index) || revealed.has(index)); });
  }
  return { nodes: passing, links: shownLinks };
}

/** Switch one value of a group on or off. */
function toggle(group, value) {
  if (!off[group].delete(value)) off[group].add(value);
  revealed.clear();
  changed("filters");
}

/** Show only this value of its group; asked again, show all. */
function only(group, value, values) {
  const others = values.filter((other) => other !== value);
  const alreadyOnly = !off[group].has(value) && others.every((other) => off[group].has(other));
  off[group] = new Set(alreadyOnly ? [] : others);
  revealed.clear();
  changed("filters");
}

function resetFilters() {
  for (const group of Object.keys(off)) off[group] = new Set();
  off.type = new Set(page.hidden.types);
  off.relation = new Set(page.hidden.relations);
  off.alone = new Set(["alone"]);
  state.all = false;
  revealed.clear();
  changed("filters");
}

function isDefault() {
  const same = (set, list) => set.size === list.length && list.every((value) => set.has(value));
  return same(off.type, page.hidden.types) && same(off.relation, page.hidden.relations) &&
    !off.strength.size && !off.status.size && !off.topic.size && !off.source.size && off.alone.size === 1 && !state.all;
}

/** How many nodes, links, commitments and quoted links are visible. */
function shownCounts() {
  const shown = nodes.filter((node) => visible.nodes[node.index]);
  const shownLinks = links.filter((link) => visible.links[link.index]);
  return {
    nodes: shown.length, links: shownLinks.length,
    commitments: shown.filter((node) => node.type === "commitment").length,
    quoted: shownLinks.filter((link) => link.evidence.length).length,
  };
}

const GROUP_WORDS = {
  type: ["", (value) => `${typeOf.get(value).label.toLowerCase()}s`], strength: ["worded as ", String], status: ["", String],
  topic: ["topics ", topicLabel], relation: ["links that say ", (value) => `“${relationOf.get(value).forward}”`],
  source: ["documents ", (value) => `“${sources[value].title}”`],
};

function topicLabel(id) {
  const node = nodes.find((each) => each.type === "topic" && each.topics[0] === id);
  return node ? node.label : id.replaceAll("-", " ");
}

/** The active filters as a sentence. */
function filtersInWords() {
  const hidden = [];
  for (const [group, [lead, word]] of Object.entries(GROUP_WORDS)) {
    const values = [...off[group]];
    if (!values.length) continue;
    const named = values.slice(0, 4).map(word).join(", ");
    hidden.push(`${lead}${named}${values.length > 4 ? ` and ${values.length - 4} more` : ""}`);
  }
  if (off.alone.has("alone")) hidden.push("what is left without a link");
  return hidden.length ? `Hidden: ${hidden.join("; ")}.` : "Nothing is hidden.";
}
