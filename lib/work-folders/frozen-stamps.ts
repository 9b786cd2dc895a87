import 'server-only';
import type { BigIntStats } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';

/** What of a working folder is known to be, byte for byte, what its last frozen copy has. */
export interface FrozenStamps {
  /** Name of the frozen folder, beside the working folder. */
  frozen: string;
  /** By path: what a file looked like when it was copied. */
  stamps: Record<string, string>;
}

/** Of file systems with whole seconds, and of all others. */
const COARSE_MS = 2_100;
const FINE_MS = 50;
const SECOND_NS = 1_000_000_000n;

/**
 * A file that has changed has another stamp: the system sets the time of the last change (`ctime`), and nobody can set it back.
 * `null` = it has changed just now, so that a further change could bear the same time.
 */
export function stampOf({ ino, size, mode, mtimeNs, ctimeNs }: BigIntStats, nowMs: number): string | null {
  const patienceMs = ctimeNs % SECOND_NS === 0n ? COARSE_MS : FINE_MS;
  if (Number(ctimeNs / 1_000_000n) > nowMs - patienceMs) return null;
  return [ino, size, mode, mtimeNs, ctimeNs].join(' ');
}

/** @param live absolute path of the working folder; its stamps are beside it */
export async function readFrozenStamps(live: string): Promise<FrozenStamps | null> {
  try {
    return JSON.parse(await readFile(fileOf(live), 'utf8')) as FrozenStamps;
  } catch (error) {
    // None yet, or half written as a machine lost its power: everything is copied.
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

export async function writeFrozenStamps(live: string, stamps: FrozenStamps): Promise<void> {
  const unfinished = `${fileOf(live)}.new`;
  await writeFile(unfinished, JSON.stringify(stamps), { mode: 0o600 });
  await rename(unfinished, fileOf(live));
}

const fileOf = (live: string): string => `${live}.stamps`;
