const LONGEST = 50;
const MOST = 20;

/** The first of the labels that is longer than a label may be, with its length and the longest there may be; `null` = none is. */
export function tooLongLabel(text: string): { label: string; length: number; longest: number } | null {
  const label = written(text).find(({ length }) => length > LONGEST);
  return label === undefined ? null : { label, length: label.length, longest: LONGEST };
}

function written(text: string): string[] {
  return text.split(/[,，、;]/).map((label) => label.trim());
}

/** The labels that somebody has written, separated by commas. */
export function readLabels(text: string): string[] {
  const labels = written(text).map((label) => label.slice(0, LONGEST));
  return [...new Set(labels.filter((label) => label !== ''))].slice(0, MOST);
}
