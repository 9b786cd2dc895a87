/** `npm run bench [name …]`: builds if needed, runs the benchmarks in bench/, prints each figure beside its limit. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './setup/ensure-build.mjs';
import { ensureChromium } from './setup/ensure-chromium.mjs';
import { ensureDependencies } from './setup/ensure-dependencies.mjs';
import { nodeBinary } from './setup/node-binary.mjs';
import { runCommand } from './setup/run-command.mjs';
import { startOptions } from './setup/start-options.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const names = readdirSync(join(root, 'bench'))
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''))
  .sort();
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`Unknown benchmark ${unknown.join(', ')}. Benchmarks: ${names.join(', ')}.`);
  process.exit(2);
}

await ensureDependencies(root);
await ensureBuild(root);
const env = { ...process.env, CHROMIUM_PATH: await ensureChromium(root), LOG_LEVEL: 'warn' };
let failed = 0;
for (const name of chosen.length > 0 ? chosen : names) {
  console.log(`\n══ ${name}`);
  const args = [...startOptions(root), '--import', './scripts/ts-hooks.mjs', join('bench', `${name}.bench.ts`)];
  // All that it writes goes with it, however it ends.
  const tmp = mkdtempSync(join(tmpdir(), 'massgen-bench-'));
  try {
    if ((await runCommand(nodeBinary(root), args, { cwd: root, env: { ...env, TMPDIR: tmp } })) !== 0) failed += 1;
  } finally {
    rmSync(tmp, { recursive: true, force: true, maxRetries: 5 });
  }
}
process.exit(failed > 0 ? 1 : 0);
