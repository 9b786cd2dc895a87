import { argumentFaults, emptyFaults, idFaults, nameFaults, roleFaults } from './common-faults';
import { pairingFaults, type Step } from './pairing-faults';

interface Item {
  id?: string;
  type?: string;
  role?: string;
  content?: string | { type: string; text?: string }[];
  call_id?: string;
  name?: string;
  arguments?: string;
  output?: unknown;
  encrypted_content?: string | null;
}

interface Body {
  input: Item[];
  store?: boolean;
  previous_response_id?: string;
  tools?: { name: string }[];
}

const MOST_ID_CHARACTERS = 64;

/** What the Responses API would refuse in this body, given that nothing is stored there. */
export function responsesFaults(given: unknown): string[] {
  const { input, store, previous_response_id: previous, tools = [] } = given as Body;
  // Thoughts that carry themselves, encrypted, are the one kind of item that may keep the id of something not stored.
  const [first, ...rest] = input.filter(({ type, encrypted_content: sealed }) => !(type === 'reasoning' && sealed));
  const calls = rest.filter(({ type }) => type === 'function_call');
  const steps = rest.map(({ type, call_id: id }): Step => {
    if (type === 'function_call') return { kind: 'call', id };
    return type === 'function_call_output' ? { kind: 'result', id } : { kind: 'other' };
  });
  const kinds = ['function_call', 'function_call_output', 'message', undefined];
  // Several calls, and their results, may follow one another.
  const roles = rest.map(({ role, type, call_id: id }) => role ?? `${type} ${id}`);
  const said = rest.flatMap(({ role, content }) => {
    if (role === undefined) return [];
    return typeof content === 'string' ? [content] : (content ?? []).map(({ text }) => text);
  });
  return [
    ...(['system', 'developer'].includes(first?.role ?? '') ? [] : ['no system text at the beginning']),
    ...(store === false && previous === undefined ? [] : ['something is stored']),
    ...rest.filter(({ type }) => !kinds.includes(type)).map(({ type }) => `an item of type ${type}`),
    ...rest.filter(({ id }) => id !== undefined).map(({ id }) => `the id of an item, ${id}, which is not stored`),
    ...roleFaults(roles),
    ...pairingFaults(steps),
    ...idFaults(
      calls.map(({ call_id: id }) => id),
      MOST_ID_CHARACTERS,
    ),
    ...nameFaults([...calls, ...tools].map(({ name }) => name)),
    ...argumentFaults(calls.map(({ arguments: text }) => text)),
    ...emptyFaults(said),
    ...(calls.length > 0 && tools.length === 0 ? ['calls, but no tools are offered'] : []),
  ];
}
