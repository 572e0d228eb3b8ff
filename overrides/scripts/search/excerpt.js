// What a result shows of itself: the part that answers, with what was asked for marked. A mark begins and ends between
// whole letters: a consonant is never split from the vowels and tones before, over, under or after it.
import { compared, isUnspaced, stem } from "./grams.js";
import { normalForm } from "./normal_form.js";

const LETTERS = 150;
const PIECES = /[\u0e40-\u0e44]?[\u0e01-\u0e2e][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*[\u0e30\u0e32\u0e33\u0e45]?[\u0e47-\u0e4e]*|[0-9\u0e50-\u0e59](?:[0-9\u0e50-\u0e59]|[.,](?=[0-9]))*|(?:(?![\u0e00-\u0eff])[\p{L}\p{M}\p{N}])+|[^][\p{M}\ufe0f]*/gu;

// [[words, whether they are marked], …] of the whole text; `asked` is what a search was for: its terms, and the names of
// things in it.
export function marked(text, asked) {
  const pieces = text.match(PIECES) || [];
  return told(pieces, marksOf(pieces, asked));
}

// The same of the part of the text in which most is marked.
export function excerpt(text, asked) {
  const pieces = text.match(PIECES) || [];
  const marks = marksOf(pieces, asked);
  let [from, until] = [0, pieces.length];
  if (text.length > LETTERS * 1.2) [from, until] = fullest(pieces, marks);
  const parts = told(pieces.slice(from, until), marks.slice(from, until));
  if (from > 0) parts.unshift(["… ", false]);
  if (until < pieces.length) parts.push([" …", false]);
  return parts;
}

function marksOf(pieces, { terms, names }) {
  const wanted = new Set(terms.filter(({ faint }) => !faint).flatMap(({ grams }) => Object.keys(grams)));
  const shortest = Math.min(4, 2 + [...wanted].filter(isUnspaced).length);
  let line = "";
  const owner = []; // which piece each letter of `line` comes from
  const marks = pieces.map((piece, number) => {
    const form = compared(normalForm(piece));
    if (/^\s/.test(piece) || (form && !isUnspaced(form))) { // what is marked together ends at a space
      line += " ";
      owner.push(number);
      return form.split(" ").some((word) => word && wanted.has(stem(word)));
    }
    line += form;
    for (let letter = 0; letter < form.length; letter++) owner.push(number);
    return false;
  });
  for (let from = 0; from < line.length; ) {
    let until = from;
    while (wanted.has(line.slice(until, until + 3)) && until + 3 <= line.length) until++;
    const end = until > from ? until + 2 : from;
    if (end - from >= shortest) for (let at = from; at < end; at++) marks[owner[at]] = true;
    from = Math.max(from + 1, until);
  }
  for (const short of wanted) {
    if (isUnspaced(short) && short.length < 3) markAll(short, line, owner, marks);
  }
  wholeWords(pieces, marks);
  for (const name of names) markAll(name, line, owner, marks);
  return marks;
}

// Marks what stands in `line` wherever it does; `owner` are the pieces that its letters come from.
function markAll(words, line, owner, marks) {
  for (let at = line.indexOf(words); at >= 0; at = line.indexOf(words, at + 1)) {
    for (let letter = at; letter < at + words.length; letter++) marks[owner[letter]] = true;
  }
}

// Where the browser knows the words of a text, a word is marked as a whole or not at all.
function wholeWords(pieces, marks) {
  if (!globalThis.Intl?.Segmenter) return;
  const words = new Intl.Segmenter(undefined, { granularity: "word" }).segment(pieces.join(""));
  let [number, at] = [0, 0];
  for (const { index, segment } of words) {
    let [letters, held, first] = [0, 0, number];
    while (number < pieces.length && at < index + segment.length) {
      letters += pieces[number].length;
      held += marks[number] ? pieces[number].length : 0;
      at += pieces[number++].length;
    }
    marks.fill(held * 2 > letters, first, number);
  }
}

function fullest(pieces, marks) {
  let [best, bestFrom, bestUntil] = [-1, 0, 0];
  let [until, letters, held] = [0, 0, 0];
  for (let from = 0; from < pieces.length; from++) {
    while (until < pieces.length && letters < LETTERS) {
      letters += pieces[until].length;
      held += marks[until] ? pieces[until].length : 0;
      until++;
    }
    const begins = from === 0 || /\s/.test(pieces[from - 1]);
    if (begins && held > best) [best, bestFrom, bestUntil] = [held, from, until];
    letters -= pieces[from].length;
    held -= marks[from] ? pieces[from].length : 0;
  }
  while (bestUntil < pieces.length && !/\s/.test(pieces[bestUntil]) && bestUntil - bestFrom < LETTERS) bestUntil++;
  return [bestFrom, bestUntil];
}

function told(pieces, marks) {
  const parts = [];
  pieces.forEach((piece, number) => {
    const last = parts[parts.length - 1];
    if (last && last[1] === marks[number]) last[0] += piece;
    else parts.push([piece, marks[number]]);
  });
  return parts;
}
