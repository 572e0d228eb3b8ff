// One form for everything that is typed and everything that is found. The same steps, for the same reasons, stand in
// hooks/songfueang/knowledge/normal_form.py; tests/normal_form.yml holds both to them.
const UNSEEN = /[\u00ad\u034f\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u0300-\u036f]/g;
const STEPS = [
  [/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)],
  [/[\u0e50-\u0e59]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50)],
  [UNSEEN, ""],
  [/([\u0e48-\u0e4c])([\u0e31\u0e34-\u0e3a])/g, "$2$1"],
  [/([\u0e48-\u0e4c]?)\u0e4d([\u0e48-\u0e4c]?)\u0e32/g, "$1$2\u0e33"],
  [/\u0e40\u0e40/g, "\u0e41"],
  [/\u0e45/g, "\u0e32"],
  [/([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\1+/g, "$1"],
  [/([\u0e01-\u0e4e])\.(?=[\u0e01-\u0e4e]{3})/g, "$1 "],
  [/([\u0e01-\u0e4e])\./g, "$1"],
  [/([0-9]),(?=[0-9]{3}(?![0-9]))/g, "$1"],
  [/([0-9])[./](?=[0-9])/g, "$1\u02cc"],
  [/(^|[^a-z0-9])((?:[a-z]\.){2,}[a-z]?)(?![a-z])/g, (_, before, initials) => before + initials.replace(/\./g, "")],
  [/[^\p{L}\p{M}\p{N}]+/gu, " "],
];
const SOUNDS = {
  ศ: "ส", ษ: "ส", ณ: "น", ฎ: "ด", ฏ: "ต", ฐ: "ท", ถ: "ท", ฑ: "ท", ฒ: "ท", ธ: "ท", ภ: "พ", ฌ: "ช", ญ: "ย", ฬ: "ล", ใ: "ไ", ข: "ค", ฃ: "ค", ฅ: "ค",
  รร: "ัน",
};

// Small letters, single spaces; tone marks are kept.
export function normalForm(text) {
  let form = text.toLowerCase().normalize("NFD");
  for (const [pattern, replacement] of STEPS) form = form.replace(pattern, replacement);
  return form.trim();
}

// A normal form spelt as it sounds: common misspellings meet.
export function asItSounds(form) {
  return form.replace(/[\u0e30\u0e47-\u0e4e]/g, "").replace(/รร|[ศษณฎฏฐถฑฒธภฌญฬใขฃฅ]/g, (letter) => SOUNDS[letter]);
}

