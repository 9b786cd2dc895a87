import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { everythingInPlace, packageInPlace } from '../lib/mcp/testing/package-in-place';
import { Api } from './support/api';
import { ADMIN_ENV, type AppServer, startApp } from './support/app-server';
import { expectAccessible } from './support/expect-accessible';
import { test as base, expect, signIn } from './support/fixtures';

const isSandboxThere =
  spawnSync('bwrap', ['--ro-bind', '/', '/', '--unshare-pid', '--proc', '/proc', 'true']).status === 0;

/** An app in whose data folder the reference servers stand, as if they had been fetched before. */
const test = base.extend<{ stocked: AppServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
  stocked: async ({}, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'massgen-wizard-'));
    for (const name of ['memory', 'filesystem'] as const) packageInPlace(dataDir, name, []);
    everythingInPlace(dataDir);
    const stocked = await startApp({ dataDir, env: ADMIN_ENV });
    await use(stocked);
    await stocked.stop();
    rmSync(dataDir, { recursive: true, force: true });
  },
});

const FENCE = '```';
const COMMAND = 'npx -y @modelcontextprotocol/server-memory';
const SNIPPET = JSON.stringify({
  mcpServers: { everything: { command: 'npx', args: ['-y', '@modelcontextprotocol/server-everything'] } },
});
const README = `# Filesystem server

Install it with \`npm\`, then run the tests:

${FENCE}sh
npm test
${FENCE}

Use it in your client:

${FENCE}json
{ "mcpServers": { "files": { "command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem", "/home/agent"] } } }
${FENCE}
`;
/** What a person has in hand, and a tool of what comes of it that shows that it works. */
const PASTED: [what: string, text: string, name: string, tool: string, given: object, result: string][] = [
  ['a command', COMMAND, 'memory', 'read_graph', {}, 'entities'],
  ['a configuration', SNIPPET, 'everything', 'get-sum', { a: 2, b: 40 }, '42'],
  ['a passage of a README', README, 'files', 'list_directory', { path: '/home/agent' }, ''],
];

test.slow();

async function signedIn(page: Page): Promise<void> {
  await signIn(page);
  await page.goto('/settings/mcp');
}

test('a pasted command, configuration or README becomes a working server in three steps', async ({
  browser,
  stocked: app,
}) => {
  test.skip(!isSandboxThere, 'There is no sandbox: no program is used as a server.');
  const api = new Api(app.url);
  const page = await (await browser.newContext({ baseURL: app.url })).newPage();
  await signedIn(page);
  for (const [what, text, name, tool, given, result] of PASTED) {
    await page.goto('/settings/mcp');
    const step = page.getByRole('list', { name: 'Steps' }).locator('[aria-current=step]');
    // A command that is typed where an address is asked for is read as well.
    if (what === 'a command') {
      await page.getByLabel('URL', { exact: true }).fill(text);
      await page.getByRole('button', { name: 'Add server' }).click();
    } else {
      await page.getByRole('button', { name: 'Paste', exact: true }).click();
      await expect(step).toHaveText('1. Paste');
      await page.getByLabel('Address, command or configuration').fill(text);
      await page.getByRole('button', { name: 'Read', exact: true }).click();
    }
    await expect(step).toHaveText('2. Look at it and complete it');
    await expect(page.getByText('Runs on this server')).toBeVisible();
    // Which version is meant is said, and stands in the command.
    await expect(page.getByText(/is version 2026\.8\.31, as the catalogue has it/)).toBeVisible();
    if (what === 'a command') await expectAccessible(page, 'a command that was pasted');
    await page.getByRole('button', { name: 'Add 1 server' }).click();
    await expect(page.getByRole('heading', { name, level: 1 }), what).toBeVisible({ timeout: 30_000 });
    await page.getByRole('button', { name: /^Approve all \d+$/ }).click();
    await expect(page.getByText('Ready', { exact: true })).toBeVisible({ timeout: 30_000 });
    const id = page.url().split('/').at(-1);
    const called = await api.send('POST', `/api/v1/mcp/servers/${id}/tools/${tool}/call`, { arguments: given });
    expect(called.body.result, what).toMatchObject({ isError: false });
    expect(called.body.result.content[0].text).toContain(result);
  }
});

test('who may not add a program reads why, and who can', async ({ browser, stocked: app }) => {
  const person = { email: 'carol@example.test', password: 'correct horse 1' };
  expect((await new Api(app.url).send('POST', '/api/v1/users', person)).status).toBe(201);
  const page = await (await browser.newContext({ baseURL: app.url })).newPage();
  await signIn(page, person);
  await page.goto('/settings/mcp');
  await page.getByRole('button', { name: 'Paste', exact: true }).click();
  await page.getByLabel('Address, command or configuration').fill(COMMAND);
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(page.getByText('only the owner and administrators of this instance may add')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add 1 server' })).toBeDisabled();
  await expectAccessible(page, 'a program that somebody may not add');
  // What is no server is said too, in words that help.
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByLabel('Address, command or configuration').fill('make me a server');
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Paste an address' })).toContainText(
    'This text contains no MCP servers.',
  );
});

test('a program is given a folder of the machine: refused where it is nobody’s to give, and read-only where it is', async ({
  browser,
  stocked: app,
}) => {
  test.skip(!isSandboxThere, 'There is no sandbox: no program is used as a server.');
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'massgen-given-')));
  // Where the app runs as root, its programs are users of their own.
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'note.txt'), 'from the machine');
  const page = await (await browser.newContext({ baseURL: app.url })).newPage();
  await signedIn(page);
  await page.getByRole('button', { name: 'Paste', exact: true }).click();
  await page
    .getByLabel('Address, command or configuration')
    .fill(`npx -y @modelcontextprotocol/server-filesystem ${folder}`);
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await page.getByRole('button', { name: 'Add folder' }).click();
  await expect(page.getByText('can have every file in there read, and models get to see it')).toBeVisible();
  await page.getByLabel('Path of folder 1').fill('/etc');
  await page.getByRole('button', { name: 'Add 1 server' }).click();
  await expect(page.getByText('/etc belongs to the system, which is given to no program.')).toBeVisible();
  await page.getByLabel('Path of folder 1').fill(folder);
  await page.getByRole('button', { name: 'Add 1 server' }).click();
  await expect(page.getByRole('heading', { name: 'filesystem', level: 1 })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByLabel('Path of folder 1')).toHaveValue(folder);
  await expectAccessible(page, 'a program with a folder');

  const api = new Api(app.url);
  const id = page.url().split('/').at(-1);
  const call = async (tool: string, given: object) => {
    const { body } = await api.send('POST', `/api/v1/mcp/servers/${id}/tools/${tool}/call`, { arguments: given });
    return body.result;
  };
  const path = join(folder, 'note.txt');
  expect(await call('read_text_file', { path })).toMatchObject({
    isError: false,
    content: [{ text: 'from the machine' }],
  });
  expect(await call('write_file', { path, content: 'changed' })).toMatchObject({ isError: true });
  expect(readFileSync(path, 'utf8')).toBe('from the machine');
  rmSync(folder, { recursive: true });
});
