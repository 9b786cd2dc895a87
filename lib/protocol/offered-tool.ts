import type { ToolDefinition } from './prompt-message';

/** A tool that the requests of a call offer besides the protocol's own. It is known by server and tool, whatever the model calls it. */
export interface OfferedDefinition {
  server: string;
  tool: string;
  /** Under the name by which the model calls it. */
  definition: ToolDefinition;
}
