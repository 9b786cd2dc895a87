/** Runs the replay of the decision data with the product's rule and reads its table. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mean } from './decision-data';

export type Band = 'within 10 points' | 'unequal (over 25 points)';

export interface Row {
  /** Share of the gap between the best member and an oracle, 0–100; mean of the sets. */
  share: number;
  calls: number;
}

type Replayed = { sets: Record<string, Record<string, { rows?: { rule: string; share: number; calls: number }[] }>> };

/** Each rule's figures in each band; the product's rows begin with `* `. */
export function replayTable(folder: string, teams: number): Record<Band, Map<string, Row>> {
  const tmp = mkdtempSync(join(tmpdir(), 'decisions-'));
  const json = join(tmp, 'replay.json');
  const rule = fileURLToPath(new URL('rule.ts', import.meta.url));
  const args = ['--split', 'dev', '--only', 'tasks', '--only-own', '--teams', String(teams), '--boot', '5'];
  try {
    execFileSync(process.execPath, [join(folder, 'replay.mjs'), ...args, '--rule', rule, '--json', json], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const replayed = JSON.parse(readFileSync(json, 'utf8')) as Replayed;
    return {
      'within 10 points': rowsOf(replayed, 'within 10 points'),
      'unequal (over 25 points)': rowsOf(replayed, 'unequal (over 25 points)'),
    };
  } finally {
    rmSync(tmp, { recursive: true, force: true });
  }
}

function rowsOf({ sets }: Replayed, band: Band): Map<string, Row> {
  const found = Object.values(sets).flatMap((set) => set[band]?.rows ?? []);
  const rules = [...new Set(found.map(({ rule }) => rule))];
  return new Map(
    rules.map((rule) => {
      const rows = found.filter((row) => row.rule === rule);
      return [rule, { share: 100 * mean(rows.map((row) => row.share)), calls: mean(rows.map((row) => row.calls)) }];
    }),
  );
}
