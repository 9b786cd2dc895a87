import type { Finding } from './finding';
import { findDates } from './text/find-dates';
import { formatNumber } from './text/format-number';
import type { Task } from './text/split-task';

const DAY_MS = 86_400_000;
const UNTIL = /\bhow (?:many (?:days|weeks)|long)\b[^?]*\b(?:until|till|to|before)\b/i;
const SINCE = /\bhow (?:many (?:days|weeks)|long)\b[^?]*\b(?:since|ago)\b/i;
const RANGE = /\b([01]?\d|2[0-3]):([0-5]\d)\s*(?:to|until|till|–|-)\s*([01]?\d|2[0-3]):([0-5]\d)\b/gi;

/** Spans between the dates and the times of day in the task; a question with one date counts from today (UTC). */
export function findTime({ question, material }: Task, now = Date.now()): Finding[] {
  const given = `${question}\n${material}`;
  return [
    ...weekdays(question),
    ...dateSpan(question, given, now),
    ...timeSpans(given).map(
      ({ source, minutes }): Finding => ({ section: 'Answer', text: `From ${source}: ${minutes} minutes` }),
    ),
  ];
}

function weekdays(question: string): Finding[] {
  if (!/\b(?:what|which) (?:day of the week|weekday|day)\b/i.test(question)) return [];
  return findDates(question).map(({ source, time }) => ({
    section: 'Answer',
    text: `${source} is a ${new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(time)}`,
  }));
}

function dateSpan(question: string, text: string, now: number): Finding[] {
  const dates = findDates(text).sort((a, b) => a.time - b.time);
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last) return [];
  if (first !== last) return [span(first.source, last.source, last.time - first.time)];
  if (!UNTIL.test(question) && !SINCE.test(question)) return [];
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  const named = `today (${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(today)})`;
  return [
    today <= first.time ? span(named, first.source, first.time - today) : span(first.source, named, today - first.time),
  ];
}

function span(from: string, to: string, milliseconds: number): Finding {
  const days = Math.round(milliseconds / DAY_MS);
  return { section: 'Answer', text: `From ${from} to ${to}: ${formatNumber(days)} ${days === 1 ? 'day' : 'days'}` };
}

/** The times of day of the form "02:10 to 03:30"; the second may be on the next day. */
export function timeSpans(text: string): { source: string; minutes: number }[] {
  return [...text.matchAll(RANGE)].map(([source, h1, m1, h2, m2]) => {
    const minutes = (Number(h2) * 60 + Number(m2) - Number(h1) * 60 - Number(m1) + 1440) % 1440;
    return { source, minutes };
  });
}
