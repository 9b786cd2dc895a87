import { alternates, flat, hasUserAfterTool, openAi, roles, type ServerDialect, TEXT_ONLY } from './server-dialect';

/** Servers that people run themselves. */
export const LOCAL_SERVER_DIALECTS: ServerDialect[] = [
  {
    name: 'vLLM without a parser for tools',
    model: TEXT_ONLY,
    refuse: ({ tools, tool_choice }) =>
      !tools
        ? null
        : flat(400, {
            object: 'error',
            message:
              tool_choice === 'required'
                ? 'tool_choice = "required" is not supported!'
                : '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set',
            type: 'BadRequestError',
            param: null,
            code: 400,
          }),
  },
  {
    name: 'vLLM with a template of Mistral',
    refuse: (body) =>
      hasUserAfterTool(body)
        ? flat(400, {
            object: 'error',
            message:
              'After the optional system message, conversation roles must alternate user and assistant roles except for tool calls and results.',
            type: 'BadRequestError',
            code: 400,
          })
        : null,
  },
  {
    name: 'llama.cpp without --jinja',
    model: TEXT_ONLY,
    refuse: ({ tools }) =>
      tools
        ? flat(500, { error: { code: 500, message: 'tools param requires --jinja flag', type: 'server_error' } })
        : null,
  },
  {
    name: 'llama.cpp that cannot stream with tools',
    refuse: ({ tools, stream }) =>
      tools && stream
        ? flat(500, { error: { code: 500, message: 'Cannot use tools with stream', type: 'server_error' } })
        : null,
  },
  {
    name: 'llama.cpp with a template of Gemma',
    model: TEXT_ONLY,
    refuse: (body) =>
      body.tools || !alternates(body)
        ? flat(500, {
            error: {
              code: 500,
              message:
                'Conversation roles must alternate user/assistant/user/assistant/... at row 19, column 27:\n {{ raise_exception("Conversation roles must alternate user/assistant/user/assistant/...") }}',
              type: 'server_error',
            },
          })
        : null,
  },
  {
    name: 'Ollama',
    model: TEXT_ONLY,
    params: { reasoning_effort: 'low' },
    refuse: ({ tools, reasoning_effort }) => {
      if (reasoning_effort) return openAi('"gemma3:4b" does not support thinking', { type: 'api_error' });
      return tools
        ? openAi('registry.ollama.ai/library/gemma3:4b does not support tools', { type: 'api_error' })
        : null;
    },
  },
  {
    name: 'LM Studio',
    backend: 'lmstudio',
    model: TEXT_ONLY,
    refuse: (body) => {
      const isPlain = roles(body).every((role) => role === 'user' || role === 'assistant');
      if (isPlain && !body.tools) return null;
      const message =
        'Error rendering prompt with jinja template: "Only user and assistant roles are supported!". This is usually an issue with the model\'s prompt template.';
      return { status: 200, body: { error: { message } }, inStream: true };
    },
  },
  {
    name: 'SGLang',
    model: TEXT_ONLY,
    refuse: ({ tools }) =>
      tools
        ? flat(400, {
            object: 'error',
            message: 'Tools are not supported for this model: no tool call parser is set.',
            type: 'BadRequest',
            code: 400,
          })
        : null,
  },
  {
    name: 'TGI',
    model: TEXT_ONLY,
    refuse: (body) =>
      body.tools || !alternates(body)
        ? flat(422, {
            error:
              'Template error: syntax error: Conversation roles must alternate user/assistant/user/assistant/... (in <string>:18)',
            error_type: 'template_error',
          })
        : null,
  },
  {
    name: 'a server that takes no message without text',
    model: 'team-a@0x0',
    refuse: ({ messages }) =>
      messages.some(({ content }) => typeof content !== 'string' || content === '')
        ? flat(400, { message: 'invalid request: all messages must have non-empty content' })
        : null,
  },
];
