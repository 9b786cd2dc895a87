import { expect, it } from 'vitest';
import type { AgentUsage } from '../backend';
import { createUsageMeter } from './usage-meter';

const START = { type: 'message_start', message: { usage: { input_tokens: 7, cache_read_input_tokens: 3 } } };
const DELTA = { type: 'message_delta', usage: { output_tokens: 5 } };
const EXPECTED = { inputTokens: 10, cachedTokens: 3, outputTokens: 5, reasoningTokens: 0 };

function metered(chunks: string[]): AgentUsage[] {
  const reports: AgentUsage[] = [];
  const meter = createUsageMeter((usage) => reports.push({ ...usage }));
  for (const chunk of chunks) meter.push(Buffer.from(chunk));
  meter.end();
  return reports;
}

const frame = (event: object) => `event: x\ndata: ${JSON.stringify(event)}\n\n`;

it('counts a stream once, wherever it is cut into chunks', () => {
  const text = frame(START) + frame(DELTA) + frame({ type: 'message_stop' });
  expect(metered([text])).toEqual([EXPECTED]);
  expect(metered([...text])).toEqual([EXPECTED]);
});

it('counts a reply in one piece', () => {
  const whole = JSON.stringify({ usage: { input_tokens: 7, cache_read_input_tokens: 3, output_tokens: 5 } });
  expect(metered([whole.slice(0, 9), whole.slice(9)])).toEqual([EXPECTED]);
});

it('counts what a stream that breaks off has used so far, and nothing for a reply without usage', () => {
  expect(metered([frame(START)])).toEqual([{ ...EXPECTED, outputTokens: 0 }]);
  expect(metered([frame({ type: 'ping' }), 'data: {"usage": \n\n'])).toEqual([]);
});
