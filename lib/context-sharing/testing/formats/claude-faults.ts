import { emptyFaults, idFaults, nameFaults, roleFaults } from './common-faults';
import { pairingFaults, type Step } from './pairing-faults';

interface Block {
  type: string;
  text?: string;
  id?: string;
  tool_use_id?: string;
  name?: string;
  input?: unknown;
  cache_control?: unknown;
}

interface Body {
  system?: Block[];
  messages: { role: string; content: Block[] }[];
  tools?: { name: string }[];
}

const MOST_ID_CHARACTERS = 64;
const MOST_CACHE_MARKS = 4;

/** What Anthropic's API would refuse in this body. */
export function claudeFaults(given: unknown): string[] {
  const { system = [], messages, tools = [] } = given as Body;
  const blocks = messages.flatMap(({ content }) => content);
  const calls = blocks.filter(({ type }) => type === 'tool_use');
  const steps = messages.flatMap(({ role, content }): Step[] => [
    // A turn of the person's that begins with anything else than the results leaves the calls unanswered.
    ...(role === 'assistant' ? [{ kind: 'other' as const }] : []),
    ...content.map(stepOf),
  ]);
  const marked = [...system, ...blocks].filter((block) => block.cache_control).length;
  return [
    ...(system.length > 0 ? [] : ['no system text']),
    ...roleFaults(messages.map(({ role }) => role)),
    ...messages.filter(({ content }) => content.length === 0).map(({ role }) => `an empty turn of ${role}`),
    ...emptyFaults([...system, ...blocks].flatMap(({ type, text }) => (type === 'text' ? [text] : []))),
    ...messages.flatMap(({ content }) => textBetween(content)),
    ...pairingFaults(steps),
    ...idFaults(
      calls.map(({ id }) => id),
      MOST_ID_CHARACTERS,
    ),
    ...nameFaults([...calls, ...tools].map(({ name }) => name)),
    ...calls.flatMap(({ input }) => (typeof input === 'object' && input ? [] : ['an input that is no object'])),
    ...(calls.length > 0 && tools.length === 0 ? ['calls, but no tools are offered'] : []),
    ...(marked > MOST_CACHE_MARKS ? [`${marked} marks for the cache`] : []),
    ...(messages.at(-1)?.role === 'user' ? [] : ['the last word is the model’s']),
  ];
}

function stepOf({ type, id, tool_use_id: answers }: Block): Step {
  if (type === 'tool_use') return { kind: 'call', id };
  return type === 'tool_result' ? { kind: 'result', id: answers } : { kind: 'other' };
}

/** Behind a call of a reply stand only more calls; results come first in the turn that answers them. */
function textBetween(content: Block[]): string[] {
  const kinds = content.map(({ type }) => type);
  const lastResult = kinds.lastIndexOf('tool_result');
  const isMixed = kinds.slice(0, lastResult + 1).some((kind) => kind !== 'tool_result');
  return lastResult >= 0 && isMixed ? ['something stands before a result'] : [];
}
