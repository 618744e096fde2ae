"use strict";
/* The legend: what each sign means, how many are shown of how many there are, and the switch for each. */

const legend = document.getElementById("legend");
const legendRows = [];
let dateBox = null;

function tally(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** For each group: its heading, its values in order, and for a value its label, sign and the things it counts. */
function legendGroups() {
  const commitments = nodes.filter((node) => node.type === "commitment");
  const types = page.types.filter((type) => nodes.some((node) => node.type === type.id));
  const present = (list, of) => list.filter((value) => commitments.some((node) => of(node) === value));
  const topics = [...tally(commitments.flatMap((node) => node.topics))].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const relations = page.relations.filter((relation) => links.some((link) => link.relation === relation.id));
  const spoken = sources.filter((source) => commitments.some((node) => node.sources.includes(source.index)));
  const where = (test) => ({ all: commitments.filter(test).map((node) => node.index), of: "nodes" });
  return [
    { id: "type", title: "Types", open: true, rows: types.map((type) => ({
      value: type.id, label: type.label, sign: icon(type.id),
      things: { all: nodes.filter((node) => node.type === type.id).map((node) => node.index), of: "nodes" } })) },
    { id: "strength", title: "How firmly it is worded", open: true, rows: present(page.strengths, (node) => node.strength).map((value) => ({
      value, label: value, sign: icon("commitment", !["binding", "agreed", "pledged"].includes(value)),
      things: where((node) => node.strength === value) })) },
    { id: "status", title: "How the words stand", open: true, rows: present(page.statuses, (node) => node.status).map((value) => ({
      value, label: value, sign: icon("commitment", !["stated", "reported"].includes(value)),
      things: where((node) => node.status === value) })) },
    { id: "topic", title: "Topics", open: topics.length <= 8, rows: topics.map(([value]) => ({
      value, label: topicLabel(value), things: where((node) => node.topics.includes(value)) })) },
    { id: "relation", title: "Links", open: false, rows: relations.map((relation) => ({
      value: relation.id, label: relation.forward,
      things: { all: links.filter((link) => link.relation === relation.id).map((link) => link.index), of: "links" } })) },
    { id: "source", title: "Documents", open: false, rows: spoken.map((source) => ({
      value: source.index, label: source.title, small: source.issued, things: where((node) => node.sources.includes(source.index)) })) },
  ].filter((group) => group.rows.length > 1 || group.id === "type");
}

function legendRow(group, row, values) {
  const count = element("span", { class: "count" });
  const button = element("button", {
    type: "button", class: "row", "data-group": group.id, "data-value": row.value,
    title: "Click to hide or show, double click (or Shift+Enter) to show only this",
    onclick: () => toggle(group.id, row.value),
    ondblclick: () => only(group.id, row.value, values),
    onkeydown: (event) => {
      if (event.key === "Enter" && event.shiftKey) {
        event.preventDefault();
        only(group.id, row.value, values);
      }
    },
  }, row.sign ?? "", element("span", { class: "label" }, said(row.label), row.small ? element("small", {}, row.small) : ""), count);
  legendRows.push({ group: group.id, row, button, count });
  return element("li", {}, button);
}

function buildLegend() {
  for (const group of legendGroups()) {
    const values = group.rows.map((row) => row.value);
    legend.append(element("details", { open: group.open, class: "filter-group" },
      element("summary", {}, group.title, group.open ? "" : element("span", { class: "count" }, String(values.length))),
      element("ul", {}, ...group.rows.map((row) => legendRow(group, row, values)))));
  }
  dateBox = buildDates();
  if (dateBox) legend.children[Math.min(3, legend.children.length)]?.before(dateBox.box);
  if (dateBox && !dateBox.box.isConnected) legend.append(dateBox.box);
  const alone = element("input", { type: "checkbox", id: "alone", onchange: () => toggle("alone", "alone") });
  legend.append(
    element("label", { class: "choice" }, alone, " Hide what no link ties to a commitment"),
    element("ul", { class: "signs" },
      element("li", {}, icon("commitment"), "filled: binding, agreed or pledged, and already said"),
      element("li", {}, icon("commitment", true), "hollow: planned, intended, hoped for or expected"),
      element("li", {}, element("span", { class: "stroke" }), "link with a quotation"),
      element("li", {}, element("span", { class: "stroke dashed" }), "link from the registry or a rule, no quotation")),
    element("button", { type: "button", id: "reset", onclick: resetFilters }, "Reset all filters"));
}

function updateLegend() {
  for (const { group, row, button, count } of legendRows) {
    const shown = row.things.all.filter((index) => visible[row.things.of][index]).length;
    const isOff = off[group].has(row.value);
    button.setAttribute("aria-pressed", String(!isOff));
    button.classList.toggle("off", isOff);
    count.textContent = `${shown}/${row.things.all.length}`;
    button.setAttribute("aria-label", `${row.label}: ${shown} of ${row.things.all.length} shown`);
  }
  dateBox?.update();
  document.getElementById("alone").checked = off.alone.has("alone");
  document.getElementById("reset").disabled = isDefault();
  const counts = shownCounts();
  document.getElementById("summary").textContent =
    `${counts.nodes.toLocaleString("en")} of ${plural(nodes.length, "thing")}, ${plural(counts.links, "link")}, ` +
    `${plural(counts.commitments, "commitment")} shown, from ${plural(sources.length, "document")}`;
  document.getElementById("status").textContent =
    `${filtersInWords()} ${counts.quoted.toLocaleString("en")} of ${plural(counts.links, "link")} have a quotation.`;
}

/** What the page leaves out at the opening or by the reader's own choice of one thing, and the way back. */
function updateNotice() {
  const notice = document.getElementById("notice");
  const button = (label, act) => element("button", { type: "button", onclick: act }, label);
  notice.hidden = !heldBack.size && state.focus === null;
  if (state.focus !== null) {
    notice.replaceChildren("Only ", element("b", {}, said(nodes[state.focus].label)), " and what is tied to it. ",
      button("Show everything", () => focusOn(null)));
  } else if (heldBack.size) {
    const all = nodes.length.toLocaleString("en");
    notice.replaceChildren(
      state.all ? `Showing all ${all} things. ` : `Showing the ${page.opened.length.toLocaleString("en")} main things of ${all}. `,
      button(state.all ? "Show the main ones" : "Show all", () => { state.all = !state.all; changed("filters"); }));
  }
}
