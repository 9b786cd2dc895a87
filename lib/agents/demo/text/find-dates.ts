export interface FoundDate {
  source: string;
  /** Midnight UTC. */
  time: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';

/** Complete dates written as 2025-03-14, 14.3.2025, 14 March 2025 or March 14, 2025, in order of appearance, each once. */
export function findDates(text: string): FoundDate[] {
  const found: (FoundDate & { index: number })[] = [];
  const add = (match: RegExpMatchArray, year: string | undefined, month: number, day: string | undefined) => {
    const time = Date.UTC(Number(year), month, Number(day));
    const exists = new Date(time).getUTCMonth() === month && new Date(time).getUTCDate() === Number(day);
    if (exists && !found.some((other) => other.time === time))
      found.push({ source: match[0], time, index: match.index ?? 0 });
  };
  for (const m of text.matchAll(/\b(\d{4})-(\d{2})-(\d{2})\b/g)) add(m, m[1], Number(m[2]) - 1, m[3]);
  for (const m of text.matchAll(/\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/g)) add(m, m[3], Number(m[2]) - 1, m[1]);
  for (const m of text.matchAll(
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\.?,?\\s+(\\d{4})\\b`, 'gi'),
  ))
    add(m, m[3], monthIndex(m[2]), m[1]);
  for (const m of text.matchAll(new RegExp(`\\b${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'gi')))
    add(m, m[3], monthIndex(m[1]), m[2]);
  return found.sort((a, b) => a.index - b.index).map(({ source, time }) => ({ source, time }));
}

function monthIndex(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase());
}
