// From what somebody typed to the entries that answer it, best first.
import { compared, grams, isUnspaced, plainGrams, stem, writtenTogether } from "./grams.js";
import { normalForm } from "./normal_form.js";

const MOST_LETTERS = 200; // of a query; what is longer is no question
const CANDIDATES = 80; // entries whose names are looked at closely
const LEAST_SHARE = 0.2; // of a query's weight that an entry must hold
const LITTLE_SHARE = 0.1; // the same when nothing holds as much of a whole question
const LEAST_OF_BEST = 0.25; // of the best score that a result must have
const WORD = 15; // letters: what is shorter asks for one thing
const ENOUGH = { word: 0.7, question: 0.35 }; // of a query's weight in the best entry: the whole text need not be asked
const OUR_WORDS = 0.8; // what is found by another word than the typed one comes a little later
const DEEP = 0.7; // what only the whole text holds, such as sources, comes after what answers
const NAMED = 0.3; // for the place in which a question is answered, when the query names it
const PAIRED = 0.2; // how much it counts that two words stand together, beside each alone
const NUMBERS = 2; // how much more a number says than a word
const NEAR_TERMS = 5;

export function search(index, typed) {
  const form = normalForm(typed.slice(0, MOST_LETTERS));
  if (!form) return { results: [], terms: [], names: [], near: [], enough: true };
  const wordings = [{ form, parts: [[form, 1]] }, ...inOurWords(index, form)];
  const names = namesIn(index, form);
  let found = answers(index, form, wordings, LEAST_SHARE);
  if (!found.results.length && index.whole) {
    const known = names.length ? names.map(([, own]) => own).join(" ") : nameLike(index, form);
    if (known) found = answers(index, known, [{ form: known, parts: [[known, 1]] }], LEAST_SHARE);
    else if (form.length >= WORD) found = answers(index, form, wordings, LITTLE_SHARE);
    if (!found.results.length) found.near = nearTerms(index, form);
  }
  return { ...found, names: [...new Set(names.flat().map(compared))].filter((name) => name.length > 2 && isUnspaced(name)) };
}

// What holds at least a share of one of the `wordings` of a query, best first.
function answers(index, form, wordings, least) {
  const best = new Map();
  let terms = [];
  for (const wording of wordings) {
    const asked = termsOf(index, wording.parts);
    terms = terms.concat(asked);
    for (const found of ranked(index, wording.form, asked, least)) {
      if (wording.form !== form) found.score *= OUR_WORDS;
      const before = best.get(found.number);
      if (!before || found.score > before.score) best.set(found.number, found);
    }
  }
  const ordered = [...best.values()].sort((one, other) => other.score - one.score || one.number - other.number);
  const found = ordered.filter(({ score }) => score >= LEAST_OF_BEST * ordered[0].score);
  const share = found.reduce((most, entry) => Math.max(most, entry.share), 0);
  return {
    results: grouped(index, found, form),
    terms,
    near: [],
    enough: index.whole || (share >= (form.length < WORD ? ENOUGH.word : ENOUGH.question) && (!/\d/.test(form) || holds(index, found[0].number, form))),
  };
}

// Whether an entry's names or words hold the query as it was typed; a number or a year is worth a look at the whole text.
function holds(index, number, form) {
  return index.wordsOf(number).includes(form) || index.namesOf(number).some((name) => name.form.includes(form));
}

// What is asked for, gram by gram: {weight, grams: {gram: how well it fits}}. `parts` are [form, weight] in order.
function termsOf(index, parts) {
  const asked = parts.flatMap(([form, scale]) => grams(form, index.little).map(([gram, weight]) => [gram, weight * scale]));
  const onlyLittle = asked.every(([, weight]) => weight <= index.little.weight);
  const terms = new Map();
  for (const [place, [gram, weight]] of asked.entries()) {
    if (terms.has(gram)) continue;
    const fitting = index.postings.has(gram) ? { [gram]: 1 } : {};
    const half = place === asked.length - 1; // perhaps not typed to its end
    if (!isUnspaced(gram)) {
      if (half || weight > index.little.weight) addWordsLike(index, gram, fitting, half);
    }
    else if (gram.length < 3) addBeginnings(index, gram, fitting);
    const holding = new Set(Object.keys(fitting).flatMap((like) => [...index.postings.get(like).keys()]));
    const counts = (onlyLittle ? 1 : weight) * (/^\d/.test(gram) ? NUMBERS : 1);
    terms.set(gram, { faint: !onlyLittle && weight <= index.little.weight, weight: counts * index.telling(holding.size), grams: fitting });
  }
  for (const gram of parts.flatMap(([form]) => writtenTogether(form))) {
    const holding = index.postings.get(gram);
    if (holding && !terms.has(gram)) terms.set(gram, { faint: false, weight: PAIRED * index.telling(holding.size), grams: { [gram]: 1 } });
  }
  return [...terms.values()];
}

