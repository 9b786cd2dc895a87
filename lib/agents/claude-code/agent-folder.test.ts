import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeAgentFolder, removeAgentFolder, removeOldAgentFolders } from './agent-folder';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'massgen-agent-folder-'));
  vi.stubEnv('DATA_DIR', dataDir);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dataDir, { recursive: true, force: true });
});

test('each process has folders of its own, which nobody else on the machine can read, and which go with it', async () => {
  const [one, other] = [makeAgentFolder(), makeAgentFolder()];
  const all = [one, other].flatMap((folder) => Object.values(folder));
  expect(new Set(all).size).toBe(all.length);
  for (const path of all) expect(statSync(path).mode & 0o777).toBe(0o700);
  writeFileSync(join(one.home, 'left-behind'), 'x');
  await removeAgentFolder(one);
  expect([existsSync(one.root), existsSync(other.home)]).toEqual([false, true]);
});

test('what servers that are gone have left behind is removed, and what agents shared in earlier versions', () => {
  const own = makeAgentFolder();
  const gone = join(dataDir, 'claude/agents/4194305/a-1/home');
  const living = join(dataDir, `claude/agents/${process.ppid}/a-1/home`);
  const shared = join(dataDir, 'claude/config/projects/-work-of-a-conversation');
  for (const path of [gone, living, shared]) mkdirSync(path, { recursive: true });
  removeOldAgentFolders();
  expect([own.root, gone, living, shared].map((path) => existsSync(path))).toEqual([false, false, true, false]);
});
