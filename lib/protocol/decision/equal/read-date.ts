/** A day, or a month of a year. */
export interface CalendarDate {
  kind: 'date';
  /** `2024-03-05` or `2024-03`; more than one where day and month may be swapped. */
  readings: string[];
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const GERMAN: Record<string, string> = {
  januar: 'jan',
  februar: 'feb',
  märz: 'mar',
  mai: 'may',
  juni: 'jun',
  juli: 'jul',
  oktober: 'oct',
  dezember: 'dec',
};
const FULL = 'january february march april may june july august september october november december'.split(' ');
const WEEKDAY = /^(?:on )?(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,? (?=\S)/i;

/** Reads a text that is a date and nothing else; `null` otherwise. */
export function readDate(text: string): CalendarDate | null {
  const bare = text.trim().replace(WEEKDAY, '').replace(/\s+/g, ' ');
  const readings = [...new Set(numeric(bare) ?? worded(bare) ?? [])];
  return readings.length > 0 ? { kind: 'date', readings } : null;
}

function numeric(text: string): string[] | null {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (iso) return day(iso[1], Number(iso[2]), iso[3]);
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
  if (dotted) return day(dotted[3], Number(dotted[2]), dotted[1]);
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text);
  if (!slashed) return null;
  const [, first, second, year] = slashed;
  return [...(day(year, Number(first), second) ?? []), ...(day(year, Number(second), first) ?? [])];
}

function worded(text: string): string[] | null {
  const dayFirst = /^(?:the )?(\d{1,2})(?:st|nd|rd|th|\.)?(?: of)? (\p{L}+)\.?,? (\d{4})$/u.exec(text);
  if (dayFirst) return day(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = /^(\p{L}+)\.? (?:the )?(\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u.exec(text);
  if (monthFirst) return day(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  const month = /^(\p{L}+)\.?,? (\d{4})$/u.exec(text);
  const number = monthOf(month?.[1]);
  return month && number > 0 ? [`${month[2]}-${two(number)}`] : null;
}

function monthOf(name = ''): number {
  const word = name.toLowerCase();
  const short =
    GERMAN[word] ?? (FULL.includes(word) || word.length === 3 ? word.slice(0, 3) : word === 'sept' ? 'sep' : '');
  return MONTHS.indexOf(short) + 1;
}

function day(year: string | undefined, month: number, date: string | undefined): string[] | null {
  const at = new Date(Date.UTC(Number(year), month - 1, Number(date)));
  const exists = month >= 1 && at.getUTCMonth() === month - 1 && at.getUTCDate() === Number(date);
  return exists ? [`${year}-${two(month)}-${two(Number(date))}`] : null;
}

const two = (value: number) => String(value).padStart(2, '0');
