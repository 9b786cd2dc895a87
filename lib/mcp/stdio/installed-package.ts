import 'server-only';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '@/lib/platform/config/env';
import { McpFailure } from '../connect/mcp-failure';
import type { StartedPackage } from './package-of';
import { texts } from './texts';

/** Where a package stands once it is installed: one folder a version, with all that it needs. */
export function packageFolder(name: string, version: string): string {
  return join(env().dataDir, 'mcp-packages', `${name.replace('/', '+')}@${version}`);
}

/** The installed package's folder and, in it, the file of the program that is meant. Throws `McpFailure`. */
export async function programIn({ name, version, bin }: StartedPackage): Promise<{ folder: string; file: string }> {
  const folder = packageFolder(name, version ?? '');
  const manifest = await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8').catch(() => null);
  if (manifest === null) throw new McpFailure('refused', texts.notInstalled(`${name}@${version}`));
  const { bin: bins } = JSON.parse(manifest) as { bin?: string | Record<string, string> };
  const own = name.split('/').at(-1) ?? name;
  const all = typeof bins === 'string' ? { [own]: bins } : (bins ?? {});
  const [only, ...more] = Object.keys(all);
  const file = all[bin ?? own] ?? (bin === null && only !== undefined && more.length === 0 ? all[only] : undefined);
  if (file === undefined) throw new McpFailure('refused', texts.noBin(name));
  return { folder, file: join('node_modules', name, file) };
}
