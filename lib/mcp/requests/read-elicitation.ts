import { type ElicitRequestParams, ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/client';
import type { Elicitation } from '@/lib/protocol/tool-event';
import { texts } from './texts';

const MOST_MESSAGE = 4000;
const MOST_SCHEMA = 32_000;
const MOST_FIELDS = 50;
const MOST_ADDRESS = 4000;

/** What a server wants of a person, within bounds, or an error for the server. */
export function readElicitation(params: ElicitRequestParams): Elicitation {
  const message = String(params.message);
  if (message.length > MOST_MESSAGE) throw refusal(texts.tooLarge);
  if (params.mode === 'url') {
    if (String(params.url).length > MOST_ADDRESS) throw refusal(texts.tooLarge);
    if (!isOpenable(params.url)) throw refusal(texts.badAddress);
    return { mode: 'url', message, url: params.url };
  }
  const { requestedSchema } = params;
  const fields = Object.keys(requestedSchema.properties).length;
  if (fields > MOST_FIELDS || JSON.stringify(requestedSchema).length > MOST_SCHEMA) throw refusal(texts.tooLarge);
  return { mode: 'form', message, requestedSchema };
}

/** By https, and without a name and password before the host, which read like one. */
function isOpenable(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return protocol === 'https:' && username === '' && password === '';
}

function refusal(words: string): ProtocolError {
  return new ProtocolError(ProtocolErrorCode.InvalidParams, words);
}
