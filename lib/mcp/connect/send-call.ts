import {
  type CallToolResult,
  type Client,
  ProtocolError,
  type RequestOptions,
  UrlElicitationRequiredError,
} from '@modelcontextprotocol/client';
import { elicit } from '../requests/answer-requests';
import { texts } from '../requests/texts';
import { inFlight } from './in-flight';
import type { McpClients } from './mcp-clients';
import { McpFailure } from './mcp-failure';
import { isTask, sendTask } from './send-task';

/** Arguments that the 2026 revision wants in headers too are not there, or are others than the server knows. */
const HEADER_MISMATCH = -32020;
/** How often a server may have a person open pages before it does a call. */
const MOST_ROUNDS = 3;

type Call = Parameters<McpClients['callTool']>[1];

/** Has a server do a call. One that wants a person to open a page first (-32042) has done nothing, and is asked again when they have. */
export async function sendCall(
  client: Client,
  call: Call & { onStatus?: (words: string) => void },
  options: RequestOptions,
): Promise<CallToolResult> {
  if (isTask(client, call.tool)) return sendTask(client, call, options);
  for (let round = 1; ; round++) {
    try {
      return await send(client, call, options);
    } catch (error) {
      if (!(error instanceof UrlElicitationRequiredError) || round > MOST_ROUNDS) throw error;
      await havePagesOpened(error, options.signal ?? new AbortController().signal);
    }
  }
}

async function havePagesOpened({ elicitations }: UrlElicitationRequiredError, signal: AbortSignal): Promise<void> {
  for (const asked of elicitations) {
    const { action } = await elicit(inFlight.getStore() ?? null, { ...asked, mode: 'url' }, signal);
    if (action !== 'accept') throw new McpFailure('rejected', texts.addressDeclined);
  }
}

async function send(client: Client, { tool, arguments: given }: Call, options: RequestOptions) {
  const { name, inputSchema } = tool;
  const params = { name, arguments: given };
  try {
    // Without its output schema: what a result is worth is judged by whoever asked for it, and not in this thread.
    return await client.callTool(params, {
      ...options,
      toolDefinition: { name, inputSchema: { ...inputSchema, type: 'object' } },
    });
  } catch (error) {
    if (!(error instanceof ProtocolError) || error.code !== HEADER_MISMATCH) throw error;
    // The server did nothing. The SDK lists its tools anew, and sends what they want now.
    return client.callTool(params, options);
  }
}
