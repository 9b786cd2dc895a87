import type { Client, ElicitRequestParams } from '@modelcontextprotocol/client';
import {
  type ApplicationInputHandler,
  createTaskSessionFromClient,
  type RawClientDispatch,
  type TaskEnabledSession,
  type V2RequestFraming,
} from '@modelcontextprotocol/ext-tasks/client';
import { answerRequests, elicit, sample } from '../requests/answer-requests';
import type { InFlight } from './in-flight';
import { CLIENT_INFO } from './open-connection';
import { WatchedTransport } from './watched-transport';

/** The request in flight, to which belongs what a server asks during its task. */
type Session = TaskEnabledSession<InFlight | null>;

/** Each call says itself what its tool is; the library would list them all. */
const NONE_KNOWN = { currentTool: () => undefined };
const NEVER = new AbortController().signal;

/** A connection has one, which lasts as long as it. */
const sessions = new WeakMap<Client, Session>();

/** What asks a server about tasks, in the words of its revision. */
export function taskSession(client: Client): Session {
  const known = sessions.get(client);
  if (known) return known;
  const options = { endpointId: 'massgen-web', tools: NONE_KNOWN, onInputRequest: answer };
  const raw = rawWords(client);
  const session: Session = createTaskSessionFromClient(client, raw ? { ...options, ...raw } : options);
  sessions.set(client, session);
  return session;
}

const answer: ApplicationInputHandler<InFlight | null>['handle'] = async (request, { applicationContext, signal }) => {
  const { kind, params } = request;
  if (kind === 'roots') return { roots: [] } as never;
  const asked = kind === 'sampling' ? sample : elicit;
  return (await asked(applicationContext, params as ElicitRequestParams & never, signal ?? NEVER)) as never;
};

/** The SDK has no words for tasks of the revision 2026-07-28: what is said about them goes past it. */
function rawWords(client: Client): { rawDispatch: RawClientDispatch; v2RequestFraming: V2RequestFraming } | null {
  const { transport } = client;
  if (client.getProtocolEra() !== 'modern' || !(transport instanceof WatchedTransport)) return null;
  const rawDispatch: RawClientDispatch = async (request, { signal = NEVER } = {}) => {
    const response = await transport.ask(request as { method: string }, signal);
    return 'error' in response
      ? { kind: 'error', error: response.error as never }
      : { kind: 'result', result: response.result as never };
  };
  const framing = {
    protocolVersion: client.getNegotiatedProtocolVersion() ?? '',
    clientInfo: CLIENT_INFO,
    clientCapabilities: answerRequests.capabilities as V2RequestFraming['clientCapabilities'],
  };
  return { rawDispatch, v2RequestFraming: framing };
}
