import { describe, expect, test } from 'vitest';
import { closeDb } from '@/db/client';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import { processLife } from '@/lib/engine/testing/process-life';
import { OUTCOME_UNKNOWN } from '@/lib/protocol/interrupt-tools';
import type { DoubleTool } from '../testing/mcp-double';
import { said, testClients } from '../testing/test-clients';

const PROGRAM = 'lib/mcp/testing/mcp-until-killed';
const TIMEOUT = { timeout: 120_000 };

describe.each(testDatabaseKinds())('P22: a process that is killed with the call of an MCP server, on %s', (kind) => {
  useTestDatabase(kind);
  const used = testClients();

  /** A server with one tool that changes things; in this process, so that it outlives the others. */
  async function shop(call: DoubleTool['call']) {
    // The folder belongs to one process at a time.
    await closeDb();
    const tool = { name: 'order', description: 'Orders.', annotations: { destructiveHint: true }, call };
    return used.start({ tools: [tool] });
  }
  const asked = (journal: { method: string | null; params: unknown }[]) =>
    journal.flatMap(({ method, params }) => (method === 'tools/call' ? [params] : []));

  test('waiting for a person: they decide later under the same id, and it is made once', TIMEOUT, async () => {
    const double = await shop(() => said('Ordered.'));
    const before = await processLife(PROGRAM, 'asks', double.url);
    expect(before).toEqual({ run: expect.any(String), asked: expect.any(String) });
    expect(double.count('tools/call')).toBe(0);
    const after = await processLife(PROGRAM, 'asks', double.url, String(before.run));
    const once = { decided: true, requested: 1, final: 'The answer.', results: ['Ordered.'], seen: 'Ordered.' };
    expect(after).toEqual({ asked: before.asked, ...once });
    expect(asked(double.journal)).toEqual([expect.objectContaining({ name: 'order', arguments: { what: 'paper' } })]);
  });

  test('while the server is at work: it is never made again, and agent and person read why', TIMEOUT, async () => {
    const double = await shop((_given, { send, progressToken }) => {
      send({ method: 'notifications/progress', params: { progressToken, progress: 1 } });
      return new Promise(() => {});
    });
    const before = await processLife(PROGRAM, 'runs', double.url);
    expect(before).toEqual({ run: expect.any(String) });
    const after = await processLife(PROGRAM, 'runs', double.url, String(before.run));
    const unknown = { results: [OUTCOME_UNKNOWN], seen: OUTCOME_UNKNOWN };
    expect(after).toEqual({ requested: 0, final: 'The answer.', ...unknown });
    expect(asked(double.journal)).toHaveLength(1);
  });
});
