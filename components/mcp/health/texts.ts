import { formatSpan, plural } from '@/lib/browser/ui/format';

const span = (ms: number | null) => (ms === null ? '–' : formatSpan(ms));

/** What Settings → MCP says of how a server does, and of its limits. */
export const texts = {
  calls: (count: number, days: number) => `${plural(count, 'call')} in ${days} days`,
  noCalls: (days: number) => `No calls in ${days} days`,
  errors: (count: number) => plural(count, 'error'),
  denied: (count: number) => `${count} not made`,
  unknown: (count: number) => `${count} with unknown outcome`,
  half: 'Half of the calls within',
  most: '95 % within',
  span,
  checks: 'Background checks',
  noChecks: 'It has not been checked in the background yet.',
  checksSum: (ok: number, all: number) => `${ok} of the last ${plural(all, 'check')} reached it`,
  checkSpeed: (half: number | null, most: number | null) => `half within ${span(half)}, 95 % within ${span(most)}`,
  check: (at: string, latencyMs: number | null, problem: string | null) =>
    `${at}: ${problem ?? (latencyMs === null ? 'reached' : `reached in ${formatSpan(latencyMs)}`)}`,
  tools: 'By tool',
  tool: 'Tool',
  count: 'Calls',
  failed: 'Errors',
  p50: 'Half within',
  p95: '95 % within',
  perMinute: 'Calls a minute',
  perDay: 'Calls a day',
  noLimit: 'No limit',
  wholeNumber: 'Give a whole number, or nothing.',
  save: 'Save limits',
  saved: 'The limits are saved.',
};
