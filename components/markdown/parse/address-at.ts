const MAX_ADDRESS = 2048;
/** Never part of an address: white space, quotes, brackets of other kinds, marks of Markdown, and the punctuation of scripts that set no space behind it. */
const END =
  /[\s<>"`|\\^{}\p{Cc}]|\*\*|~~|[\u3000-\u3003\u3008-\u3011\u3014-\u301f\u2018-\u201f\u2026\u2014\u00ab\u00bb\uff01\uff08\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3b\uff3d\uff5b\uff5d-\uff65]/u;
/** Punctuation of the sentence around it, when it stands at the end. */
const TRAILING = /(?:[?!.,:;*_~'\u060c\u061b\u061f\u06d4\u0964\u0965]|&[a-z\d]{2,31};)$/i;
const PAIRS = { ')': '(', ']': '[' } as const;

/** The address that begins at `start`, without the punctuation of the sentence that follows it. Brackets belong to it in pairs. */
export function addressAt(text: string, start: number): string {
  const rest = text.slice(start, start + MAX_ADDRESS);
  const end = rest.search(END);
  let address = end < 0 ? rest : rest.slice(0, end);
  for (;;) {
    const shorter = withoutLast(address);
    if (shorter === address) return address;
    address = shorter;
  }
}

function withoutLast(address: string): string {
  const last = address.at(-1);
  if (last === ')' || last === ']') {
    const count = (character: string) => address.split(character).length;
    return count(last) > count(PAIRS[last]) ? address.slice(0, -1) : address;
  }
  return address.replace(TRAILING, '');
}
