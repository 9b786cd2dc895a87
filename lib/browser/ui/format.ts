import { texts } from './texts';

const count = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** Milliseconds as `0:48` or `1:02:05`. */
export function formatClock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** Milliseconds of a short span as `40 ms`, `6.2 s` or `2:05`. */
export function formatSpan(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  return ms < 60_000 ? `${(ms / 1000).toFixed(1)} s` : formatClock(ms);
}

/** `31k`. */
export function formatCount(value: number): string {
  return count.format(value).toLowerCase();
}

/** US dollars as `$0.12`, or `<$0.01`; zero is `$0.00`. */
export function formatCost(usd: number): string {
  if (usd > 0 && usd < 0.01) return '<$0.01';
  return `$${usd.toFixed(2)}`;
}

/**
 * Dollars as precisely as they are worth looking at: `$1.24`, `$0.0031`. `unknown` when nothing has a known price; a plus sign when that is
 * so of a part.
 */
export function formatMoney(usd: number | null, unpricedTokens: number): string {
  if (usd === null) return unpricedTokens > 0 ? texts.unknown : '–';
  const text = usd === 0 || usd >= 1 ? usd.toFixed(2) : usd >= 0.01 ? usd.toFixed(3) : usd.toFixed(5);
  return unpricedTokens > 0 ? texts.partlyUnknown(`$${text}`) : `$${text}`;
}

/** `1 answer`, `3 answers`. */
export function plural(value: number, word: string): string {
  return `${value} ${word}${value === 1 ? '' : 's'}`;
}

/** `A`, `A and B`, `A, B and C`. */
export function listWords(words: string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** `812 B`, `14 kB`, `2.3 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
