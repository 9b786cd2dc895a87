import { cleanText } from '@/lib/protocol/text/clean-text';
import type { McpFailure } from '../connect/mcp-failure';

/** What the model is told when a call came to nothing: what happened, and what that means for its work. */
export function failureWords(server: string, tool: string, error: McpFailure): string {
  const name = `${cleanText(tool, 128)} of ${cleanText(server, 128)}`;
  switch (error.kind) {
    case 'timed_out':
      return `${name} did not answer in time. It may have been done all the same. Go on without it, or check before you try again.`;
    case 'unreachable':
      return `${name} cannot be reached: ${error.message} Go on without it.`;
    case 'too_large':
      return `${name} gave more than can be taken: ${error.message} Ask for less at once.`;
    case 'rejected':
      return `${name} did not take the call. ${error.message}`;
    case 'cancelled':
      return `${name} was cancelled.`;
    default:
      return `${name} failed: ${error.message} Go on without it.`;
  }
}
