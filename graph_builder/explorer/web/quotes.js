"use strict";
/* A quotation as a reader and a writer of footnotes want it: marked in its context, with where it stands. */

/** "Ministry, “Title”, 2024-08-28, characters 10–20: “words”. https://..." */
function citation(item) {
  const source = sources[item.source];
  const head = [source.publisher, `“${source.title}”`, source.issued].filter(Boolean).join(", ");
  const words = quoteOf(item).replace(/\s+/g, " ").trim();
  const text = `${head}${source.digest ? " (digest in other words)" : ""}, characters ${item.start}–${item.end}${words ? `: “${words}”` : ""}.`;
  return source.url ? `${text} ${source.url}` : text;
}

/** The document's address, with the words in a text fragment, so that a browser scrolls to them and marks them. */
function passageAddress(item) {
  const source = sources[item.source];
  if (!source.url || source.digest) return source.url;
  // A bare hyphen has a meaning of its own in a text fragment.
  const code = (words) => encodeURIComponent(words.join(" ")).replaceAll("-", "%2D");
  const words = quoteOf(item).split(/\s+/).filter(Boolean);
  if (!words.length) return source.url;
  const text = words.length <= 9 ? code(words) : `${code(words.slice(0, 4))},${code(words.slice(-4))}`;
  return `${source.url.split("#")[0]}#:~:text=${text}`;
}

async function copy(text, button) {
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Pages opened from a disk may not have the clipboard: the old way works everywhere.
    const area = element("textarea", { class: "off-screen", "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  button.textContent = "Copied";
  setTimeout(() => { button.textContent = label; }, 1200);
}

function copyButton(label, text) {
  const button = element("button", { type: "button", class: "small" }, label);
  button.addEventListener("click", () => copy(text(), button));
  return button;
}

/** Only addresses of the web become links; the page was written so, and this looks once more. */
function webLink(address, ...children) {
  if (!/^https?:\/\//i.test(address)) return element("span", {}, ...children);
  return element("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

const MARKS = { context: "span", quote: "mark", content: "mark", cue: "mark" };

/** Who says it, what kind of act it is and how it stands. */
function actLine(item) {
  if (item.role === "post") return element("p", { class: "act" }, said(item.note || "post"));
  if (item.role !== "statement") return "";
  const line = element("p", { class: "act" });
  if (item.made_by.length) line.append(element("b", {}, said(item.made_by.join(", "))), " · ");
  line.append([item.act, item.strength, item.status].filter(Boolean).join(" · "));
  if (item.attributed_to.length) line.append(" · according to ", said(item.attributed_to.join(", ")));
  return line;
}

/** One quotation with its context, act, document, offsets and buttons. */
function quoteBlock(item) {
  const source = sources[item.source];
  const words = element("blockquote", {}, ...item.parts.map(([text, mark]) => element(MARKS[mark] ?? "span", { class: mark }, text)));
  words.dir = "auto";
  const certain = item.confidence ? `certainty ${Number(item.confidence).toFixed(2)}` : "";
  const found = item.engines.length ? `found by ${item.engines.join(" and ")}` : "";
  const facts = [`characters ${item.start}–${item.end}`, certain, found].filter(Boolean).join(" · ");
  const digest = source.digest ? "digest in other words" : "";
  const sourceLine = [source.publisher, source.issued || "no date", source.kind, digest].filter(Boolean).join(", ");
  return element("article", { class: "quote" },
    actLine(item),
    item.parts.length ? words : element("p", { class: "soft" }, "The quotation is left out of this page."),
    element("p", { class: "source" }, webLink(passageAddress(item), said(source.title)),
      element("br"), said(sourceLine), element("br"), element("span", { class: "soft" }, facts)),
    element("p", { class: "buttons" }, copyButton("Copy citation", () => citation(item))));
}

/** A list that shows its first items and gives the rest fifty at a time. */
function longList(name, items, build, first = 50) {
  const list = element(name, { class: "long" });
  let shown = 0;
  const more = element("button", { type: "button", class: "more" });
  const grow = (count) => {
    list.append(...items.slice(shown, shown + count).map(build));
    shown = Math.min(items.length, shown + count);
    more.textContent = `Show more (${items.length - shown} left)`;
    more.hidden = shown >= items.length;
  };
  more.addEventListener("click", () => grow(50));
  grow(first);
  return element("div", {}, list, more);
}
