import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { closeDb } from '@/db/client';
import { useTestDatabase } from '@/db/testing/use-test-database';
import { OUTCOME_UNKNOWN } from '@/lib/protocol/interrupt-tools';
import { processLife } from './testing/process-life';

const TIMEOUT = { timeout: 120_000 };

describe('P22: a process that is killed', () => {
  useTestDatabase('pglite');
  const inFolder = (name: string) => join(process.env.DATA_DIR ?? '', name);

  test(
    'while a person is asked: the decision comes later under the same id, and the tool runs once',
    TIMEOUT,
    async () => {
      // The folder belongs to one process at a time.
      await closeDb();
      const before = await processLife('lib/engine/testing/tools-until-killed', 'asks', inFolder('asks'));
      expect(before).toMatchObject({ run: expect.any(String), asked: expect.any(String) });
      const after = await processLife(
        'lib/engine/testing/tools-until-killed',
        'asks',
        inFolder('asks'),
        String(before.run),
      );
      const once = { decided: true, requested: 1, final: 'The answer.', results: ['Cut.'], ran: 1 };
      expect(after).toEqual({ asked: before.asked, ...once });
    },
  );

  test('while a tool changes things: it is never run again, and its outcome is unknown', TIMEOUT, async () => {
    await closeDb();
    const before = await processLife('lib/engine/testing/tools-until-killed', 'runs', inFolder('runs'));
    expect(before).toEqual({ run: expect.any(String) });
    const after = await processLife(
      'lib/engine/testing/tools-until-killed',
      'runs',
      inFolder('runs'),
      String(before.run),
    );
    expect(after).toEqual({ requested: 0, final: 'The answer.', results: [OUTCOME_UNKNOWN], ran: 1 });
  });
});