// Words that begin alike, or differ by one slip of the finger.
function addWordsLike(index, word, fitting, half) {
  index.words ??= [...index.postings.keys()].filter((known) => !isUnspaced(known));
  for (const known of index.words) {
    if (known === word || (half && /^\d/.test(word) && fitting[word])) continue;
    const [shorter, longer] = known.length < word.length ? [known, word] : [word, known];
    if (longer.startsWith(shorter) && (shorter.length >= 5 || (half && shorter === word))) {
      fitting[known] = 0.9 * Math.max(0.3, shorter.length / longer.length);
    } else if (shorter.length >= 5 && !/\d/.test(longer) && oneSlip(shorter, longer)) {
      fitting[known] = 0.6;
    }
  }
}

function addBeginnings(index, gram, fitting) {
  for (const known of index.postings.keys()) {
    if (known.length === 3 && (known.startsWith(gram) || known.endsWith(gram))) fitting[known] = 0.5;
  }
}

// Whether one letter more, less, other or swapped makes one word the other.
function oneSlip(one, other) {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  if (longer.length - shorter.length > 1) return false;
  let at = 0;
  while (at < shorter.length && shorter[at] === longer[at]) at++;
  if (shorter.length < longer.length) return shorter.slice(at) === longer.slice(at + 1);
  const swapped = shorter[at] === longer[at + 1] && shorter[at + 1] === longer[at];
  return shorter.slice(at + 1) === longer.slice(at + 1) || (swapped && shorter.slice(at + 2) === longer.slice(at + 2));
}

function ranked(index, form, terms, least) {
  const all = terms.reduce((sum, term) => sum + term.weight, 0);
  const sums = new Map();
  for (const { weight, grams: fitting } of terms) {
    const here = new Map();
    for (const [gram, fit] of Object.entries(fitting)) {
      for (const [number, fields] of index.postings.get(gram)) {
        const worth = (weight * fit * fields) / (fields + 2);
        const before = here.get(number);
        if (!before || before[0] < worth) here.set(number, [worth, weight * fit]);
      }
    }
    for (const [number, [worth, held]] of here) {
      const sum = sums.get(number) || { number, base: 0, share: 0 };
      sum.base += worth / all;
      sum.share += held / all;
      sums.set(number, sum);
    }
  }
  const candidates = [...sums.values()].filter((sum) => sum.share >= least);
  candidates.sort((one, other) => other.base - one.base || one.number - other.number);
  const weighed = new Map(terms.flatMap(({ weight, grams: fitting }) => Object.keys(fitting).map((gram) => [gram, weight])));
  for (const [place, candidate] of candidates.entries()) {
    candidate.score = candidate.base;
    if (place < CANDIDATES) candidate.score += closeness(index, candidate.number, form, weighed, all);
    if (index.entries[candidate.number].deep) candidate.score *= DEEP;
  }
  return candidates;
}

// How much one of the entry's names is what was typed, or its words hold it as it was typed.
function closeness(index, number, form, weighed, all) {
  const typed = compared(form);
  let best = index.wordsOf(number).includes(form) ? 0.3 : 0;
  for (const [place, name] of index.namesOf(number).entries()) {
    let common = 0;
    for (const [gram, weight] of name.weighed) if (weighed.has(gram)) common += weight;
    let score = (0.8 * common) / Math.max(0.01, all + name.sum - Math.min(common, all));
    const asTyped = ` ${name.form} `.includes(` ${form} `) ? 0.12 : name.form.includes(form) ? 0.06 : 0;
    if (asTyped || typed.length > 3) { // so short, only the tones tell words apart
      if (name.compared === typed) score += 0.5;
      else if (name.compared.startsWith(typed)) score += 0.2;
      else if (name.compared.includes(typed)) score += 0.12;
    }
    best = Math.max(best, (score + asTyped) * (place ? 0.95 : 1));
  }
  return best;
}

