import { isSection, type Section } from './import-reading';

/** A server as a text has it. */
export interface Entry {
  name: string;
  value: unknown;
  path: string;
}

/**
 * The servers of a text, whichever program it is of: `mcpServers` (Claude, Cursor), `servers` or `mcp.servers` (VS Code), `mcp_servers` (Codex, MassGen, also in
 * its agents), or the sections themselves.
 */
export function findEntries(file: Section): Entry[] {
  const found = [
    ...under(file.mcpServers, 'mcpServers'),
    ...under(file.servers, 'servers'),
    ...under(isSection(file.mcp) ? file.mcp.servers : undefined, 'mcp.servers'),
    ...under(file.mcp_servers, 'mcp_servers'),
    ...agentsOf(file).flatMap(({ agent, path }) => {
      const backend = isSection(agent.backend) ? agent.backend : {};
      return under(backend.mcp_servers, `${path}.backend.mcp_servers`);
    }),
  ];
  if (found.length > 0) return withoutRepeated(found);
  const bare = Object.entries(file).filter(([, value]) => isSection(value) && ('url' in value || 'command' in value));
  return bare.map(([name, value]) => ({ name, value, path: name }));
}

function agentsOf(file: Section): { agent: Section; path: string }[] {
  const many = Array.isArray(file.agents) ? file.agents : [];
  const all = [
    ...many.map((agent, index) => ({ agent, path: `agents[${index}]` })),
    { agent: file.agent, path: 'agent' },
  ];
  return all.flatMap(({ agent, path }) => (isSection(agent) ? [{ agent, path }] : []));
}

function under(value: unknown, path: string): Entry[] {
  if (Array.isArray(value))
    return value.map((entry, index) => ({ name: nameOf(entry), value: entry, path: `${path}[${index}]` }));
  if (!isSection(value)) return [];
  return Object.entries(value).map(([name, entry]) => ({ name, value: entry, path: `${path}.${name}` }));
}

function nameOf(entry: unknown): string {
  return isSection(entry) && typeof entry.name === 'string' ? entry.name : '';
}

/** Several agents of a MassGen file name the same server. */
function withoutRepeated(entries: Entry[]): Entry[] {
  const texts = entries.map(({ name, value }) => JSON.stringify([name, value]));
  return entries.filter((_, index) => texts.indexOf(texts[index] ?? '') === index);
}
