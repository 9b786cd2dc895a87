import { responsesFaults } from './responses-faults';

interface Body {
  input: { id?: string; call_id?: string }[];
}

/** The same for xAI, whose SDK repeats the id of a call as the id of its item. */
export function grokFaults(given: unknown): string[] {
  const { input, ...body } = given as Body;
  const items = input.map(({ id, ...item }) => (id === item.call_id ? item : { id, ...item }));
  return responsesFaults({ ...body, input: items });
}
