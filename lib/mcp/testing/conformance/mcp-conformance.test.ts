import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const require = createRequire(import.meta.url);
const suite = join(dirname(require.resolve('@modelcontextprotocol/conformance/package.json')), 'dist', 'index.js');
const client = fileURLToPath(new URL('./conformance-client.ts', import.meta.url));

const SCORED = {
  '2025-11-25': ['initialize', 'tools_call', 'elicitation-sep1034-client-defaults', 'sse-retry'],
  '2026-07-28': [
    'tools_call',
    'request-metadata',
    'sep-2322-client-request-state',
    'http-standard-headers',
    'http-custom-headers',
    'http-invalid-tool-headers',
    'json-schema-ref-no-deref',
  ],
};

vi.setConfig({ testTimeout: 60_000 });

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'massgen-conformance-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the pinned suite, and gives how it ended and what it said. */
function runSuite(args: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [suite, ...args], {
    cwd: root,
    env: { NODE_ENV: 'test', PATH: process.env.PATH },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}

function runScenario(scenario: string, revision: string) {
  const command = [process.execPath, '--import', join(root, 'scripts', 'ts-hooks.mjs'), client].join(' ');
  const terms = ['--spec-version', revision, '--force', '--timeout', '50000', '-o', folder];
  return runSuite(['client', '--command', command, '--scenario', scenario, ...terms]);
}

describe.each(Object.entries(SCORED))('the conformance suite, %s', (revision, scenarios) => {
  test('scores these scenarios besides those of authorization', async () => {
    const { said } = await runSuite(['list', '--client', '--requirements', revision]);
    const [, scored = ''] = /Client scenarios[^\n]*\n((?: {2}- .*\n)+)/.exec(said) ?? [];
    const names = [...scored.matchAll(/- (\S+)/g)].map(([, name = '']) => name);
    expect(names.filter((name) => !name.startsWith('auth/')).sort()).toEqual([...scenarios].sort());
  });

  // That of the pause before a stream is taken up again measures the machine too.
  test.each(scenarios)('%s', { retry: 1 }, async (scenario) => {
    const { code, said } = await runScenario(scenario, revision);
    expect(said).toMatch(/Passed: [1-9]\d*\/\d+, 0 failed/);
    expect(code).toBe(0);
  });
});
