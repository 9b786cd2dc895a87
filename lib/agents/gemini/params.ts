import { named, type Places, within } from '../params/places';

export const GEMINI_PARAMS: Places = {
  ...named('safetySettings', 'cachedContent', 'serviceTier', 'labels', 'generationConfig'),
  ...within(
    'generationConfig',
    'temperature',
    'topP',
    'topK',
    'maxOutputTokens',
    'stopSequences',
    'seed',
    'presencePenalty',
    'frequencyPenalty',
    'responseMimeType',
    'responseLogprobs',
    'logprobs',
    'mediaResolution',
    'thinkingConfig',
  ),
  top_p: 'generationConfig.topP',
  top_k: 'generationConfig.topK',
  max_tokens: 'generationConfig.maxOutputTokens',
  max_output_tokens: 'generationConfig.maxOutputTokens',
  thinkingBudget: 'generationConfig.thinkingConfig.thinkingBudget',
  thinkingLevel: 'generationConfig.thinkingConfig.thinkingLevel',
};
