"use strict";
/* The panel: what is known of the selected node or link, each thing with its words. */

const panel = document.getElementById("panel");

function nodeRow(index, note = "") {
  const node = nodes[index];
  const detail = note || (node.type === "commitment" ? [node.strength, node.when].filter(Boolean).join(" · ") : "");
  return element("li", {}, element("button", { type: "button", class: "row", "data-node": index, onclick: () => reveal(index) },
    nodeIcon(node), element("span", { class: "label" }, said(node.label)), detail ? element("span", { class: "detail" }, detail) : ""));
}

function section(title, count, ...children) {
  return element("section", {}, element("h3", {}, title, count === null ? "" : ` (${count.toLocaleString("en")})`), ...children);
}

function byRank(a, b) {
  return nodes[b.other].rank - nodes[a.other].rank || (nodes[a.other].label < nodes[b.other].label ? -1 : 1);
}

/** The ties of a node, grouped by what they say read from its side. */
function relationSections(node) {
  const groups = new Map();
  for (const index of node.links) {
    const link = links[index];
    const forward = link.source === node.index;
    const key = `${link.relation}/${forward}`;
    if (!groups.has(key)) groups.set(key, { link, forward, rows: [] });
    groups.get(key).rows.push({ link, other: otherEnd(link, node.index) });
  }
  const order = page.relations.map((relation) => relation.id);
  const sorted = [...groups.values()].sort((a, b) =>
    order.indexOf(a.link.relation) - order.indexOf(b.link.relation) || Number(b.forward) - Number(a.forward));
  return sorted.map(({ link, forward, rows }) => {
    const words = relationOf.get(link.relation);
    const title = forward ? words.forward : words.back;
    return section(title, rows.length, longList("ul", rows.sort(byRank), (row) =>
      nodeRow(row.other, row.link.note || (row.link.inferred ? "no quotation" : "")), rows.length > 60 ? 12 : 50));
  });
}

function factList(node) {
  const rows = [...node.facts.map(([name, value]) => [name, value])];
  if (node.since || node.until) rows.push(["window", [node.since || "…", node.until || "…"].filter((day, place, days) => place === 0 || day !== days[0]).join(" to ")]);
  if (node.type === "commitment" && node.topics.length) rows.push(["topics", node.topics.map(topicLabel).join(", ")]);
  if (node.names.length) rows.push(["also named", node.names.join(", ")]);
  if (node.named) rows.push(["named", plural(node.named, "time")]);
  if (!rows.length) return "";
  return element("dl", {}, ...rows.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, said(value))]));
}

const ROLES = [["statement", "Also said, with nothing undertaken"], ["post", "Posts, as the words show them"],
  ["event", "In the words of the documents"], ["mention", "Where it is named"]];

function evidenceSections(node) {
  const items = node.evidence.map((index) => evidence[index]);
  if (node.type === "commitment") {
    return items.length ? [section("Evidence", items.length, longList("div", items, quoteBlock, 5))] : [];
  }
  return ROLES.map(([role, title]) => [title, items.filter((item) => item.role === role)])
    .filter(([, found]) => found.length)
    .map(([title, found]) => section(title, found.length, longList("div", found, quoteBlock, 3)));
}

function sparqlFor(node) {
  const iri = fullIri(node);
  const prefixes = "PREFIX srv: <https://w3id.org/servanda/ns#>\nPREFIX oa: <http://www.w3.org/ns/oa#>\n";
  const words = "  ?passage oa:hasSource ?document ; oa:hasSelector ?selector .\n" +
    "  ?selector oa:exact ?quote ; oa:start ?start ; oa:end ?end .\n";
  if (node.type === "commitment") {
    return `${prefixes}SELECT DISTINCT ?statement ?quote ?start ?end ?document WHERE {\n` +
      `  ?statement srv:expresses <${iri}> ; srv:evidence ?passage .\n${words}}`;
  }
  return `${prefixes}SELECT DISTINCT ?relation ?commitment ?quote ?document WHERE {\n` +
    `  { ?commitment ?relation <${iri}> } UNION { <${iri}> ?relation ?commitment }\n` +
    `  ?statement srv:expresses ?commitment ; srv:evidence ?passage .\n${words}}`;
}

