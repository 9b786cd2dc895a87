import type { RunState } from '@/lib/protocol/state';
import { costTable } from './cost-table';

const COLUMNS = [
  'slot',
  'phase',
  'backend',
  'model',
  'requests',
  'inputTokens',
  'cachedTokens',
  'outputTokens',
  'reasoningTokens',
  'estimatedTokens',
  'costUsd',
  'priceDate',
] as const;

/** The figures of a run as CSV; an unknown price is an empty cell, never 0. */
export function costCsv(run: RunState): string {
  const lines = costTable(run).rows.map((row) => COLUMNS.map((column) => cell(row[column])).join(','));
  return [COLUMNS.join(','), ...lines].join('\n');
}

function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  // A spreadsheet would take a text that begins so for a formula.
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
