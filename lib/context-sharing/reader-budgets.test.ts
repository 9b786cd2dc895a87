import { describe, expect, test } from 'vitest';
import type { AgentCall } from '@/lib/agents/backend';
import { charactersOf } from '@/lib/engine/call/request-size';
import { createScriptedBackend, type ScriptedStep } from '@/lib/engine/testing/scripted-backend';
import { ballotOf } from '@/lib/engine/testing/team-script';
import { CHARACTERS_PER_TOKEN } from '@/lib/protocol/constants';
import type { ContextDelivered, SharedContext } from '@/lib/protocol/context-event';
import type { RunEvent } from '@/lib/protocol/event';
import { useSharingRuns } from './testing/sharing-runs';
import { sharingTeam } from './testing/sharing-team';
import { textsIn } from './testing/texts-in';

const WINDOW = 8_000;
const LONG = Array.from({ length: 300 }, (_, line) => `result ${line} of a long run`).join('\n');

type Delivery = RunEvent & ContextDelivered;

const contextsOf = (events: RunEvent[], slot?: string): SharedContext[] =>
  events
    .filter((event): event is Delivery => event.type === 'context.delivered')
    .filter((event) => !slot || event.slot === slot)
    .flatMap(({ contexts = [] }) => contexts);
const textOf = ({ messages }: AgentCall) => textsIn(messages).join('\n');

/** Works at length before each of three answers, reads the others as often as it may in every second step, then votes. */
function worker(reads: number, lengthOfAnswer: number) {
  const turns = new Map<string, number>();
  return (call: AgentCall): ScriptedStep => {
    if (call.toolChoice === 'none') return { text: ['Presented.'] };
    const key = `${call.runId} ${call.slot}`;
    const turn = (turns.get(key) ?? 0) + 1;
    turns.set(key, turn);
    const hasPeers = call.tools.some(({ name }) => name === 'get_peer_context') && ballotOf(call).length > 0;
    if (turn % 2 === 0 && reads > 0 && hasPeers) {
      const read = (at: number) => ({ tool: 'get_peer_context', arguments: { slot: at % 2 ? 'A' : 'B', part: 'all' } });
      return { tools: Array.from({ length: reads }, (_, at) => read(at)) };
    }
    const version = reads > 0 ? Math.ceil(turn / 2) : turn;
    if (call.tools.some(({ name }) => name === 'new_answer') && version <= 3) {
      const content = `Answer ${version} of ${call.slot} ${'x'.repeat(lengthOfAnswer)} end of ${call.slot}.${version}`;
      return { tools: [{ tool: 'new_answer', arguments: { content } }] };
    }
    return { tools: [{ tool: 'vote', arguments: { answer_id: ballotOf(call).sort()[0], reason: 'It is right.' } }] };
  };
}

/** The same, with tools of its own whose results are longer than any window. */
function coder(lengthOfAnswer: number, until?: Promise<void>) {
  const act = worker(0, lengthOfAnswer);
  return createScriptedBackend({
    type: 'claude_code',
    script: async (call) => {
      await until;
      const ownTools = Array.from({ length: 20 }, (_, at) => ({
        tool: 'Bash',
        arguments: { command: `run ${at}` },
        result: `${call.callId} ${at} ${LONG}`,
      }));
      return { ...act(call), ...(call.toolChoice !== 'none' && { ownTools }) };
    },
  });
}

/** Two that work at length, and one that reads them. */
const SEATS = [{ type: 'claude_code' }, { type: 'claude_code' }, { type: 'scripted' }];

describe('the budget of a reader', () => {
  const runs = useSharingRuns();

  test.each([0, 4])('no request is longer than a small window, also with %d reads at once', async (reads) => {
    const reader = createScriptedBackend({ contextWindow: WINDOW, script: worker(reads, 100) });
    await runs.open([coder(100), reader]);
    const team = sharingTeam(SEATS, { maxTokensPerPeer: 20_000, maxTokensTotal: 60_000 });
    const first = await runs.play(team);
    // Its own context of the turn before comes on top.
    const second = await runs.play(team, 'And now?', first);
    for (const { state, events } of [first, second]) {
      expect(state.status).toBe('finished');
      const shared = contextsOf(events, 'C').filter(({ kind }) => kind === 'peer');
      expect(shared.length).toBeGreaterThan(0);
      expect(shared.some(({ cut }) => cut?.includes('tool call'))).toBe(true);
    }
    const lengths = reader.calls.map((call) => charactersOf(call.messages, call.tools) / CHARACTERS_PER_TOKEN);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(WINDOW);
    expect(Math.max(...lengths)).toBeGreaterThan(WINDOW * 0.4);
    expect(reader.calls.some((call) => textOf(call).includes('Cut to fit: '))).toBe(true);
  });

  test('what a slot is given of others in a run stays within the total; answers are whole all the same', async () => {
    const reader = createScriptedBackend({ script: worker(0, 9_000) });
    await runs.open([coder(9_000), reader]);
    const { state, events } = await runs.play(sharingTeam(SEATS, { maxTokensPerPeer: 1_000, maxTokensTotal: 2_500 }));
    expect(state.status).toBe('finished');
    const given = contextsOf(events, 'C');
    const total = given.reduce((sum, { tokens }) => sum + tokens, 0);
    expect(total).toBeLessThanOrEqual(2_500);
    expect(total).toBeGreaterThan(1_500);
    for (const { tokens, cut } of given) {
      expect(tokens).toBeLessThanOrEqual(1_000);
      expect(cut).toMatch(/shortened|left out/);
    }
    const told = reader.calls.map(textOf);
    const shown = told.flatMap((text) => [...text.matchAll(/<answer id="(.*?)" by="agent .">\n(.*)\n<\/answer>/g)]);
    expect(shown.length).toBeGreaterThan(1);
    for (const [, id = '', content = ''] of shown)
      expect(/^Answer \d of [AB] x{9000} end of [AB]\.\d$/.test(content), id).toBe(true);
  });

  test('what the provider has counted is used instead of a guess', async () => {
    const sizes: number[] = [];
    for (const charactersPerToken of [2, 8]) {
      const asked = Promise.withResolvers<void>();
      const act = worker(0, 100);
      const reader = createScriptedBackend({
        contextWindow: WINDOW,
        script: (call) => {
          asked.resolve();
          const inputTokens = Math.ceil(charactersOf(call.messages, call.tools) / charactersPerToken);
          return { ...act(call), usage: { inputTokens, outputTokens: 1, cachedTokens: 0, reasoningTokens: 0 } };
        },
      });
      await runs.open([coder(100, asked.promise), reader]);
      const seats = [{ type: 'claude_code' }, { type: 'scripted' }];
      const { events, state } = await runs.play(
        sharingTeam(seats, { maxTokensPerPeer: 20_000, maxTokensTotal: 60_000 }),
      );
      expect(state.status).toBe('finished');
      const [first] = contextsOf(events, 'B');
      sizes.push(first?.tokens ?? 0);
    }
    const [few = 0, many = 0] = sizes;
    // The same request, counted as four times as many tokens, leaves less room for the same work.
    expect(few).toBeGreaterThan(0);
    expect(many - few).toBeGreaterThan(300);
  });
});
