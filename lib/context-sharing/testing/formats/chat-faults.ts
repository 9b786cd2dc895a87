import { argumentFaults, emptyFaults, idFaults, nameFaults, roleFaults } from './common-faults';
import { pairingFaults, type Step } from './pairing-faults';

interface Message {
  role: string;
  content?: string | { type: string; text?: string }[] | null;
  tool_call_id?: string;
  tool_calls?: { id: string; type: string; function: { name: string; arguments: string } }[];
}

interface Body {
  messages: Message[];
  tools?: { type: string; function: { name: string } }[];
  tool_choice?: unknown;
}

/** OpenAI refuses longer ones. */
const MOST_ID_CHARACTERS = 40;

/** What a strict server of the chat completions format would refuse in this body. */
export function chatFaults(given: unknown): string[] {
  const { messages, tools = [] } = given as Body;
  const [first, ...rest] = messages;
  const calls = rest.flatMap(({ tool_calls = [] }) => tool_calls);
  const steps = rest.flatMap(({ role, tool_calls = [], tool_call_id: id }): Step[] => {
    if (role === 'tool') return [{ kind: 'result', id }];
    return [{ kind: 'other' }, ...tool_calls.map((call) => ({ kind: 'call' as const, id: call.id }))];
  });
  const said = rest.flatMap(({ role, content, tool_calls: made }) => {
    if (role === 'assistant' && made?.length && !content) return [];
    return typeof content === 'string' ? [content] : (content ?? ['']).map((part) => (part as { text?: string }).text);
  });
  const known = ['user', 'assistant', 'tool'];
  return [
    ...(first?.role === 'system' && typeof first.content === 'string' ? [] : ['no system text at the beginning']),
    ...rest.filter(({ role }) => !known.includes(role)).map(({ role }) => `the role ${role} in the middle`),
    // Several results may follow one another.
    ...roleFaults(rest.map(({ role, tool_call_id: id }) => id ?? role)),
    ...pairingFaults(steps),
    ...idFaults(
      calls.map(({ id }) => id),
      MOST_ID_CHARACTERS,
    ),
    ...nameFaults([...calls, ...tools].map((entry) => entry.function.name)),
    ...argumentFaults(calls.map((call) => call.function.arguments)),
    ...emptyFaults(said),
    ...(calls.length > 0 && tools.length === 0 ? ['calls, but no tools are offered'] : []),
    ...(rest.at(-1)?.role === 'assistant' ? ['the last word is the model’s'] : []),
  ];
}
