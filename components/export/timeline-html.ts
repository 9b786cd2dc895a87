import { timelineOf } from '@/lib/browser/run/timeline';
import type { RunEvent } from '@/lib/protocol/event';
import { escapeHtml, plainHtml } from './escape-html';
import { texts } from './texts';

const WIDTH = 720;
const LANE = 30;
const LEFT = 30;

/** What each agent did when, as a drawing, and beside it in words. */
export function timelineHtml(events: RunEvent[]): string {
  const { length, lanes } = timelineOf(events);
  if (lanes.length === 0) return '';
  const x = (at: number) => LEFT + (Math.max(0, Math.min(at, length)) / length) * (WIDTH - LEFT - 10);
  const height = lanes.length * LANE + 8;
  const rows = lanes.map(({ slot, spans, marks }, index) => {
    const y = index * LANE + 20;
    const bars = spans.map(({ from, to, kind }) => {
      const width = Math.max(2, x(to ?? length) - x(from)).toFixed(1);
      return `<rect class="${kind}" x="${x(from).toFixed(1)}" y="${y - (kind === 'call' ? 7 : 3)}" width="${width}" height="${kind === 'call' ? 14 : 6}" rx="3"/>`;
    });
    const points = marks
      .filter(({ label }) => label !== '')
      .map(({ at, label, kind }) => {
        return `<g class="mark ${kind}"><circle cx="${x(at).toFixed(1)}" cy="${y}" r="4"/><text x="${(x(at) + 6).toFixed(1)}" y="${y - 9}">${plainHtml(label)}</text></g>`;
      });
    return `<g class="lane agent-${agentClass(slot)}"><text x="4" y="${y + 4}">${escapeHtml(slot)}</text>${bars.join('')}${points.join('')}</g>`;
  });
  const seconds = (length / 1000).toFixed(1);
  const words = lanes.flatMap(({ slot, marks }) =>
    marks.map(({ at, words: said }) => `<li>${plainHtml(`${(at / 1000).toFixed(1)} s · ${slot}: ${said}`)}</li>`),
  );
  return `<h4>${texts.timeline}</h4>
<div class="scroll"><svg role="img" aria-label="${escapeHtml(texts.timelineOf(seconds))}" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}">${rows.join('')}</svg></div>
<details><summary>${texts.timelineOf(seconds)}</summary><ul>${words.join('')}</ul></details>`;
}

/** One of eight hues, by the agent's letter. */
export function agentClass(slot: string): string {
  return /^[A-H]$/.test(slot) ? slot.toLowerCase() : 'a';
}
