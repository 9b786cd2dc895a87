export interface NamedList {
  name: string;
  items: string[];
}

/** Lines such as "Alice: apples, pears and plums": a name and at least two items. */
export function findLists(text: string): NamedList[] {
  return text.split('\n').flatMap((line) => {
    const match = /^\s*(?:[-*•]\s*)?([^:.?!]{1,40}):\s*(\S.*)$/.exec(line);
    if (!match) return [];
    const items = (match[2] ?? '')
      .replace(/[.;]\s*$/, '')
      .split(/\s*[,;]\s*(?:and\s+)?|\s+and\s+/)
      .map((item) => item.trim())
      .filter(Boolean);
    const short =
      items.length >= 2 && items.every((item) => item.split(/\s+/).length <= 5 && !/^[\d.,\s€$£%]+$/.test(item));
    return short ? [{ name: (match[1] ?? '').trim(), items }] : [];
  });
}
