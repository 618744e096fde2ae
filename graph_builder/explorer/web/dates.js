"use strict";
/* When commitments were worded: a histogram with two thumbs, each an ordinary slider that the keyboard moves. */

const dates = { periods: [], from: 0, to: 0, undated: true };
const periodOf = new Map();

{
  const days = nodes.filter((node) => node.type === "commitment" && /^\d{4}-\d{2}/.test(node.when)).map((node) => node.when).sort();
  const month = (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  if (days.length) {
    const [first, last] = [month(days[0]), month(days.at(-1))];
    // Months where there are few, else years: a bar that cannot be seen cannot be chosen.
    const step = last - first < 40 ? 1 : 12;
    const start = step === 1 ? first : first - (first % 12);
    for (let at = start; at <= last; at += step) {
      const year = Math.floor(at / 12);
      dates.periods.push(step === 1 ? `${year}-${String((at % 12) + 1).padStart(2, "0")}` : String(year));
    }
    for (const node of nodes) {
      if (node.type === "commitment" && /^\d{4}-\d{2}/.test(node.when)) periodOf.set(node.index, Math.floor((month(node.when) - start) / step));
    }
  }
}

function resetDates() {
  dates.from = 0;
  dates.to = Math.max(0, dates.periods.length - 1);
  dates.undated = true;
}

function allDates() {
  return dates.from === 0 && dates.to >= dates.periods.length - 1 && dates.undated;
}

/** Whether a commitment was worded within the chosen periods. */
function inDates(node) {
  const period = periodOf.get(node.index);
  return period === undefined ? dates.undated : period >= dates.from && period <= dates.to;
}

function datesInWords() {
  const span = dates.from > 0 || dates.to < dates.periods.length - 1
    ? `what was not worded from ${dates.periods[dates.from]} to ${dates.periods[dates.to]}` : "";
  return [span, dates.undated ? "" : "what has no date"].filter(Boolean).join(", ");
}

function writeDates(parts) {
  if (dates.from > 0) parts.set("from", dates.periods[dates.from]);
  if (dates.to < dates.periods.length - 1) parts.set("to", dates.periods[dates.to]);
  if (!dates.undated) parts.set("undated", "0");
}

function readDates(parts) {
  resetDates();
  const [from, to] = [dates.periods.indexOf(parts.get("from")), dates.periods.indexOf(parts.get("to"))];
  if (from >= 0) dates.from = from;
  if (to >= dates.from) dates.to = to;
  dates.undated = parts.get("undated") !== "0";
}

/** The slider of one end; moved past the other end it takes that along. */
function thumb(end, label) {
  const words = element("output", {});
  const slider = element("input", {
    type: "range", min: 0, max: dates.periods.length - 1, step: 1, "aria-label": label, "data-end": end,
    oninput: () => {
      dates[end] = Number(slider.value);
      if (dates.from > dates.to) dates[end === "from" ? "to" : "from"] = dates[end];
      revealed.clear();
      changed("filters");
    },
  });
  return { end, slider, words, row: element("label", { class: "thumb" }, element("span", {}, label), slider, words) };
}

/** The histogram and its thumbs, and what brings them up to date; null where fewer than two periods are known. */
function buildDates() {
  if (dates.periods.length < 2) return null;
  const totals = dates.periods.map(() => 0);
  for (const period of periodOf.values()) totals[period] += 1;
  const most = Math.max(...totals);
  const bars = totals.map((total, period) => {
    const bar = element("span", { class: "bar", title: `${dates.periods[period]}: ${plural(total, "commitment")}` });
    bar.style.height = `${total ? 4 + (40 * total) / most : 1}px`;
    return bar;
  });
  const thumbs = [thumb("from", "From"), thumb("to", "To")];
  const undated = element("input", { type: "checkbox", onchange: () => { dates.undated = undated.checked; changed("filters"); } });
  const without = nodes.filter((node) => node.type === "commitment" && !periodOf.has(node.index)).length;
  const box = element("details", { open: true, class: "filter-group", id: "dates" },
    element("summary", {}, "Commitments worded"),
    element("div", { class: "histogram", "aria-hidden": "true" }, ...bars), ...thumbs.map(({ row }) => row),
    without ? element("label", { class: "choice" }, undated, ` Keep the ${without} without a date`) : "");
  const update = () => {
    bars.forEach((bar, period) => bar.classList.toggle("out", period < dates.from || period > dates.to));
    for (const { end, slider, words } of thumbs) {
      slider.value = String(dates[end]);
      slider.setAttribute("aria-valuetext", dates.periods[dates[end]]);
      words.textContent = dates.periods[dates[end]];
    }
    undated.checked = dates.undated;
  };
  return { box, update };
}

resetDates();
