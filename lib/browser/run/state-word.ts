import type { AgentStateWord } from '@/lib/protocol/event';
import { texts } from './texts';

/** What an agent is doing, in plain words: the log's own where they are plain. */
export function stateWord(state: AgentStateWord): string {
  return texts.states[state] ?? state;
}
