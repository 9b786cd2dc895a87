import { createHash } from 'node:crypto';

/** What every provider takes, less what Claude Code puts before it (lib/engine/tools/offer-tools.ts). */
const LONGEST = 50;
const SERVER = 20;
const HASH = 8;

/**
 * What a model calls a tool: `server__tool`, by one rule, the same each time. Where something of the names was lost, a hash of both tells the tool from
 * others. Nobody reads a name backwards: what it stands for is stored with the tools that are offered.
 */
export function toolName(server: string, tool: string): string {
  const slug = clean(server).slice(0, SERVER);
  const joined = `${slug}__${clean(tool)}`;
  const name = /^[a-zA-Z_]/.test(joined) ? joined : `s_${joined}`;
  const isWhole = slug === server && clean(tool) === tool && !tool.includes('__') && name.length <= LONGEST;
  if (isWhole) return name;
  const hash = createHash('sha256').update(`${server}\0${tool}`).digest('hex').slice(0, HASH);
  return `${name.slice(0, LONGEST - HASH - 1)}_${hash}`;
}

function clean(name: string): string {
  const allowed = name.normalize('NFKD').replace(/[^a-zA-Z0-9_-]+/g, '_');
  return allowed.replace(/_{2,}/g, '_').replace(/^[_-]+|[_-]+$/g, '') || 'x';
}