function fullIri(node) {
  return /^https?:/.test(node.iri) ? node.iri : page.base + node.iri;
}

function footer(node) {
  return element("section", { class: "footer" },
    element("p", { class: "buttons" }, copyButton("Copy IRI", () => fullIri(node)), copyButton("Copy as SPARQL", () => sparqlFor(node)),
      copyButton("Copy link to this view", () => location.href)),
    element("details", {}, element("summary", {}, "Show as SPARQL"), element("pre", { tabindex: 0 }, sparqlFor(node))));
}

function nodePanel(node) {
  const chips = [node.strength, node.status, node.act].filter(Boolean);
  const title = node.content && node.content.length > node.label.length
    ? [element("h2", {}, said(node.label)), element("p", { class: "content" }, said(node.content))]
    : [element("h2", {}, said(node.label))];
  const kind = [typeOf.get(node.type).label, node.kind].filter(Boolean).join(" · ");
  const quotesFirst = node.type === "commitment";
  return [
    element("p", { class: "kind" }, nodeIcon(node), said(kind)), ...title,
    chips.length ? element("p", { class: "chips" }, ...chips.map((chip, place) =>
      element("span", { class: place === 0 ? `chip ${node.firm ? "firm" : "soft-chip"}` : "chip plain" }, chip)),
    node.when ? element("span", { class: "soft" }, node.when) : "") : "",
    factList(node),
    element("p", { class: "buttons" }, element("button", { type: "button", onclick: () => focusOn(node.index) }, "Show only what is tied to it")),
    ...(quotesFirst ? evidenceSections(node) : []),
    ...relationSections(node),
    ...(quotesFirst ? [] : evidenceSections(node)),
    footer(node),
  ];
}

function linkPanel(link) {
  const words = relationOf.get(link.relation);
  const items = link.evidence.map((index) => evidence[index]);
  return [
    element("p", { class: "kind" }, link.inferred ? "Link from the registry or a rule" : "Link"),
    element("h2", {}, said(nodes[link.source].label), " ", element("i", {}, words.forward), " ", said(nodes[link.target].label)),
    link.note ? element("p", {}, said(link.note)) : "",
    section("Between", null, element("ul", { class: "long" }, nodeRow(link.source), nodeRow(link.target))),
    items.length ? section("Evidence", items.length, longList("div", items, quoteBlock, 5))
      : element("p", { class: "soft" }, "No quotation says this: it comes from the registry of actors or from a rule."),
  ];
}

/** Nothing selected: who undertakes most, and all visible commitments, the firmest and latest first. */
function openingPanel() {
  const shown = nodes.filter((node) => visible.nodes[node.index]);
  const owed = shown.map((node) => [node, node.links.filter((index) =>
    visible.links[index] && links[index].relation === "debtor" && links[index].source === node.index).length])
    .filter(([, count]) => count).sort((a, b) => b[1] - a[1] || a[0].index - b[0].index);
  const commitments = shown.filter((node) => node.type === "commitment")
    .sort((a, b) => b.rank - a.rank || (a.when < b.when ? 1 : a.when > b.when ? -1 : a.index - b.index));
  const most = owed.length ? owed[0][1] : 1;
  return [
    element("h2", {}, "Commitments"),
    element("p", { class: "soft" }, "Choose one, or anything in the picture, to see who said it, where, and the exact words."),
    owed.length > 1 ? section("Who undertakes most", null, element("ul", { class: "long bars" }, ...owed.slice(0, 6).map(([node, count]) => {
      const row = nodeRow(node.index, String(count));
      const bar = element("meter", { min: 0, max: most, value: count, "aria-hidden": "true" });
      row.firstChild.append(bar);
      return row;
    }))) : "",
    section("All shown", commitments.length, longList("ul", commitments, (node) => nodeRow(node.index))),
  ];
}

function updatePanel() {
  const made = !state.selected ? openingPanel()
    : state.selected.kind === "node" ? nodePanel(nodes[state.selected.index]) : linkPanel(links[state.selected.index]);
  const close = state.selected ? element("button", { type: "button", class: "close", "aria-label": "Close the details", onclick: () => select(null) }, "×") : "";
  panel.replaceChildren(...[close, ...made].filter(Boolean));
  panel.scrollTop = 0;
  panel.classList.toggle("idle", !state.selected);
}
