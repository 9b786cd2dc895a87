/** The folder of real answers, votes and judgements that the decisions' bench replays; it is no part of the repository. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BESIDE = fileURLToPath(new URL('../../../shared/decision-data', import.meta.url));

/** `DECISION_DATA` or `../shared/decision-data` beside the repository; `null` where there is none. */
export function dataFolder(): string | null {
  const folder = process.env.DECISION_DATA ?? BESIDE;
  return existsSync(join(folder, 'replay.mjs')) ? folder : null;
}

/** One set of the half that one may look at; `null` when it is not there. */
export function readSet<Set>(folder: string, name: string): Set | null {
  const file = join(folder, 'data', `${name}.dev.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Set) : null;
}

export const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
