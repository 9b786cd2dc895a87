import { jsonProblem } from '@/lib/browser/team/json-problem';
import type { Sampling } from '@/lib/protocol/tool-event';
import { texts } from './texts';

/** What a server wants to ask a model, as a person edits it. */
export function samplingText({ systemPrompt, messages }: Sampling): string {
  return JSON.stringify({ systemPrompt, messages }, null, 2);
}

/** The question that an edited text stands for, or what is wrong with it. */
export function samplingOf(text: string): { content: Sampling } | { problem: string } {
  try {
    const parsed: unknown = JSON.parse(text);
    return isSampling(parsed) ? { content: parsed } : { problem: texts.giveMessages };
  } catch (error) {
    return { problem: jsonProblem(error) };
  }
}

function isSampling(value: unknown): value is Sampling {
  const { messages, systemPrompt } = (value ?? {}) as Record<string, unknown>;
  if (systemPrompt !== undefined && typeof systemPrompt !== 'string') return false;
  return Array.isArray(messages) && messages.length > 0 && messages.every(isMessage);
}

function isMessage(value: unknown): boolean {
  const { role, text } = (value ?? {}) as Record<string, unknown>;
  return (role === 'user' || role === 'assistant') && typeof text === 'string';
}
