/** (k) Reading Markdown, whole and as it streams in, by texts that are hard to read; no limit but that of the main thread's patience. */
import fc from 'fast-check';
import { type MarkdownText, NO_MARKDOWN, readMarkdown } from '@/components/markdown/parse/read-markdown';
import { LOOPED, nasty } from '@/components/markdown/parse/testing/nasty-texts';
import { finishReport, report } from './support/report';

const LENGTH = 10_000;
const PIECE = 40;

const filled = (unit: string) => unit.repeat(Math.ceil(LENGTH / Math.max(1, unit.length))).slice(0, LENGTH);
const loops = LOOPED.map((unit) => ({ name: JSON.stringify(unit), text: filled(unit) }));
const mixed = fc
  .sample(nasty, { numRuns: 1000, seed: 1 })
  .map((text, index) => ({ name: `text ${index}`, text: filled(text) }));

function time(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function worst(texts: typeof loops, work: (text: string) => void) {
  let most = { name: '', ms: 0 };
  for (const { name, text } of texts) {
    // The better of two: once is enough to see what a text costs, but not while something else has the processor.
    const ms = Math.min(
      time(() => work(text)),
      time(() => work(text)),
    );
    if (ms > most.ms) most = { name, ms };
  }
  return most;
}

const plain = filled('A paragraph with **bold**, `code` and [a link](https://example.com).\n\n- one\n- two\n\n');
for (let warm = 0; warm < 20; warm += 1) readMarkdown(plain);
report({ name: '10 kB of ordinary text, whole', value: time(() => readMarkdown(plain)), unit: 'ms' });
for (const [name, texts] of [
  [`${loops.length} loops`, loops],
  ['1,000 mixed texts', mixed],
] as const) {
  const whole = worst(texts, (text) => readMarkdown(text));
  report({ name: `10 kB, whole, worst of ${name} (${whole.name})`, value: whole.ms, unit: 'ms', target: 50 });
}

/** The longest that one piece holds up the main thread while 10 kB come in. */
let longest = 0;
let read: MarkdownText = NO_MARKDOWN;
const total = time(() => {
  for (let end = PIECE; end <= LENGTH; end += PIECE) {
    longest = Math.max(
      longest,
      time(() => (read = readMarkdown(plain.slice(0, end), read))),
    );
  }
});
report({ name: `10 kB of ordinary text in pieces of ${PIECE}, in all`, value: total, unit: 'ms' });
report({ name: 'the longest of them', value: longest, unit: 'ms', target: 16 });
finishReport();
