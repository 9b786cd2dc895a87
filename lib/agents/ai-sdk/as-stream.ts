import { parseJson } from '@/lib/protocol/json';
import { BackendError } from '../backend-error';
import { errorFromResponse } from '../http/error-from-response';
import { errorInBody } from '../http/error-in-body';
import { saidIn } from '../http/said-in';

/**
 * The response to a request for a stream as the AI SDK reads it, where a server has answered with 200 but without one. Google's format has a second
 * form, a list of the same replies, which becomes a stream. Throws the provider's error, or `protocol` with its words for anything else.
 */
export async function asStream(response: Response): Promise<Response> {
  if (!/json|html/i.test(response.headers.get('content-type') ?? '')) return response;
  const text = (await response.text()).trim().replace(/^\uFEFF/, '');
  // Some name a stream as what stands in it.
  if (/^(?:data|event|id|retry)?:/.test(text)) return streamOf(text);
  const replies = [parseJson(text)].flat();
  const error = errorInBody(replies);
  if (error) throw errorFromResponse({ status: null, body: JSON.stringify(error) });
  if (replies.length > 0 && replies.every(isReply))
    return streamOf(replies.map((reply) => `data: ${JSON.stringify(reply)}\n\n`).join(''));
  throw new BackendError('protocol', `The provider sent no stream${saidIn(text)}.`);
}

function streamOf(text: string): Response {
  return new Response(`${text}\n\n`, { headers: { 'content-type': 'text/event-stream' } });
}

function isReply(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('candidates' in value || 'usageMetadata' in value);
}
