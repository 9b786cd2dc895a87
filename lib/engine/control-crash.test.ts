import { describe, expect, test } from 'vitest';
import { closeDb } from '@/db/client';
import { useTestDatabase } from '@/db/testing/use-test-database';
import { CONTROL_KINDS } from './testing/control-kinds';
import { processLife } from './testing/process-life';

/** Each kind of control once; `CONTROL_KILLS=200` for a measurement. */
const KILLS = Number(process.env.CONTROL_KILLS ?? Object.keys(CONTROL_KINDS).length);
const kinds = Object.keys(CONTROL_KINDS);

describe('a process that is killed', () => {
  useTestDatabase('pglite');

  test(`${KILLS} × kill -9 in the moment in which a person's control is acknowledged: it took effect in every one`, {
    timeout: 60_000 + KILLS * 30_000,
  }, async () => {
    // The folder belongs to one process at a time.
    await closeDb();
    const lost: string[] = [];
    let before: string[] = [];
    let held = 0;
    for (let round = 0; round <= KILLS; round++) {
      const kind = round === KILLS ? 'none' : (kinds[round % kinds.length] ?? '');
      const told = await processLife('lib/engine/testing/control-until-killed', kind, ...before);
      if (before.length > 0 && told.held === true) held += 1;
      else if (before.length > 0) lost.push(`${before[1]}: ${JSON.stringify(told)}`);
      if (kind === 'none') break;
      expect(told, `round ${round}`).toMatchObject({ acknowledged: expect.any(String) });
      before = [String(told.acknowledged), kind];
    }
    expect(lost).toEqual([]);
    expect(held).toBe(KILLS);
  });
});
