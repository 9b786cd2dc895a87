/** Whether this stands for the tag. One with capitals is meant as it is written. */
export function isSameTag(text: string, tag: string): boolean {
  return text === tag || (text.length === tag.length && text.toLowerCase() === tag);
}

/** Whether the tag stands in the text at this place. */
export function isTagAt(text: string, tag: string, at: number): boolean {
  return isSameTag(text.slice(at, at + tag.length), tag);
}

/** Where the tag stands first, from a place on; -1 = nowhere. */
export function indexOfTag(text: string, tag: string, from: number): number {
  const first = tag.charAt(0);
  for (let at = text.indexOf(first, from); at >= 0; at = text.indexOf(first, at + 1))
    if (isTagAt(text, tag, at)) return at;
  return -1;
}
