import 'server-only';
import { paramNames } from '@/lib/agents/params/unknown-params';
import { DESCRIPTORS, descriptorOf } from '@/lib/agents/registry';
import { texts } from '../schema-texts';
import { isKeyName } from '../team-schema';
import { LEFT_OUT_OF_BACKEND } from './left-out';
import { CLAUDE_CODE_KEYS, readClaudeCodeParams } from './read-claude-code-params';
import { isPresent, isSection, type Reading, type Section, textAt } from './reading';
import { warnOfSection } from './warn-of-section';

/** Passed through to the provider under their own names, as those that its table knows. */
const PARAMETERS = [
  'temperature',
  'top_p',
  'top_k',
  'min_p',
  'max_tokens',
  'max_output_tokens',
  'max_completion_tokens',
  'max_thinking_tokens',
  'frequency_penalty',
  'presence_penalty',
  'repetition_penalty',
  'seed',
  'stop',
  'stop_sequences',
  'logit_bias',
  'response_format',
  'service_tier',
  'text',
  'reasoning',
  'reasoning_effort',
  'separate_reasoning',
  'thinking',
  'verbosity',
  'truncation',
];

const NO_MODEL_PARAMETERS = 'Left out: Claude Code takes no parameters of the model.';

const UNDERSTOOD = [
  'type',
  'model',
  'base_url',
  'api_key',
  'extra_body',
  'system_prompt',
  'append_system_prompt',
  'mcp_servers',
  'allowed_tools',
  'exclude_tools',
];

export interface ReadBackend {
  type: string;
  model?: string;
  baseUrl?: string;
  params?: Section;
}

/** The `backend` section of an agent. `path` is its path in the file, `place` in the team. */
export function readBackend(value: unknown, path: string, place: string, reading: Reading): ReadBackend {
  const section = isSection(value) ? value : {};
  const model = textAt(section, 'model', path, reading);
  const { type, baseUrl: known } = readType(textAt(section, 'type', path, reading), model, path, reading);
  const baseUrl = textAt(section, 'base_url', path, reading) ?? known;
  const params = readParams(value, type, path, place, reading);
  reading.placed.set(`${path}.model`, `${place}.model`);
  reading.placed.set(`${path}.base_url`, `${place}.baseUrl`);
  if (isPresent(section.api_key)) {
    reading.warnings.push({ key: `${path}.api_key`, message: `Left out. ${texts.noKeys}` });
  }
  return {
    type,
    ...(model && { model }),
    ...(baseUrl && { baseUrl }),
    ...(Object.keys(params).length > 0 && { params }),
  };
}

function readType(
  given: string | undefined,
  model: string | undefined,
  path: string,
  reading: Reading,
): { type: string; baseUrl?: string } {
  const warn = (message: string) => reading.warnings.push({ key: `${path}.type`, message });
  const inferred = given ?? DESCRIPTORS.find(({ massGen }) => massGen?.models?.test(model ?? ''))?.type;
  if (inferred === undefined) return { type: '' };
  if (given === undefined) warn(`Not given: taken to be “${inferred}” by the model’s name.`);
  const standing = DESCRIPTORS.find(({ massGen }) => massGen?.types && Object.hasOwn(massGen.types, inferred));
  if (standing) {
    const baseUrl = standing.massGen?.types?.[inferred];
    if (baseUrl)
      warn(`“${inferred}” is an OpenAI-compatible server here, at ${baseUrl} unless the file says otherwise.`);
    return { type: standing.type, ...(baseUrl && { baseUrl }) };
  }
  if (!descriptorOf(inferred)) warn(`There is no backend “${inferred}” in this version. Choose another one.`);
  return { type: inferred };
}

/** Provider parameters, and every key that is none; what MassGen adds to the request as `extra_body` is the same thing here. */
function readParams(value: unknown, type: string, path: string, place: string, reading: Reading): Section {
  const section = isSection(value) ? value : {};
  if (descriptorOf(type)?.massGen?.takesNoModelParams) {
    const noParameter = Object.fromEntries([...PARAMETERS, 'extra_body'].map((name) => [name, NO_MODEL_PARAMETERS]));
    const understood = [...UNDERSTOOD, ...CLAUDE_CODE_KEYS].filter((key) => key !== 'extra_body');
    warnOfSection(value, path, understood, { ...noParameter, ...LEFT_OUT_OF_BACKEND }, reading);
    return readClaudeCodeParams(section, path, reading);
  }
  const names = [...new Set([...PARAMETERS, ...paramNames(type)])];
  warnOfSection(value, path, [...UNDERSTOOD, ...names], LEFT_OUT_OF_BACKEND, reading);
  const params: Section = {};
  for (const key of names) {
    if (!isPresent(section[key])) continue;
    params[key] = section[key];
    reading.placed.set(`${path}.${key}`, `${place}.params.${key}`);
  }
  if (isSection(section.extra_body)) {
    for (const [key, entry] of Object.entries(section.extra_body)) {
      if (isKeyName(key))
        reading.warnings.push({ key: `${path}.extra_body.${key}`, message: `Left out. ${texts.noKeys}` });
      else params[key] = entry;
    }
    reading.placed.set(`${path}.extra_body`, `${place}.params`);
  } else if (isPresent(section.extra_body)) {
    reading.warnings.push({ key: `${path}.extra_body`, message: 'Left out: this must be a section.' });
  }
  return params;
}
