import { named, type Places } from '../params/places';

export const CLAUDE_PARAMS: Places = {
  ...named(
    'max_tokens',
    'temperature',
    'top_p',
    'top_k',
    'stop_sequences',
    'thinking',
    'output_config',
    'service_tier',
    'metadata',
    'inference_geo',
  ),
  effort: 'output_config.effort',
};
