import { mkdirSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const require = createRequire(import.meta.url);

/** The reference servers of the protocol. */
const MANIFESTS = {
  everything: require.resolve('@modelcontextprotocol/server-everything/package.json'),
  filesystem: require.resolve('@modelcontextprotocol/server-filesystem/package.json'),
  memory: require.resolve('@modelcontextprotocol/server-memory/package.json'),
};

/**
 * Has a reference server stand in a data folder as if it had been installed from the registry, and gives the transport that starts it.
 * @param args of the program
 */
export function packageInPlace(dataDir: string, server: keyof typeof MANIFESTS, args: string[]) {
  const manifest = MANIFESTS[server];
  const { name, version } = require(manifest) as { name: string; version: string };
  const folder = join(dataDir, 'mcp-packages', `${name.replace('/', '+')}@${version}`);
  mkdirSync(dirname(folder), { recursive: true });
  symlinkSync(resolve(dirname(manifest), '../../..'), folder);
  return { type: 'stdio' as const, command: 'npx', args: ['-y', `${name}@${version}`, ...args] };
}

/** The server that has something of everything. */
export const everythingInPlace = (dataDir: string) => packageInPlace(dataDir, 'everything', ['stdio']);
