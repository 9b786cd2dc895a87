import type { ToolDefinition } from '@/lib/protocol/prompt-message';

export interface ProcessTerms {
  /** Every tool may be used. */
  asksNobody: boolean;
  /** The tools that it has for good besides the protocol's and its own; the engine runs them. */
  offered: ToolDefinition[];
  /** As the conversation says. */
  actions: readonly string[];
  /** What is new comes to it between two of its steps. */
  takesNews: boolean;
}

export interface ProcessEnds {
  /** Called once, whenever and however it ends: nothing can be asked any more. */
  onGone(): void;
  /** Called when the operating system's process is over. */
  onExit(): void;
}
