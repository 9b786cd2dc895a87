import type { SDKResultMessage } from '@anthropic-ai/claude-agent-sdk';
import { BackendError } from '../backend-error';

/** What a turn that could not be ended says. */
export function resultError(result: SDKResultMessage): BackendError {
  if (result.subtype === 'error_max_turns')
    return new BackendError(
      'protocol',
      `Claude Code did not act within its limit of model requests (${result.num_turns}).`,
    );
  const said = 'errors' in result ? result.errors.join(' ') : result.result;
  return new BackendError('protocol', `Claude Code could not go on: ${said.slice(0, 400) || result.subtype}`);
}
