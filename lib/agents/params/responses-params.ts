import { named, type Places } from './places';

/** Of the Responses format. */
export const RESPONSES_PARAMS: Places = {
  ...named(
    'temperature',
    'top_p',
    'max_output_tokens',
    'reasoning',
    'text',
    'include',
    'parallel_tool_calls',
    'max_tool_calls',
    'service_tier',
    'truncation',
    'metadata',
    'store',
    'user',
    'safety_identifier',
    'prompt_cache_key',
    'prompt_cache_retention',
    'prompt_cache_options',
    'top_logprobs',
  ),
  max_tokens: 'max_output_tokens',
  max_completion_tokens: 'max_output_tokens',
  reasoning_effort: 'reasoning.effort',
  reasoning_summary: 'reasoning.summary',
  verbosity: 'text.verbosity',
};