// The names of things in the query: each as it was typed, and as the texts have it.
function namesIn(index, form) {
  index.ours ??= ownWords(index);
  return Array.from(form.matchAll(index.ours.pattern), (match) => match[2] ?? match[4] ?? match[5])
    .map((name) => [name, index.ours.names.get(name)]);
}

// The name that differs from the query by one slip of the finger.
function nameLike(index, form) {
  const typed = compared(form);
  if (typed.length < 4) return "";
  for (const [name, own] of index.ours.names) if (oneSlip(compared(name), typed)) return own;
  return "";
}

// The name that differs from a word of the query by one slip of the finger; the word itself when there is none.
function wordLike(index, word) {
  for (const name of index.ours.names.keys()) if (/^[a-z]{5,}$/.test(name) && oneSlip(name, word)) return name;
  return word;
}

// The query with every other name of a thing replaced by the name that the texts use; nothing when there is none in it.
// A short name replaced by a long one weighs no more than it did.
function inOurWords(index, typed) {
  index.ours ??= ownWords(index);
  const parts = [];
  const form = typed.replace(/[a-z]{6,}/g, (word) => (index.postings.has(stem(word)) ? word : wordLike(index, word)));
  let [at, replaced] = [0, form !== typed];
  for (const match of form.matchAll(index.ours.pattern)) {
    const name = match[2] ?? match[4] ?? match[5];
    const own = index.ours.names.get(name);
    const end = match.index + match[0].length;
    parts.push([form.slice(at, end - name.length), 1], [own, Math.min(1, Math.max(0.3, name.length / own.length))]);
    replaced ||= own !== name;
    at = end;
  }
  parts.push([form.slice(at), 1]);
  return replaced ? [{ form: parts.map(([words]) => words).join(""), parts }] : [];
}

function ownWords(index) {
  const names = new Map();
  const groups = [...index.small.same, ...index.terms.map((number) => index.entries[number].names)];
  for (const [own, ...others] of groups.map((group) => group.map(normalForm))) {
    for (const name of [own, ...others]) {
      if (name && !names.has(name) && !index.little.words.has(name)) names.set(name, own);
    }
  }
  const longestFirst = [...names.keys()].sort((one, other) => other.length - one.length);
  const unspaced = longestFirst.filter(isUnspaced);
  const oneOf = (chosen) => `(${chosen.join("|") || "(?!)"})`;
  // short ones stand alone, or they would be found inside other words
  const spaced = `(^|[^a-z0-9])${oneOf(longestFirst.filter((name) => !isUnspaced(name)))}(?![a-z0-9])`;
  const short = `(^| )${oneOf(unspaced.filter((name) => name.length < 4))}(?![\\p{L}\\p{M}\\p{N}])`;
  return { names, pattern: new RegExp(`${spaced}|${short}|${oneOf(unspaced.filter((name) => name.length > 3))}`, "gu") };
}

// Entries of one group as one result, where the best of them stands; the place that the query names leads it.
function grouped(index, found, form) {
  const results = [];
  const groups = new Map();
  const asked = new Set(plainGrams(form));
  for (const { number, score } of found) {
    const { group } = index.entries[number];
    const lead = score + NAMED * index.standingShare(number, asked);
    const before = groups.get(group);
    if (!before) {
      const result = { number, score, lead, others: [] };
      if (group >= 0) groups.set(group, result);
      results.push(result);
    } else if (lead > before.lead) {
      before.others.unshift(before.number);
      Object.assign(before, { number, lead });
    } else {
      before.others.push(number);
    }
  }
  return results;
}

// The terms of the glossary most like what was typed, letter pair by letter pair.
function nearTerms(index, form) {
  const pairs = (text) => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
  const asked = pairs(compared(form));
  const likeness = (number) => Math.max(...index.namesOf(number).map((name) => {
    const own = pairs(name.compared);
    const common = [...own].filter((pair) => asked.has(pair)).length;
    return common / (own.size + asked.size || 1);
  }));
  return index.terms.map((number) => [likeness(number), number])
    .filter(([like]) => like > 0.1)
    .sort(([one], [other]) => other - one)
    .slice(0, NEAR_TERMS)
    .map(([, number]) => number);
}
