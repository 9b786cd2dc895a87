/** Fields that the app writes from the run itself. */
export const RESERVED_PARAMS: ReadonlySet<string> = new Set([
  'model',
  'messages',
  'input',
  'contents',
  'system',
  'instructions',
  'systemInstruction',
  'prompt',
  'stream',
  'stream_options',
  'tools',
  'tool_choice',
  'toolConfig',
  'previous_response_id',
  'conversation',
  'background',
]);
