import { jsonProblem } from '@/lib/browser/team/json-problem';
import { isFields } from '@/lib/protocol/json';
import type { Approval } from '@/lib/protocol/state';
import { texts } from './texts';

type Asked = Pick<Approval, 'server' | 'tool' | 'arguments'>;
type Arguments = Record<string, unknown>;

/** A command is edited as it is typed, everything else as JSON. */
export function isCommand({ server, tool, arguments: given }: Asked): boolean {
  return server === undefined && tool === 'Bash' && isFields(given) && typeof given.command === 'string';
}

/** What is asked for as a person edits it. */
export function approvalText(asked: Asked): string {
  if (isCommand(asked)) return String((asked.arguments as Arguments).command);
  return JSON.stringify(asked.arguments ?? {}, null, 2);
}

/** The arguments that an edited text stands for, or what is wrong with it. */
export function argumentsOf(asked: Asked, text: string): { arguments: Arguments } | { problem: string } {
  if (isCommand(asked)) {
    if (text.trim() === '') return { problem: texts.giveCommand };
    return { arguments: { ...(asked.arguments as Arguments), command: text } };
  }
  try {
    const parsed: unknown = JSON.parse(text);
    return isFields(parsed) ? { arguments: parsed } : { problem: texts.giveObject };
  } catch (error) {
    return { problem: jsonProblem(error) };
  }
}
