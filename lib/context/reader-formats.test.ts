import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Doubles, startDoubles } from '@/e2e/doubles/start-doubles';
import { backendFor } from '@/lib/agents/registry';
import { untilEvent } from '@/lib/engine/testing/test-engine';
import type { ContextDelivered } from '@/lib/protocol/context-event';
import type { RunEvent } from '@/lib/protocol/event';
import { type CodeAuthor, codeAuthor } from './testing/code-author';
import { DOUBLE_PATHS, DOUBLE_READERS } from './testing/double-readers';
import { type PlayedRun, useSharingRuns } from './testing/sharing-runs';
import { sharingTeam } from './testing/sharing-team';
import { textsIn } from './testing/texts-in';

const PER_PEER = 1_500;
const EVIDENCE = '11 passed, 1 failed: parse.test.ts:3';
const LOG = Array.from({ length: 2_000 }, (_, line) => `line ${line} of a long log`).join('\n');

const isDelivery = (event: RunEvent): event is RunEvent & ContextDelivered => event.type === 'context.delivered';

let doubles: Doubles;
// biome-ignore lint/correctness/useHookAtTopLevel: no React hook.
const runs = useSharingRuns();

beforeAll(async () => {
  doubles = await startDoubles();
  vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', doubles.origin);
});
beforeEach(() => doubles.journal.clear());
afterAll(() => doubles.close());

const open = (author: CodeAuthor, types: string[]) =>
  runs.open([author, ...types.map(backendFor)], {
    resolveCredentials: async (_run, { type }) => ({
      apiKey: 'k',
      baseUrl: `${doubles.origin}${DOUBLE_PATHS[type] ?? ''}`,
    }),
  });

/** What the provider of the slot's model was sent in the run, in order. */
function bodiesOf({ events }: Pick<PlayedRun, 'events'>, slot: string): unknown[] {
  const calls = events.flatMap((event) =>
    event.type === 'agent.started' && event.slot === slot ? [event.callId] : [],
  );
  return doubles.journal
    .items()
    .filter(({ headers, path }) => calls.includes(String(headers['x-massgen-call'])) && !path.endsWith('count_tokens'))
    .map(({ body }) => body);
}

const work = () => ({
  answer: 'The author’s answer: the third line is wrong.',
  ownTools: [
    { tool: 'Read', arguments: { file_path: 'log.txt' }, result: LOG },
    { tool: 'Bash', arguments: { command: 'npm test -- parse' }, result: EVIDENCE, isError: true },
  ],
  files: { 'src/parse.ts': 'export const parse = (text: string) => text.trim();\n' },
  text: ['I looked ', 'at the parser.'],
});

describe.each(DOUBLE_READERS)('$type, $model, tools: $canCallTools', ({ type, model, canCallTools, faults }) => {
  const acts = model.includes('note');

  test('gets what a coding agent has done in requests that its provider takes, and is read by it', async () => {
    const published = Promise.withResolvers<void>();
    const author = codeAuthor(() => ({ ...work(), until: published.promise }));
    const engine = await open(author, [type]);
    const team = sharingTeam([{ type: 'claude_code' }, { type, model, canCallTools }], { maxTokensPerPeer: PER_PEER });
    const playing = runs.play(team, `Question for ${type} ${model}`);
    void author.begun.then(({ runId }) =>
      untilEvent(engine, runId, (event) => event.type === 'context.captured' && event.slot === 'B').then(() =>
        published.resolve(),
      ),
    );
    const played = await playing;
    const { events, state } = played;
    expect(state.status).toBe('finished');

    const bodies = bodiesOf(played, 'B');
    expect(bodies.map((body) => faults(body))).toEqual(bodies.map(() => []));
    const told = bodies.map((body) => textsIn(body).join('\n'));
    const behind = told.findIndex((text) => text.includes('<answer id="A.1" by="agent A">'));
    expect(behind).toBeGreaterThan(0);
    const [context = ''] =
      /<peer_context from="agent A"[\s\S]*?<\/peer_context>[^\n]*(?:\n\nCut to fit.*)?/.exec(told[behind] ?? '') ?? [];
    expect(told[behind]).toContain('The author’s answer: the third line is wrong.');
    expect(context).toContain('npm test -- parse');
    expect(context).toContain(EVIDENCE);
    expect(context).toContain('+export const parse = (text: string) => text.trim();');
    expect(context).toContain('Cut to fit: ');
    expect(context).not.toContain('line 1000 of');
    expect(context.includes('<tool_call')).toBe(canCallTools);
    const receipts = events.filter(isDelivery).filter(({ slot }) => slot === 'B');
    const shared = receipts.flatMap(({ contexts = [] }) => contexts);
    expect(shared[0]).toMatchObject({ from: 'A', answerId: 'A.1', form: canCallTools ? 'structured' : 'text' });
    for (const { tokens } of shared) expect(tokens).toBeLessThanOrEqual(PER_PEER);
    expect(context.length).toBeLessThanOrEqual(PER_PEER * 4);

    const news = textsIn(author.news).join('\n');
    expect(news).toContain('<answer id="B.1" by="agent B">');
    expect(news).toContain(`Answer 1 of ${model}`);
    expect(news).toMatch(/<peer_context from="agent B"[\s\S]*w1 w2 /);
    if (!acts) return;
    expect(news).toContain(`<note id="B-n1" from="agent B">\nNote of`);
    const later = author.calls.filter(({ slot, toolChoice }) => slot === 'A' && toolChoice !== 'none').at(-1);
    expect(textsIn(later?.messages).join('\n')).toContain('<answer id="B.2" by="agent B">');
    expect(textsIn(later?.messages).join('\n')).toContain(`Answer 2 of ${model}`);
  });
});
