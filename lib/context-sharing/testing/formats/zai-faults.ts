import { chatFaults } from './chat-faults';

/** The same for Z.AI, which takes no other choice of a tool than `auto`. */
export function zaiFaults(given: unknown): string[] {
  const { tool_choice: choice = 'auto' } = given as { tool_choice?: unknown };
  return [...chatFaults(given), ...(choice === 'auto' ? [] : [`the tool choice ${JSON.stringify(choice)}`])];
}
