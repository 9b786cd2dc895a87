import 'server-only';
import { selectMcpServers } from '@/db/queries/mcp-servers/select-mcp-servers';
import type { TeamDefinition } from '@/db/types/team-definition';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError, type FieldError } from '@/lib/platform/errors/app-error';
import { closestWord } from '@/lib/platform/text/closest-word';

/** Throws `invalid` with the path of each MCP server that a valid team names and this person may not use. */
export async function refuseUnknownServers(actor: Actor, { agents }: TeamDefinition): Promise<void> {
  const named = agents.flatMap(({ mcpServers = [] }, index) =>
    mcpServers.map((entry, place) => {
      const at = `agents[${index}].mcpServers[${place}]`;
      return typeof entry === 'string' ? { path: at, name: entry } : { path: `${at}.server`, name: entry.server };
    }),
  );
  if (named.length === 0) return;
  const usable = await selectMcpServers(actor, 'use');
  const known = new Set(usable.flatMap(({ id, name }) => [id, name.toLowerCase()]));
  const faults: FieldError[] = named
    .filter(({ name }) => !known.has(name.toLowerCase()))
    .map(({ path, name }) => {
      const near = closestWord(
        name,
        usable.map((server) => server.name),
      );
      return { path, message: texts.unknownServer(name, near) };
    });
  const [first] = faults;
  if (first) throw new AppError('invalid', texts.invalidTeam(first.path, first.message), { fields: faults });
}
