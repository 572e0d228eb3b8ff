// The entries of one language, ready to be asked: which grams stand where, and how much each weighs.
import { compared, grams, littleWords } from "./grams.js";
import { normalForm } from "./normal_form.js";

// How much a gram weighs by where it stands. "rest" is everything but the beginning of an entry's words.
const FIELDS = { title: 4, also: 3, text: 1.2, standing: 1, rest: 1 };

export class Index {
  // `small` and `all` as hooks/songfueang/site/search/index.py writes them; `all` comes later, or never.
  constructor(small, all) {
    this.small = small;
    this.whole = Boolean(all);
    this.little = littleWords(small.little);
    this.entries = joined(small, all);
    this.postings = new Map();
    const where = small.pages.map(([, name]) => name);
    const asked = [];
    this.entries.forEach((entry, number) => {
      entry.where = entry.anchor ? where[entry.page] : where[entry.page].replace(/ › [^›]*$/, "");
      entry.standing = where[entry.page];
      entry.names = [entry.title, ...entry.also];
      if (entry.group >= 0) { // one question, which each system answers in its own place
        entry.also = asked[entry.group] ??= entry.also;
        entry.names = [entry.title, ...entry.also].flatMap((name) => [name, `${entry.standing} ${name}`]);
      }
      for (const field of Object.keys(FIELDS)) this.add(number, field, entry[field]);
    });
    this.names = new Map();
  }

  add(number, field, words) {
    const text = Array.isArray(words) ? words.join(" | ") : words;
    if (!text) return;
    for (const gram of new Set(grams(text, this.little).map(([gram]) => gram))) {
      let posting = this.postings.get(gram);
      if (!posting) this.postings.set(gram, (posting = new Map()));
      posting.set(number, (posting.get(number) || 0) + FIELDS[field]);
    }
  }

  // How telling a gram is: rare ones say more.
  telling(count) {
    return Math.log(1 + (this.entries.length + 0.5) / (count + 0.5));
  }

  weightOf(gram) {
    return this.telling(this.postings.get(gram)?.size || 0);
  }

  // An entry's names, each with its forms and its weighed grams; made when first needed.
  namesOf(number) {
    let made = this.names.get(number);
    if (!made) {
      made = this.entries[number].names.map((name) => {
        const form = normalForm(name);
        const weighed = new Map();
        for (const [gram, weight] of grams(name, this.little)) weighed.set(gram, weight * this.weightOf(gram));
        return { form, compared: compared(form), weighed, sum: total(weighed) };
      });
      this.names.set(number, made);
    }
    return made;
  }

  // An entry's words as they are compared with their tones.
  wordsOf(number) {
    const entry = this.entries[number];
    entry.words ??= normalForm(`${entry.text} ${entry.rest || ""}`);
    return entry.words;
  }
}

const total = (weighed) => [...weighed.values()].reduce((sum, weight) => sum + weight, 0);

function joined(small, all) {
  const rows = (columns) => columns.title.map((title, row) => ({
    title,
    page: columns.page[row],
    anchor: columns.anchor[row],
    also: columns.also[row] ? columns.also[row].split("|") : [],
    text: columns.text[row],
    group: columns.group ? columns.group[row] : -1,
  }));
  const entries = all ? [...rows(small), ...rows(all).map((row) => ({ ...row, deep: true }))] : rows(small);
  if (all) {
    entries.forEach((entry, number) => {
      entry.text = entry.text.replace(/ …$/, "");
      entry.rest = all.rest[number];
    });
  }
  return entries;
}
