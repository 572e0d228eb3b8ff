// The entries of one language, ready to be asked: which grams stand where, and how much each weighs.
import { compared, grams, littleWords, plainGrams, writtenTogether } from "./grams.js";
import { normalForm } from "./normal_form.js";

// How much a gram weighs by where it stands. "rest" is everything but the beginning of an entry's words.
const FIELDS = { title: 4, also: 3, text: 1.2, standing: 1, rest: 1 };

export class Index {
  // `listed` is what the search page lists, line by line: [title, address, address …], one question that each system
  // answers in its own place having more than one. `small` and `all` are as hooks/songfueang/site/search/index.py writes
  // them; `all` comes later, or never.
  constructor(listed, small, all) {
    this.small = small;
    this.whole = Boolean(all);
    this.little = littleWords(small.little);
    this.entries = joined(listed, small, all);
    this.postings = new Map();
    this.worked = new Map();
    this.terms = [];
    this.entries.forEach((entry, number) => {
      entry.names = [entry.title, ...entry.also];
      if (entry.group >= 0) entry.names = entry.names.flatMap((name) => [name, `${entry.standing} ${name}`]);
      if (entry.term) this.terms.push(number);
      for (const field of Object.keys(FIELDS)) this.add(number, field, entry[field]);
    });
    this.names = new Map();
  }

  add(number, field, words) {
    const text = Array.isArray(words) ? words.join(" | ") : words;
    if (!text) return;
    const together = field === "title" || field === "also" ? writtenTogether(text) : [];
    for (const gram of new Set([...this.gramsOf(text, field === "standing"), ...together])) {
      let posting = this.postings.get(gram);
      if (!posting) this.postings.set(gram, (posting = new Map()));
      posting.set(number, (posting.get(number) || 0) + FIELDS[field]);
    }
  }

  // What a text is compared by; what is `common` to many entries is worked out once.
  gramsOf(text, common) {
    if (!common) return plainGrams(text);
    let found = this.worked.get(text);
    if (!found) this.worked.set(text, (found = plainGrams(text)));
    return found;
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

  // How much of the name of the page on which an entry stands is among the `asked` grams.
  standingShare(number, asked) {
    const entry = this.entries[number];
    entry.place ??= [...new Set(plainGrams(entry.standing.replace(/^.* › /, "")))];
    return entry.place.filter((gram) => asked.has(gram)).length / (entry.place.length || 1);
  }

  // An entry's words as they are compared with their tones.
  wordsOf(number) {
    const entry = this.entries[number];
    entry.words ??= normalForm(`${entry.text} ${entry.rest || ""}`);
    return entry.words;
  }
}

const total = (weighed) => [...weighed.values()].reduce((sum, weight) => sum + weight, 0);

function joined(listed, small, all) {
  const pages = new Map(small.pages);
  const terms = small.pages[small.terms]?.[0];
  const split = (names) => (names ? names.split("|") : []);
  const entries = [];
  const add = (title, address, also, text, more) => {
    const [path, anchor] = address.split("#");
    const standing = pages.get(path);
    const where = anchor ? standing : standing.replace(/ › [^›]*$/, "");
    const rest = all?.rest[entries.length];
    entries.push({ title, address, also, text: all ? text.replace(/ …$/, "") : text, rest, standing, where, group: -1, ...more });
  };
  listed.forEach(([title, ...addresses], line) => {
    const also = [...split(small.also[line]), ...split(all?.late[line])];
    const group = addresses.length > 1 ? line : -1;
    for (const address of addresses) {
      const term = address.startsWith(`${terms}#`);
      add(title, address, also, small.text[entries.length], { group, term });
    }
  });
  all?.title.forEach((title, row) => {
    const address = small.pages[all.page[row]][0] + (all.anchor[row] && `#${all.anchor[row]}`);
    add(title, address, split(all.also[row]), all.text[row], { deep: true });
  });
  return entries;
}
