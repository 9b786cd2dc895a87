import type { UserPart } from '@/lib/protocol/prompt-message';
import type { AgentEvent } from '../backend';

/** Takes what happens in a step. */
export interface StepListener {
  push(event: AgentEvent): void;
  fail(error: unknown): void;
  /** The process has been given these news between two of its steps. */
  heard(news: UserPart[]): void;
}
