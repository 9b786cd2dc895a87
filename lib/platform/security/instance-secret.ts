import 'server-only';
import { hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '@/lib/platform/config/env';

const BYTES = 32;
const FILE = 'secret.key';

/**
 * The secret of this instance, 32 bytes: derived from `MASSGEN_SECRET`, else the content of a key file in the data folder
 * that is made at the first call and that only its owner can read.
 */
export async function instanceSecret(): Promise<Buffer> {
  const { MASSGEN_SECRET, dataDir } = env();
  if (MASSGEN_SECRET) return Buffer.from(hkdfSync('sha256', MASSGEN_SECRET, '', 'massgen instance secret', BYTES));
  const path = join(dataDir, FILE);
  return (await readKey(path)) ?? (await makeKey(dataDir, path));
}

/** A key of 32 bytes for one purpose; keys for different purposes tell nothing about each other. */
export async function deriveKey(purpose: string): Promise<Buffer> {
  return Buffer.from(hkdfSync('sha256', await instanceSecret(), '', purpose, BYTES));
}

async function readKey(path: string): Promise<Buffer | null> {
  const key = await readFile(path).catch(unless('ENOENT'));
  if (key && key.length !== BYTES)
    throw new Error(`${path} is damaged: restore it from a backup, or set MASSGEN_SECRET.`);
  return key ?? null;
}

async function makeKey(dataDir: string, path: string): Promise<Buffer> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(unfinished, randomBytes(BYTES), { mode: 0o600, flag: 'wx' });
  // Unlike a rename, a link never replaces the key that another caller has just made.
  await link(unfinished, path).catch(unless('EEXIST'));
  await rm(unfinished);
  const key = await readKey(path);
  if (!key) throw new Error(`${path} disappeared while it was being made.`);
  return key;
}

function unless(code: string): (error: NodeJS.ErrnoException) => undefined {
  return (error) => {
    if (error.code !== code) throw error;
  };
}
