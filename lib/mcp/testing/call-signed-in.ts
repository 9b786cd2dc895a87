/** A process that calls a tool of a server several times at once, as the person who has signed in to it. argv: person, server, how often. */
import { closeDb } from '@/db/client';
import { findUsableServer } from '@/db/queries/mcp-servers/select-usable-servers';
import { createMcpClients } from '../connect/create-mcp-clients';
import { connectedServer } from '../policy/connected-server';

const [userId = '', serverId = '', times = '1'] = process.argv.slice(2);
const found = await findUsableServer({ userId }, serverId);
const server = found && (await connectedServer(found));
if (!server) throw new Error('There is no such server.');
const clients = createMcpClients();
const tool = { name: 'read', description: '', inputSchema: {}, hash: '' };
const { signal } = new AbortController();
const calls = Array.from({ length: Number(times) }, () =>
  clients.callTool(server, { tool, arguments: {}, repeatable: true }, { signal }),
);
const results = await Promise.all(calls);
process.stdout.write(String(results.filter(({ isError }) => !isError).length));
await clients.close();
await closeDb();
