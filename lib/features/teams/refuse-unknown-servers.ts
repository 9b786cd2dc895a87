import 'server-only';
import { selectMcpServers } from '@/db/queries/mcp-servers/select-mcp-servers';
import type { TeamDefinition } from '@/db/types/team-definition';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError, type FieldError } from '@/lib/platform/errors/app-error';
import { closestWord } from '@/lib/platform/text/closest-word';
import { CHAINS_SERVER } from '@/lib/protocol/chains';
import { EXAMPLE_SERVER } from '@/lib/protocol/example-server';

interface NamedServer {
  path: string;
  name: string;
}

/** Throws `invalid` with the path of each MCP server that a valid team names, for an agent or a check, and this person may not use. */
export async function refuseUnknownServers(actor: Actor, { agents, coordination }: TeamDefinition): Promise<void> {
  const ofAgents = agents.flatMap(({ mcpServers = [] }, index) =>
    mcpServers.map((entry, place) => {
      const at = `agents[${index}].mcpServers[${place}]`;
      return typeof entry === 'string' ? { path: at, name: entry } : { path: `${at}.server`, name: entry.server };
    }),
  );
  const checks = Array.isArray(coordination?.checks) ? coordination.checks : [];
  await refuse(actor, [...ofAgents, ...ofChecks(checks, 'coordination.checks')]);
}

/** The same for the checks of one question, which have been found valid. */
export async function refuseUnknownCheckServers(actor: Actor, checks: unknown[]): Promise<void> {
  await refuse(actor, ofChecks(checks, 'checks'));
}

function ofChecks(checks: unknown[], at: string): NamedServer[] {
  return checks.flatMap((check, index) => {
    const { server } = check as { server?: unknown };
    return typeof server === 'string' ? [{ path: `${at}[${index}].server`, name: server.trim() }] : [];
  });
}

async function refuse(actor: Actor, named: NamedServer[]): Promise<void> {
  if (named.length === 0) return;
  const usable = await selectMcpServers(actor, 'use');
  const known = new Set([EXAMPLE_SERVER, CHAINS_SERVER, ...usable.flatMap(({ id, name }) => [id, name.toLowerCase()])]);
  const faults: FieldError[] = named
    .filter(({ name }) => !known.has(name.toLowerCase()))
    .map(({ path, name }) => {
      const near = closestWord(name, [...usable.map((server) => server.name), EXAMPLE_SERVER]);
      return { path, message: texts.unknownServer(name, near) };
    });
  const [first] = faults;
  if (first) throw new AppError('invalid', texts.invalidTeam(first.path, first.message), { fields: faults });
}
