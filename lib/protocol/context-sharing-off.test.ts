import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { randomRun } from './testing/random-run';
import { testFallback, testTeam } from './testing/test-team';

/** Of all requests of these runs, taken from the build before context sharing existed (commit 275bda4). */
const RECORDED = 'd3171330cdcef76c99dceeff35decec34a4ed9e126c7b742fb4c2d82de3a11f3';

test('without context sharing every request is what it was before there was any', () => {
  const hash = createHash('sha256');
  let requests = 0;
  for (let seed = 1; seed <= 120; seed += 1) {
    const size = 1 + (seed % 5);
    const agents: Record<string, object> =
      seed % 3 === 0 ? { A: { canCallTools: false }, B: { fallbacks: [testFallback('other', false)] } } : {};
    const coordination = { voidVotes: seed % 2 === 0 ? ('all' as const) : ('superseded' as const) };
    const { run } = randomRun(testTeam(size, { agents, coordination }), seed, seed % 4 === 0 ? 60 : null);
    requests += run.requested.length;
    for (const request of run.requested) hash.update(`${JSON.stringify(request)}\n`);
  }
  expect(requests).toBeGreaterThan(2_000);
  expect(hash.digest('hex')).toBe(RECORDED);
});
