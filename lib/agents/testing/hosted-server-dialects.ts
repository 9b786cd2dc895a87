import { flat, hasUserAfterTool, openAi, roles, type ServerDialect, TEXT_ONLY } from './server-dialect';

/** Services. */
export const HOSTED_SERVER_DIALECTS: ServerDialect[] = [
  {
    name: 'Mistral',
    refuse: (body) => {
      const at = (place: string) => ({
        type: 'extra_forbidden',
        loc: ['body', place],
        msg: 'Extra inputs are not permitted',
      });
      if (body.stream_options) return flat(422, { object: 'error', message: { detail: [at('stream_options')] } });
      const id = body.messages.flatMap(({ tool_calls: calls = [] }) => calls)[0]?.id;
      if (id && !/^[a-zA-Z0-9]{9}$/.test(id))
        return flat(400, {
          object: 'error',
          message: `Tool call id was ${id} but must be a-z, A-Z, 0-9, with a length of 9.`,
          type: 'invalid_function_call',
          code: '3280',
        });
      return hasUserAfterTool(body)
        ? flat(400, {
            object: 'error',
            message: "Unexpected role 'user' after role 'tool'",
            type: 'invalid_request_message_order',
            code: '3230',
          })
        : null;
    },
  },
  {
    name: 'DeepSeek while it thinks',
    refuse: ({ tool_choice }) =>
      tool_choice === 'required' ? openAi('Thinking mode does not support this tool_choice') : null,
  },
  {
    name: 'DeepSeek R1',
    model: TEXT_ONLY,
    refuse: ({ tools }) => (tools ? openAi('deepseek-reasoner does not support Function Calling') : null),
  },
  {
    name: 'DeepSeek with a list of choices',
    refuse: ({ tool_choice }) =>
      tool_choice === 'required'
        ? openAi(
            'Failed to deserialize the JSON body into the target type: tool_choice: unknown variant `required`, expected `none` or `auto` at line 1 column 99',
          )
        : null,
  },
  {
    name: 'Kimi',
    params: { temperature: 0.3 },
    refuse: ({ tool_choice, temperature }) => {
      if (temperature !== undefined && temperature !== 1)
        return openAi('invalid temperature: only 1 is allowed for this model');
      return tool_choice === 'required' ? openAi("tool_choice 'required' is incompatible with thinking enabled") : null;
    },
  },
  {
    name: 'Qwen at DashScope',
    params: { max_tokens: 100_000 },
    refuse: ({ tool_choice, max_tokens }) => {
      const fault = (text: string) =>
        openAi(`<400> InternalError.Algo.InvalidParameter: ${text}`, { code: 'invalid_parameter_error' });
      if (Number(max_tokens) > 8192) return fault('Range of max_tokens should be [1, 8192]');
      return tool_choice === 'required'
        ? fault('The tool_choice parameter does not support being set to required or object in thinking mode')
        : null;
    },
  },
  {
    name: 'Z.AI',
    backend: 'zai',
    params: { reasoning_effort: 'low' },
    refuse: ({ reasoning_effort }) =>
      reasoning_effort
        ? flat(400, {
            error: {
              code: '1210',
              message: 'Invalid API parameter: reasoning_effort, please check the documentation.',
            },
          })
        : null,
  },
  {
    name: 'Groq',
    params: { reasoning_effort: 'low' },
    refuse: ({ tool_choice, reasoning_effort }) => {
      if (reasoning_effort)
        return openAi('`reasoning_effort` is not supported with this model', { param: 'reasoning_effort' });
      return tool_choice === 'required'
        ? openAi('Tool choice is required, but model did not call a tool', {
            code: 'tool_use_failed',
            failed_generation: 'Well',
          })
        : null;
    },
  },
  {
    name: 'Groq with a model without tools',
    model: TEXT_ONLY,
    refuse: ({ tools }) => (tools ? openAi('`tool calling` is not supported with this model') : null),
  },
  {
    name: 'OpenRouter',
    refuse: ({ tool_choice }) =>
      tool_choice === 'required'
        ? flat(404, {
            error: {
              message:
                "No endpoints found that support the provided 'tool_choice' value. To learn more about provider routing, visit: https://openrouter.ai/docs/provider-routing",
              code: 404,
            },
          })
        : null,
  },
  {
    name: 'OpenRouter with a model without tools',
    model: TEXT_ONLY,
    refuse: ({ tools }) =>
      tools
        ? flat(404, {
            error: { message: 'No endpoints found that support tool use. Try disabling "new_answer".', code: 404 },
          })
        : null,
  },
  {
    name: 'OpenRouter in front of another',
    refuse: (body) =>
      hasUserAfterTool(body)
        ? flat(400, {
            error: {
              message: 'Provider returned error',
              code: 400,
              metadata: {
                raw: JSON.stringify({ object: 'error', message: "Unexpected role 'user' after role 'tool'" }),
                provider_name: 'Mistral',
              },
            },
          })
        : null,
  },
  {
    name: 'Together',
    model: TEXT_ONLY,
    refuse: ({ tools }) =>
      tools
        ? openAi('Function calling is not supported for this model.', { param: 'tools', code: 'invalid_request' })
        : null,
  },
  {
    name: 'Fireworks',
    params: { parallel_tool_calls: false },
    refuse: (body) => {
      const extra = ['stream_options', 'parallel_tool_calls'].find((field) => field in body);
      return extra
        ? openAi(`1 request validation errors: Extra inputs are not permitted, field: '${extra}', value: x`, {
            object: 'error',
          })
        : null;
    },
  },
  {
    name: 'Gemini in OpenAI’s form',
    refuse: ({ stream_options, tools }) => {
      const fault = (message: string) => [{ error: { code: 400, message, status: 'INVALID_ARGUMENT' } }];
      if (stream_options)
        return {
          status: 400,
          body: fault('Invalid JSON payload received. Unknown name "stream_options": Cannot find field.'),
        };
      return JSON.stringify(tools ?? []).includes('additionalProperties')
        ? {
            status: 400,
            body: fault(
              'Invalid JSON payload received. Unknown name "additionalProperties" at \'tools[0].function_declarations[0].parameters\': Cannot find field.',
            ),
          }
        : null;
    },
  },
  {
    name: 'Azure OpenAI',
    params: { max_tokens: 4000, temperature: 0.2, parallel_tool_calls: false },
    refuse: (body) => {
      if ('max_tokens' in body)
        return openAi(
          "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
          { param: 'max_tokens', code: 'unsupported_parameter' },
        );
      if ('temperature' in body)
        return openAi(
          "Unsupported value: 'temperature' does not support 0.2 with this model. Only the default (1) value is supported.",
          { param: 'temperature', code: 'unsupported_value' },
        );
      return 'parallel_tool_calls' in body
        ? openAi('Unrecognized request argument supplied: parallel_tool_calls')
        : null;
    },
  },
  {
    name: 'Azure OpenAI, o1-mini',
    refuse: (body) =>
      roles(body).includes('system')
        ? openAi("Unsupported value: 'messages[0].role' does not support 'system' with this model.", {
            param: 'messages[0].role',
            code: 'unsupported_value',
          })
        : null,
  },
  {
    name: 'xAI',
    params: { presence_penalty: 0.1, stop: ['END'] },
    refuse: (body) => {
      const name = 'presence_penalty' in body ? 'presencePenalty' : 'stop' in body ? 'stop' : null;
      return name
        ? flat(400, {
            code: 'Client specified an invalid argument',
            error: `Argument not supported on this model: ${name}`,
          })
        : null;
    },
  },
  {
    name: 'Cerebras',
    params: { parallel_tool_calls: false },
    refuse: (body) => {
      const fault = (message: string, param: string) =>
        flat(400, { message, type: 'invalid_request_error', param, code: 'wrong_api_format' });
      if ('parallel_tool_calls' in body)
        return fault('parallel_tool_calls=False is not supported by this model.', 'parallel_tool_calls');
      return body.tool_choice === 'required'
        ? fault("Unsupported tool_choice: required. Expected 'auto' or 'none'.", 'tool_choice')
        : null;
    },
  },
  {
    name: 'MiniMax',
    refuse: (body) =>
      roles(body).includes('system')
        ? flat(400, {
            type: 'error',
            error: {
              type: 'bad_request_error',
              message: 'invalid params, chat content has invalid message role: system (2013)',
              http_code: '400',
            },
          })
        : null,
  },
];
