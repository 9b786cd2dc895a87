import {
  type Client,
  type CreateMessageRequestParams,
  type CreateMessageResult,
  type ElicitRequestParams,
  type ElicitResult,
  ProtocolError,
} from '@modelcontextprotocol/client';
import { type InFlight, inFlight } from '../connect/in-flight';
import type { ServerRequests } from '../connect/open-connection';
import { readElicitation } from './read-elicitation';
import { readSampling } from './read-sampling';
import { texts } from './texts';

/** The specification's code of a sampling request that the person has refused. */
const REFUSED = -1;

/** What servers may ask: people by form and address, and the agent's model where a person agrees. Of folders they are told that there are none. */
export const answerRequests: ServerRequests = {
  capabilities: { elicitation: { form: { applyDefaults: true }, url: {} }, sampling: {}, roots: {} },
  answer(client: Client, underWay: () => InFlight[]) {
    client.setRequestHandler('elicitation/create', ({ params }, { mcpReq }) =>
      elicit(callOf(underWay()), params, mcpReq.signal),
    );
    client.setRequestHandler('sampling/createMessage', ({ params }, { mcpReq }) =>
      sample(callOf(underWay()), params, mcpReq.signal),
    );
    client.setRequestHandler('roots/list', async () => ({ roots: [] }));
  },
};

/** Has whoever stands behind a call decide whether the server may ask a model. */
export async function sample(
  call: InFlight | null,
  params: CreateMessageRequestParams,
  withdrawn: AbortSignal,
): Promise<CreateMessageResult> {
  const sampling = readSampling(params);
  const host = call?.host;
  const reply = host ? await call.pausedFor(() => host.sample(sampling, withdrawn)) : { refused: texts.nobody };
  if ('refused' in reply) throw new ProtocolError(REFUSED, reply.refused);
  const { model, text } = reply;
  return { model, role: 'assistant', content: { type: 'text', text }, stopReason: 'endTurn' };
}

/** Has whoever stands behind a call answer the server. */
export async function elicit(
  call: InFlight | null,
  params: ElicitRequestParams,
  withdrawn: AbortSignal,
): Promise<ElicitResult> {
  const elicitation = readElicitation(params);
  const host = call?.host;
  if (!host) return { action: 'decline' };
  const reply = await call.pausedFor(() => host.elicit(elicitation, withdrawn));
  if (reply.action !== 'accept' || elicitation.mode === 'url') return { action: reply.action };
  return { action: 'accept', content: reply.content as ElicitResult['content'] };
}

/**
 * The call during which a server asks: that on whose stream the question came, or else the only one under way. Of several with the same people behind
 * them the newest; with others, nobody can say who is meant. `null` = nobody has made one.
 */
function callOf(underWay: InFlight[]): InFlight | null {
  const own = inFlight.getStore();
  if (own?.host && !own.signal.aborted) return own;
  const asked = underWay.filter(({ host }) => host !== null);
  const [first] = asked;
  if (asked.some(({ host }) => host?.people !== first?.host?.people))
    throw new ProtocolError(REFUSED, texts.severalCalls);
  return asked.at(-1) ?? null;
}
