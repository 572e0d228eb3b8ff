// What is compared. Thai is written without spaces and no two browsers cut it into the same words, so it is compared
// three letters at a time; what is written with spaces is compared word by word, without its endings.
import { asItSounds, normalForm } from "./normal_form.js";

const UNSPACED = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u4e00-\\u9fff";
const SPACE_INSIDE = new RegExp(`([${UNSPACED}]) (?=[${UNSPACED}])`, "g");
const RUNS = new RegExp(`[${UNSPACED}]+|[^\\s${UNSPACED}]+`, "g");
const UNSPACED_FIRST = new RegExp(`^[${UNSPACED}]`);
export const isUnspaced = (run) => UNSPACED_FIRST.test(run);
const ENDINGS = /(?:ations?|ments?|ings?|ions?|ies|ers?|est|ed|es|s|y|e)$/;
// Years of the Buddhist era, which are 543 ahead of the Gregorian ones.
const BUDDHIST_YEAR = /^2(?:4[4-9]|5\d|6[01])\d$/;

// A normal form as it is compared: spelt as it sounds, spaces only where they tell words apart.
export const compared = (form) => asItSounds(form).replace(SPACE_INSIDE, "$1");

export function stem(word) {
  if (BUDDHIST_YEAR.test(word)) return String(word - 543);
  let left = word;
  for (let round = 0; round < 2 && !/\d/.test(left); round++) {
    const shorter = left.replace(ENDINGS, "");
    if (shorter.length < 3) break;
    left = shorter;
  }
  return left;
}

const runsOf = (text) => compared(normalForm(text)).match(RUNS) || [];

// What a text is compared by, in order: three letters at a time, or words.
export function plainGrams(text) {
  const found = [];
  for (const run of runsOf(text)) {
    if (!isUnspaced(run)) found.push(stem(run));
    else if (run.length < 3) found.push(run);
    else for (let at = 0; at + 3 <= run.length; at++) found.push(run.slice(at, at + 3));
  }
  return found;
}

// The same as [gram, weight]; the more of a gram lies in little words, the less it weighs.
export function grams(text, little) {
  const found = [];
  for (const run of runsOf(text)) {
    if (!isUnspaced(run)) {
      found.push([stem(run), little.words.has(run) ? little.weight : 1]);
    } else if (run.length < 3) {
      found.push([run, 1]);
    } else {
      const faint = covered(run, little.pattern);
      for (let at = 0; at + 3 <= run.length; at++) {
        const share = (faint[at] + faint[at + 1] + faint[at + 2]) / 3;
        found.push([run.slice(at, at + 3), 1 - share + share * little.weight]);
      }
    }
  }
  return found;
}

// Neighbouring words as one: sub-district is found as subdistrict, and the other way round.
export function writtenTogether(text) {
  const words = runsOf(text);
  return words.slice(1).flatMap((word, at) => (isUnspaced(word) || isUnspaced(words[at]) ? [] : [stem(words[at] + word)]));
}

// Little words, ready for use: a set for what is written with spaces, a pattern for what is not.
export function littleWords(words) {
  const forms = words.map((word) => compared(normalForm(word))).filter(Boolean);
  const unspaced = forms.filter(isUnspaced).sort((one, other) => other.length - one.length);
  return {
    words: new Set(forms.flatMap((form) => (isUnspaced(form) ? [] : form.split(" ")))),
    pattern: unspaced.length ? new RegExp(unspaced.join("|"), "g") : null,
    weight: 0.5,
  };
}

function covered(run, pattern) {
  const marks = new Array(run.length).fill(0);
  if (pattern) for (const match of run.matchAll(pattern)) marks.fill(1, match.index, match.index + match[0].length);
  return marks;
}
