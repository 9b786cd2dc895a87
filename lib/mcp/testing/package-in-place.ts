import { mkdirSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const NAME = '@modelcontextprotocol/server-everything';

const require = createRequire(import.meta.url);

/** Has the reference server stand in a data folder as if it had been installed from the registry, and gives the transport that starts it. */
export function everythingInPlace(dataDir: string) {
  const manifest = require.resolve(`${NAME}/package.json`);
  const { version } = require(manifest) as { version: string };
  const folder = join(dataDir, 'mcp-packages', `${NAME.replace('/', '+')}@${version}`);
  mkdirSync(dirname(folder), { recursive: true });
  symlinkSync(resolve(dirname(manifest), '../../..'), folder);
  return { type: 'stdio' as const, command: 'npx', args: ['-y', `${NAME}@${version}`, 'stdio'] };
}
