/**
 * `npm test`: everything from a fresh clone to a verdict. Arguments choose stages (checks, unit, e2e); none = all.
 * The last line is `N passed, N failed`, with `, N skipped` where something was. `FAIL_ON_SKIP=1` makes that a failure too.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './setup/ensure-build.mjs';
import { ensureChromium } from './setup/ensure-chromium.mjs';
import { ensureDependencies } from './setup/ensure-dependencies.mjs';
import { nodeBinary } from './setup/node-binary.mjs';
import { runCommand } from './setup/run-command.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = join(root, 'test-results');
const totals = { passed: 0, failed: 0 };
/** Names of what did not run here. @type {string[]} */
const skipped = [];
/** Names of what failed, said again at the end, where one looks. @type {string[]} */
const failed = [];

const stages = { checks, unit, e2e };
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in stages));
if (unknown.length > 0) {
  console.error(`Unknown stage ${unknown.join(', ')}. Stages: ${Object.keys(stages).join(', ')}.`);
  process.exit(2);
}

try {
  await ensureDependencies(root);
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  for (const [name, stage] of Object.entries(stages)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    console.log(`\n── ${name}`);
    const began = Date.now();
    await stage();
    console.log(`── ${name}: ${Math.round((Date.now() - began) / 1000)} s`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  totals.failed += 1;
}
if (failed.length > 0) console.log(`\nFailed:\n${failed.map((name) => `- ${name}`).join('\n')}`);
if (skipped.length > 0) console.log(`\nSkipped:\n${skipped.map((name) => `- ${name}`).join('\n')}`);
const mustRun = process.env.FAIL_ON_SKIP === '1' && skipped.length > 0;
if (mustRun) console.log('FAILED: every service is at hand here, so nothing may be skipped.');
const extra = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
console.log(`\n${totals.passed} passed, ${totals.failed + (mustRun ? 1 : 0)} failed${extra}`);
process.exit(totals.failed > 0 || totals.passed === 0 || mustRun ? 1 : 0);

/** @param {string} name of an executable script below node_modules @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
function tool(name, args, env) {
  return runCommand(nodeBinary(root), [join(root, 'node_modules', name), ...args], {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  });
}

/** Formatter, linter, types, rooms, texts, dead code: each counts as one test. */
async function checks() {
  const next = join('next', 'dist', 'bin', 'next');
  const all = [
    ['lock file', () => runCommand(nodeBinary(root), [join(root, 'scripts', 'check-lock-file.mjs')], { cwd: root })],
    [
      'biome',
      () =>
        tool('@biomejs/biome/bin/biome', [
          'ci',
          '--error-on-warnings',
          ...(process.stdout.isTTY ? [] : ['--colors=off']),
          '.',
        ]),
    ],
    ['types', async () => (await tool(next, ['typegen'])) || tool('typescript/bin/tsc', ['--noEmit'])],
    ['rooms', () => runCommand(nodeBinary(root), [join(root, 'scripts', 'check-rooms.mjs')], { cwd: root })],
    ['texts', () => runCommand(nodeBinary(root), [join(root, 'scripts', 'check-texts.mjs')], { cwd: root })],
    ['unused code', () => tool('knip/bin/knip.js', ['--no-progress'])],
  ];
  for (const [name, run] of all) {
    const code = await run();
    console.log(`${code === 0 ? 'ok' : 'FAILED'}: ${name}`);
    totals[code === 0 ? 'passed' : 'failed'] += 1;
    if (code !== 0) failed.push(name);
  }
}

async function unit() {
  const file = join(results, 'unit.json');
  await tool('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const report = JSON.parse(readFileSync(file, 'utf8'));
  totals.passed += report.numPassedTests;
  for (const { name, status: ofFile, assertionResults } of report.testResults) {
    for (const { fullName, status } of assertionResults) {
      if (status === 'failed') failed.push(fullName);
      else if (status !== 'passed') skipped.push(fullName);
    }
    if (ofFile === 'failed' && assertionResults.every(({ status }) => status !== 'failed')) failed.push(name);
  }
  // A file that does not even load has no failed test of its own.
  totals.failed += Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0);
}

async function e2e() {
  await ensureBuild(root);
  const file = join(results, 'e2e.json');
  await tool('@playwright/test/cli.js', ['test'], {
    CHROMIUM_PATH: await ensureChromium(root),
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  const { stats, errors, suites } = JSON.parse(readFileSync(file, 'utf8'));
  skipped.push(...specsThat('skipped', suites));
  failed.push(...specsThat('unexpected', suites), ...errors.map(({ message }) => message));
  if (!process.env.TEST_DATABASE_URL) skipped.push('browser tests on a Postgres server: set TEST_DATABASE_URL');
  totals.passed += stats.expected + stats.flaky;
  totals.failed += stats.unexpected + errors.length;
  if (stats.flaky > 0)
    console.log(
      `${stats.flaky} browser tests passed only at their second try (named above as flaky): faults to be mended.`,
    );
}

/**
 * Titles of the browser tests with this status.
 * @param {'skipped' | 'unexpected'} wanted
 * @param {{ title: string, specs?: { title: string, tests: { status: string }[] }[], suites?: any[] }[]} suites
 * @returns {string[]}
 */
function specsThat(wanted, suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs.filter(({ tests }) => tests.some(({ status }) => status === wanted)).map(({ title }) => title),
    ...specsThat(wanted, inner),
  ]);
}
