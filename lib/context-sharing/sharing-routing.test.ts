import { describe, expect, test } from 'vitest';
import { untilEvent } from '@/lib/engine/testing/test-engine';
import type { RunEvent } from '@/lib/protocol/event';
import type { AgentSharing, ContextSharing } from '@/lib/protocol/team';
import { codeAuthor } from './testing/code-author';
import { useDoubleRuns } from './testing/double-runs';
import { sharingTeam } from './testing/sharing-team';
import { textsIn } from './testing/texts-in';

const TOPIC = `The parser drops hexadecimal literals. ${'About the parser: hexadecimal literals. '.repeat(12)}END`;
const OTHER = Array.from({ length: 12 }, (_, at) => `unrelated output ${at} ${'lorem ipsum dolor '.repeat(20)}`);

describe('what of others reaches a reader', () => {
  const runs = useDoubleRuns();
  let questions = 0;

  /** A and C work; B reads. */
  async function play(own: Record<string, AgentSharing>, sharing: Partial<ContextSharing> | null = {}) {
    const published = Promise.withResolvers<void>();
    const author = codeAuthor(({ slot }) => ({
      answer: `The answer of ${slot}.`,
      ownTools: [TOPIC, ...OTHER, `evidence of ${slot}`].map((result, at) => ({
        tool: 'Bash',
        arguments: { command: `step ${at}` },
        result,
      })),
      files: { 'made.txt': `file of ${slot}\n` },
      notes: sharing ? [`note of ${slot}`] : [],
      until: published.promise,
    }));
    const engine = await runs.openWith([author], ['openai_compatible']);
    const isFirst = (event: RunEvent) => event.type === 'answer.posted' && event.slot === 'B';
    void author.begun.then(({ runId }) => untilEvent(engine, runId, isFirst).then(() => published.resolve()));
    const seat = (slot: string, type: string, model: string) => ({ type, model, sharing: own[slot] ?? {} });
    const seats = [
      seat('A', 'claude_code', 'x'),
      seat('B', 'openai_compatible', 'team-b@0x4'),
      seat('C', 'claude_code', 'x'),
    ];
    questions += 1;
    const question = `Question ${questions}: why does the parser drop hexadecimal literals?`;
    const played = await runs.play(sharingTeam(seats, sharing), question);
    expect(played.state.status).toBe('finished');
    const receipts = played.events.flatMap((event) =>
      event.type === 'context.delivered' && event.slot === 'B' ? (event.contexts ?? []) : [],
    );
    const bodies = runs.bodiesOf(played, 'B');
    const told = bodies.flatMap(textsIn).join('\n');
    expect(told).toContain('The answer of A.');
    expect(told).toContain('The answer of C.');
    const from = [...new Set(receipts.filter(({ kind }) => kind === 'peer').map((receipt) => receipt.from))].sort();
    return { ...played, told, from, body: JSON.stringify(bodies) };
  }

  test('everything, where nothing is said', async () => {
    const { told, from } = await play({});
    for (const slot of ['A', 'C'])
      for (const what of ['evidence', 'file', 'note']) expect(told).toContain(`${what} of ${slot}`);
    expect(from).toEqual(['A', 'C']);
  });

  test('share: false keeps an agent’s work with it, not its answers', async () => {
    const { told, from, body } = await play({ A: { share: false } });
    for (const what of ['evidence', 'file', 'note']) {
      expect(told).not.toContain(`${what} of A`);
      expect(told).toContain(`${what} of C`);
    }
    expect(told).not.toContain('<peer_context from="agent A"');
    expect(from).toEqual(['C']);
    expect(body).toContain('"enum":["C"]');
  });

  test('from names whose work it gets', async () => {
    const { told, from } = await play({ B: { from: ['A'] } });
    for (const what of ['evidence', 'file', 'note']) {
      expect(told).toContain(`${what} of A`);
      expect(told).not.toContain(`${what} of C`);
    }
    expect(from).toEqual(['A']);
  });

  test('include names what of it', async () => {
    const { told, from } = await play({ B: { include: ['files'] } });
    for (const slot of ['A', 'C']) {
      expect(told).toContain(`file of ${slot}`);
      expect(told).not.toContain(`evidence of ${slot}`);
      expect(told).not.toContain(`note of ${slot}`);
    }
    expect(from).toEqual(['A', 'C']);
  });

  test('relevance: topic puts first what is about the question', async () => {
    const small = { include: ['tools' as const], maxTokensPerPeer: 900 };
    const usual = await play({}, small);
    const byTopic = await play({ B: { relevance: 'topic' } }, small);
    expect(usual.told).toContain('<peer_context from="agent A"');
    expect(usual.told).not.toContain(TOPIC);
    expect(byTopic.told).toContain(TOPIC);
  });

  test('off leaves no trace', async () => {
    const { told, from, body, events } = await play({}, null);
    expect(from).toEqual([]);
    expect(body).not.toMatch(/peer_context|post_note|get_peer|read_peer|own_context|<note/);
    for (const what of ['evidence', 'file', 'note']) expect(told).not.toContain(`${what} of `);
    expect(events.filter(({ type }) => /^context\.(?:captured|failed)|^note/.test(type))).toEqual([]);
  });
});
