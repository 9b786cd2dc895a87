const LONGEST = 50;
const MOST = 20;

/** The labels that somebody has written, separated by commas. */
export function readLabels(text: string): string[] {
  const labels = text.split(/[,，、;]/).map((label) => label.trim().slice(0, LONGEST));
  return [...new Set(labels.filter((label) => label !== ''))].slice(0, MOST);
}
