import type { Adaptation } from './adaptation';
import { CHOICE_OF_TOOLS } from './choice-of-tools';

/** A server that knows tools but no choice among them. */
export const leaveChoiceOpen: Adaptation = {
  name: 'leave the choice of tools open',
  demandedBy: ({ text }) => (CHOICE_OF_TOOLS.test(text) ? '' : null),
  apply(body) {
    if (!('tool_choice' in body) && !('toolConfig' in body)) return body;
    const { tool_choice: _, toolConfig: __, ...rest } = body;
    return rest;
  },
  says: () => 'the request says nothing about the choice of tools',
};
