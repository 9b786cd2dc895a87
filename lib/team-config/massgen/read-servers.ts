import 'server-only';
import type { AgentServer } from '@/lib/protocol/team';
import { isPresent, isSection, type Reading, type Section } from './reading';

const PROGRAM =
  'Left out: it is a program. An administrator can add it under Settings → MCP, where this file can be pasted too; then choose it for the agent.';
const ADD = 'Taken over by its name. Add the server itself under Settings → MCP, where this file can be pasted too.';
const NO_NAME = 'Left out: the server has no name.';
const NOT_A_LIST = 'Left out: this must be a section or a list of servers.';
const NO_FILTER = 'Left out: it filters tools of MCP servers, and the agent has none here.';
const NOT_NAMES = 'Left out: this must be a list of names.';

interface Written {
  name: string;
  section: Section;
  path: string;
}

/** `mcp_servers` with `allowed_tools` and `exclude_tools`, of the backend and of each server: names, and what is taken of each. */
export function readServers(backend: Section, path: string, reading: Reading): (string | AgentServer)[] {
  const servers = written(backend.mcp_servers, `${path}.mcp_servers`, reading).filter(({ section, path: at }) => {
    const isRemote = isPresent(section.url) && !isPresent(section.command);
    reading.warnings.push({ key: at, message: isRemote ? ADD : PROGRAM });
    return isRemote;
  });
  const ofAll = {
    allowed: filter(backend, 'allowed_tools', path, reading),
    excluded: filter(backend, 'exclude_tools', path, reading),
  };
  if (servers.length === 0)
    for (const key of ['allowed_tools', 'exclude_tools'])
      if (isPresent(backend[key])) reading.warnings.push({ key: `${path}.${key}`, message: NO_FILTER });
  return servers.map(({ name, section, path: at }) => {
    // What a server says of its own tools stands in place of what the backend says; what is excluded anywhere is excluded.
    const tools = toolsOf(name, filter(section, 'allowed_tools', at, reading) ?? ofAll.allowed);
    const excluded = [...(ofAll.excluded ?? []), ...(filter(section, 'exclude_tools', at, reading) ?? [])];
    const exclude = toolsOf(name, excluded) ?? [];
    if (tools === undefined && exclude.length === 0) return name;
    return { server: name, ...(tools && { tools }), ...(exclude.length > 0 && { exclude }) };
  });
}

/** A list of sections with names, or a section of sections. */
function written(value: unknown, path: string, reading: Reading): Written[] {
  if (!isPresent(value)) return [];
  const entries: [unknown, unknown, string][] = Array.isArray(value)
    ? value.map((entry, index) => [isSection(entry) ? entry.name : undefined, entry, `${path}[${index}]`])
    : isSection(value)
      ? Object.entries(value).map(([name, entry]) => [name, entry, `${path}.${name}`])
      : [];
  if (!Array.isArray(value) && !isSection(value)) reading.warnings.push({ key: path, message: NOT_A_LIST });
  return entries.flatMap(([name, entry, at]) => {
    if (typeof name === 'string' && name.trim() !== '' && isSection(entry)) return [{ name, section: entry, path: at }];
    reading.warnings.push({ key: at, message: NO_NAME });
    return [];
  });
}

function filter(section: Section, key: string, path: string, reading: Reading): string[] | undefined {
  const value = section[key];
  if (!isPresent(value)) return undefined;
  if (Array.isArray(value) && value.every((name) => typeof name === 'string')) return value;
  reading.warnings.push({ key: `${path}.${key}`, message: NOT_NAMES });
  return undefined;
}

/** Both ways of writing them: a tool's own name, or `mcp__server__tool`, which is a tool of that server alone. */
function toolsOf(server: string, names: string[] | undefined): string[] | undefined {
  const prefix = `mcp__${server}__`;
  return names?.flatMap((name) => {
    if (name.startsWith(prefix)) return [name.slice(prefix.length)];
    return name.startsWith('mcp__') ? [] : [name];
  });
}
