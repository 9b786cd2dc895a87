import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { deriveKey, instanceSecret } from './instance-secret';

let dataDir = '';

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'massgen-secret-'));
  process.env.DATA_DIR = dataDir;
  delete process.env.MASSGEN_SECRET;
});

afterEach(async () => {
  delete process.env.MASSGEN_SECRET;
  await rm(dataDir, { recursive: true });
});

it('is made once in a file that only its owner can read, however many ask at once', async () => {
  const secrets = await Promise.all(Array.from({ length: 8 }, instanceSecret));
  expect(new Set(secrets.map((secret) => secret.toString('hex'))).size).toBe(1);
  const file = join(dataDir, 'secret.key');
  expect(await readFile(file)).toEqual(secrets[0]);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it('comes from MASSGEN_SECRET when that is set, without a file', async () => {
  process.env.MASSGEN_SECRET = 'a secret of the operator';
  expect(await instanceSecret()).toHaveLength(32);
  expect(await instanceSecret()).toEqual(await instanceSecret());
  await expect(stat(join(dataDir, 'secret.key'))).rejects.toThrow('ENOENT');
});

it('gives each purpose a key of its own', async () => {
  const [one, again, two] = [await deriveKey('one'), await deriveKey('one'), await deriveKey('two')];
  expect(one).toEqual(again);
  expect(one).not.toEqual(two);
});

it('refuses a damaged file instead of replacing it', async () => {
  await writeFile(join(dataDir, 'secret.key'), 'short');
  await expect(instanceSecret()).rejects.toThrow(/damaged/);
  expect(await readFile(join(dataDir, 'secret.key'), 'utf8')).toBe('short');
});
