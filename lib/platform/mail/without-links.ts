const LONGEST = 100;

/** What a reader does not see, or what turns the order of the rest. */
const HIDDEN = /[\p{Cf}\p{Co}\p{Cn}\u115f\u1160\u3164\uffa0]/gu;
const LINE_BREAKS = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;
/** `https://…`, `mailto:…`, `www.…`: to the next space. */
const LINK = /(?:[a-z][a-z0-9+.-]*:\/\/|(?:mailto|javascript|data|tel|file|www):|www[.。．｡])\S*/giu;
/** What programs for e-mails make a link or an address of by themselves; the other dots are full stops of names of hosts too. */
const LINKED_SIGN = /(?<=[\p{L}\p{N}])(?<sign>[.。．｡@＠])(?=\p{L})/gu;

/**
 * A name or title that somebody chose, as it may stand in an e-mail of ours: on one line, of at most 100 characters, without anything
 * that a program for e-mails makes a link of.
 */
export function withoutLinks(text: string): string {
  const line = text.replace(HIDDEN, '').replace(LINE_BREAKS, ' ').replace(LINK, '…').replace(LINKED_SIGN, '$<sign> ');
  const characters = Array.from(line.trim());
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : characters.join('');
}
