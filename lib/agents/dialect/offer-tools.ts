import { isFields } from '@/lib/protocol/json';
import type { Adaptation } from './adaptation';
import { CHOICE_OF_TOOLS } from './choice-of-tools';

/** A tool can be offered but not demanded: models of Kimi, Qwen and DeepSeek while they think, and several servers always. */
export const offerTools: Adaptation = {
  name: 'offer tools',
  demandedBy: ({ text }) => (CHOICE_OF_TOOLS.test(text) ? '' : null),
  apply(body) {
    const choice = body.tool_choice;
    if (choice === 'required') return { ...body, tool_choice: 'auto' };
    if (isFields(choice) && choice.type !== 'auto' && choice.type !== 'none')
      return { ...body, tool_choice: { type: 'auto' } };
    const config = isFields(body.toolConfig) ? body.toolConfig : {};
    const calling = isFields(config.functionCallingConfig) ? config.functionCallingConfig : {};
    if (calling.mode !== 'ANY') return body;
    return { ...body, toolConfig: { ...config, functionCallingConfig: { mode: 'AUTO' } } };
  },
  says: () => 'tools are offered to the model, not demanded of it',
};
