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

/** Of both revisions. */
const SIGN_IN = [
  'auth/metadata-default',
  'auth/metadata-var1',
  'auth/metadata-var2',
  'auth/metadata-var3',
  'auth/basic-cimd',
  'auth/scope-from-www-authenticate',
  'auth/scope-from-scopes-supported',
  'auth/scope-omitted-when-undefined',
  'auth/scope-step-up',
  'auth/scope-retry-limit',
  'auth/token-endpoint-auth-basic',
  'auth/token-endpoint-auth-post',
  'auth/token-endpoint-auth-none',
  'auth/pre-registration',
];

const SCORED = {
  '2025-11-25': ['initialize', 'tools_call', 'elicitation-sep1034-client-defaults', 'sse-retry', ...SIGN_IN],
  '2026-07-28': [
    'tools_call',
    'request-metadata',
    'sep-2322-client-request-state',
    'http-standard-headers',
    'http-custom-headers',
    'http-invalid-tool-headers',
    'json-schema-ref-no-deref',
    ...SIGN_IN,
    'auth/resource-mismatch',
    'auth/offline-access-scope',
    'auth/offline-access-not-supported',
    'auth/authorization-server-migration',
    'auth/iss-supported',
    'auth/iss-not-advertised',
    'auth/iss-supported-missing',
    'auth/iss-wrong-issuer',
    'auth/iss-unexpected',
    'auth/iss-normalized',
    'auth/metadata-issuer-mismatch',
  ],
};
const COUNTS = { '2025-11-25': 18, '2026-07-28': 32 };

/** Not scored, and passed all the same. */
const EXTENSIONS = [
  'auth/client-credentials-jwt',
  'auth/client-credentials-basic',
  'auth/enterprise-managed-authorization',
  'auth/dpop',
  'auth/dpop-nonce',
  'auth/wif-jwt-bearer',
];

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
  test('scores these scenarios', async () => {
    const { said } = await runSuite(['list', '--client', '--requirements', revision]);
    const [, scored = ''] = /Client scenarios[^\n]*\n((?: {2}- .*\n)+)/.exec(said) ?? [];
    const names = [...scored.matchAll(/- (\S+)/g)].map(([, name = '']) => name);
    expect(names.sort()).toEqual([...scenarios].sort());
    expect(scenarios).toHaveLength(COUNTS[revision as keyof typeof COUNTS]);
  });

  // That of the pause before a stream is taken up again measures the machine too.
  test.each(scenarios)('%s', { retry: 1 }, async (scenario) => {
    const { code, said } = await runScenario(scenario, revision);
    expect(said).toMatch(/Passed: [1-9]\d*\/\d+, 0 failed/);
    expect(code).toBe(0);
  });
});

describe('the conformance suite, extensions of authorization', () => {
  test('has these', async () => {
    const { said } = await runSuite(['list', '--client']);
    const names = [...said.matchAll(/- (auth\/\S+) \[extension\]/g)].map(([, name = '']) => name);
    expect(names.sort()).toEqual([...EXTENSIONS].sort());
    expect(EXTENSIONS).toHaveLength(6);
  });

  test.each(EXTENSIONS)('%s', async (scenario) => {
    const { code, said } = await runScenario(scenario, '2026-07-28');
    expect(said).toMatch(/Passed: [1-9]\d*\/\d+, 0 failed/);
    expect(code).toBe(0);
  });
});
