import { expect, it } from 'vitest';
import { ECHO, NEVER, namedTool, said, testClients } from '../testing/test-clients';

const CALLS = 200;
const READS = { ...ECHO, annotations: { readOnlyHint: true } };

const at = testClients();

async function pair(tool = READS) {
  const first = await at.start({ tools: [tool] });
  const second = await at.start({ tools: [tool] });
  const servers = [first.server('one', { group: 'equal' }), second.server('two', { group: 'equal' })] as const;
  const call = (n: number, options: { keptBy?: string | null; repeatable?: boolean } = {}) =>
    at.clients.callTool(
      servers[0],
      { tool: namedTool('echo'), arguments: { text: `${n}` }, repeatable: options.repeatable ?? true },
      { signal: NEVER, among: { equal: [servers[1]], keptBy: options.keptBy ?? null } },
    );
  return { first, second, servers, call };
}

it('shares calls evenly, and all of 200 succeed when one of two is killed in mid-flight', async () => {
  const { first, second, call } = await pair();
  const results: Promise<unknown>[] = [];
  for (let n = 0; n < CALLS / 2; n += 1) results.push(call(n));
  await Promise.all(results);
  const counts = [first.count('tools/call'), second.count('tools/call')];
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(CALLS * 0.2);
  const late = Array.from({ length: CALLS / 2 }, (_, n) => call(n + CALLS / 2));
  await first.kill();
  const all = await Promise.all([...results, ...late]);
  expect(all.map((result) => (result as ReturnType<typeof said>).content[0]?.text)).toEqual(
    Array.from({ length: CALLS }, (_, n) => `You said ${n}.`),
  );
  await first.restart();
});

it('keeps a run on the server that has its session, until that is gone', async () => {
  const { first, second, call } = await pair();
  for (let n = 0; n < 6; n += 1) await call(n, { keptBy: 'run 1' });
  const counts = [first.count('tools/call'), second.count('tools/call')];
  expect(counts.toSorted()).toEqual([0, 6]);
  for (let n = 0; n < 6; n += 1) await call(n, { keptBy: 'run 2' });
  expect([first.count('tools/call'), second.count('tools/call')]).toEqual([6, 6]);
  const [kept, other] = counts[0] === 6 ? [first, second] : [second, first];
  await kept.kill();
  await call(7, { keptBy: 'run 1' });
  expect(other.count('tools/call')).toBe(7);
  await kept.restart();
});

it('never sends a second time what may have been done, and turns to another server where nothing was sent', async () => {
  let done = 0;
  const { first, second, call } = await pair({
    ...READS,
    call: ({ text }: Record<string, unknown>) => {
      done += 1;
      return said(`You said ${text}.`);
    },
  });
  await first.kill();
  for (let n = 0; n < 4; n += 1) await call(n, { repeatable: false });
  expect(done).toBe(4);
  expect(second.count('tools/call')).toBe(4);
  await first.restart();
});
