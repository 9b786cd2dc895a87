import { named, type Places } from '../params/places';

export const ZAI_PARAMS: Places = named(
  'temperature',
  'top_p',
  'max_tokens',
  'stop',
  'do_sample',
  'thinking',
  'reasoning_effort',
  'tool_stream',
  'response_format',
  'user_id',
  'request_id',
);
