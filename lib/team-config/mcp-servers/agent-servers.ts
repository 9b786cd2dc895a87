import 'server-only';
import { z } from 'zod';
import type { FieldError } from '@/lib/platform/errors/app-error';
import type { AgentServer } from '@/lib/protocol/team';
import { texts } from '../texts';

const MAX_SERVERS = 50;
const MAX_TOOLS = 500;
const MAX_NAME = 200;

const name = z
  .string({ error: texts.giveServer })
  .trim()
  .min(1, texts.giveServer)
  .max(MAX_NAME, texts.serverNameTooLong);
const names = z.array(name, { error: texts.giveToolNames }).max(MAX_TOOLS, texts.tooManyToolNames(MAX_TOOLS));

/** What an agent takes of a server. */
export const agentServerFields = z.strictObject({
  server: name,
  tools: names.optional(),
  exclude: names.optional(),
});

/** A name or id, or `{server, tools?, exclude?}`; without a choice of tools it stays, or becomes, the name. */
const agentServer = z.preprocess(
  (given) => (typeof given === 'string' ? { server: given } : given),
  agentServerFields.transform(({ server, tools, exclude }) =>
    tools === undefined && exclude === undefined
      ? server
      : { server, ...(tools && { tools }), ...(exclude && { exclude }) },
  ),
);

export const agentServers = z
  .array(agentServer, { error: texts.giveServers })
  .max(MAX_SERVERS, texts.tooManyServers(MAX_SERVERS));

type Written = z.infer<typeof agentServers>;

/** As the protocol knows them. */
export function completeServers(written: Written = []): AgentServer[] {
  return written.map((entry) => (typeof entry === 'string' ? { server: entry } : entry));
}

/** A server that one agent names twice would have two choices of tools. */
export function serverFaults({ agents }: { agents: { mcpServers?: Written }[] }): FieldError[] {
  return agents.flatMap(({ mcpServers }, index) => {
    const named = completeServers(mcpServers).map(({ server }) => server.toLowerCase());
    return named.flatMap((server, place) =>
      named.indexOf(server) < place
        ? [{ path: `agents[${index}].mcpServers[${place}]`, message: texts.serverTwice }]
        : [],
    );
  });
}
