"use strict";
/* What is visible. Each group keeps what is switched off; a commitment is off when all its topics or documents are. */

const state = { view: "network", selected: null, all: false, focus: null, dark: false };
const off = { type: new Set(), strength: new Set(), status: new Set(), topic: new Set(), relation: new Set(), source: new Set(), alone: new Set() };

const heldBack = new Set(page.held);
const revealed = new Set();
let visible = { nodes: [], links: [], degree: [], count: 0 };

const listeners = [];
/** Call `listener` after each change of what is visible, selected or viewed. */
function onChange(listener) {
  listeners.push(listener);
}
function changed(what) {
  if (what !== "selection") visible = computeVisible();
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
  return inDates(node) && !off.strength.has(node.strength) && !off.status.has(node.status) &&
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
  const near = state.focus === null ? null : neighbourhood(state.focus);
  const passing = nodes.map((node) => passes(node) && (!near || near.has(node.index) || revealed.has(node.index)));
  let shownLinks = links.map((link) => linkPasses(link, passing));
  if (off.alone.has("alone")) {
    const kept = tiedToCommitments(passing, shownLinks);
    passing.forEach((pass, index) => { passing[index] = pass && (kept.has(index) || revealed.has(index)); });
    shownLinks = shownLinks.map((shown, index) => shown && passing[links[index].source] && passing[links[index].target]);
  }
  const degree = new Array(nodes.length).fill(0);
  let count = 0;
  links.forEach((link, index) => {
    if (!shownLinks[index]) return;
    degree[link.source] += 1;
    degree[link.target] += 1;
    count += 1;
  });
  return { nodes: passing, links: shownLinks, degree, count };
}

/** A node, what it is tied to, and who and what is tied to the commitments among these. */
function neighbourhood(index) {
  const near = new Set([index]);
  const add = (from) => nodes[from].links.forEach((link) => {
    if (!off.relation.has(links[link].relation)) near.add(otherEnd(links[link], from));
  });
  add(index);
  for (const other of [...near]) if (nodes[other].type === "commitment") add(other);
  return near;
}

/** Nodes that visible links lead to from a visible commitment; where no commitment is visible, all that have a link. */
function tiedToCommitments(passing, shownLinks) {
  const tied = new Set();
  const queue = [];
  const visit = (index) => { if (!tied.has(index)) { tied.add(index); queue.push(index); } };
  nodes.forEach((node) => {
    if (passing[node.index] && node.type === "commitment" && node.links.some((link) => shownLinks[link])) visit(node.index);
  });
  if (!queue.length) links.forEach((link, index) => { if (shownLinks[index]) tied.add(link.source).add(link.target); });
  while (queue.length) {
    const index = queue.pop();
    for (const link of nodes[index].links) if (shownLinks[link]) visit(otherEnd(links[link], index));
  }
  return tied;
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

/** What a view hides until asked, by group. */
function defaultsOf(view) {
  const hidden = page.hidden[view] ?? page.hidden.columns;
  return { type: hidden.types, relation: hidden.relations, alone: ["alone"] };
}

function setDefaults(view) {
  const defaults = defaultsOf(view);
  for (const group of Object.keys(off)) off[group] = new Set(defaults[group] ?? []);
  state.all = false;
  state.focus = null;
  resetDates();
}

function resetFilters() {
  setDefaults(state.view);
  revealed.clear();
  changed("filters");
}

function isDefault() {
  const defaults = defaultsOf(state.view);
  return !state.all && state.focus === null && allDates() && Object.keys(off).every((group) => {
    const list = defaults[group] ?? EMPTY;
    return off[group].size === list.length && list.every((value) => off[group].has(value));
  });
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
  topic: ["topics ", topicLabel], relation: ["links ", (value) => `“${relationOf.get(value).forward}”`],
  source: ["documents ", (value) => `“${sources[value].title}”`],
};

function topicLabel(id) {
  const node = nodes.find((each) => each.type === "topic" && each.topics[0] === id);
  return node ? node.label : id.replaceAll("-", " ");
}

/** The active filters as a sentence. */
function filtersInWords() {
  const hidden = state.focus === null ? [] : [`all that is not near ${nodes[state.focus].label}`];
  if (!allDates()) hidden.push(datesInWords());
  for (const [group, [lead, word]] of Object.entries(GROUP_WORDS)) {
    const values = [...off[group]];
    if (!values.length) continue;
    const most = group === "relation" || group === "source" ? 2 : 6;
    const named = values.slice(0, most).map(word).join(", ");
    hidden.push(`${lead}${named}${values.length > most ? ` and ${values.length - most} more` : ""}`);
  }
  if (off.alone.has("alone")) hidden.push("what no link ties to a commitment");
  return hidden.length ? `Hidden: ${hidden.join("; ")}.` : "Nothing is hidden.";
}
