import type { AgentServer } from '@/lib/protocol/team';

type Written = (string | AgentServer)[];
type Named = { id: string; name: string };

/** What an agent takes of a server; `null` = it does not use it. */
export function takenOf(servers: Written, server: Named): AgentServer | null {
  const found = servers.find((entry) => isOf(entry, server));
  return typeof found === 'string' ? { server: found } : (found ?? null);
}

/** The servers with this one added, with all its tools, or taken away. */
export function withServer(servers: Written, server: Named, isUsed: boolean): Written {
  const rest = servers.filter((entry) => !isOf(entry, server));
  return isUsed ? [...rest, server.name] : rest;
}

/** The servers with exactly these tools of this one; all of them is the server by its name alone, so that tools that come later are in it. */
export function withTools(servers: Written, server: Named, chosen: string[], all: string[]): Written {
  const isWhole = all.every((tool) => chosen.includes(tool));
  return servers.map((entry) => {
    if (!isOf(entry, server)) return entry;
    return isWhole ? nameOf(entry) : { server: nameOf(entry), tools: chosen };
  });
}

/** Whether an agent that takes this of a server gets the tool. */
export function isToolTaken({ tools, exclude = [] }: AgentServer, tool: string): boolean {
  return (tools?.includes(tool) ?? true) && !exclude.includes(tool);
}

/** Names that no known server has. */
export function unknownServers(servers: Written, known: Named[]): string[] {
  return servers.filter((entry) => !known.some((server) => isOf(entry, server))).map(nameOf);
}

function nameOf(entry: string | AgentServer): string {
  return typeof entry === 'string' ? entry : entry.server;
}

function isOf(entry: string | AgentServer, { id, name }: Named): boolean {
  const given = nameOf(entry);
  return given === id || given.toLowerCase() === name.toLowerCase();
}
