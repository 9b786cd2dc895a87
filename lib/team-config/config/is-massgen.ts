import 'server-only';
import { TEAM_KEYS } from '../team-schema';

type Section = Record<string, unknown>;

/** Keys and types that only MassGen's format has, and those that only this one has. */
const MASSGEN_KEYS = {
  file: ['agent', 'orchestrator', 'ui', 'timeout_settings', 'memory', 'display'],
  agent: ['id', 'system_message', 'append_system_prompt'],
  backend: /_|^(?:cwd|temperature|text|reasoning)$/,
  types:
    /^(?:chatcompletion|azure_openai|ag2|vllm|sglang|inference|cerebras|together|fireworks|groq|openrouter|moonshot|nebius|poe|qwen)$/,
};

/** True when more of the text speaks for MassGen's format than for this application's own. */
export function isMassGen(file: Section): boolean {
  const agents = sections(Array.isArray(file.agents) ? file.agents : [file.agent]);
  const backends = sections(agents.map((agent) => agent.backend));
  const theirs =
    count([file], (key) => MASSGEN_KEYS.file.includes(key)) +
    count(agents, (key) => MASSGEN_KEYS.agent.includes(key)) +
    count(backends, (key) => MASSGEN_KEYS.backend.test(key)) +
    backends.filter(({ type }) => typeof type === 'string' && MASSGEN_KEYS.types.test(type)).length;
  const ours =
    count([file], (key) => key !== 'agents' && isOurs('', key)) +
    count(agents, (key) => key !== 'backend' && isOurs('agents', key)) +
    count(backends, (key) => key !== 'type' && key !== 'model' && isOurs('agents.backend', key));
  return theirs > ours;
}

function isOurs(path: string, key: string): boolean {
  return TEAM_KEYS[path]?.includes(key) ?? false;
}

function count(parts: Section[], fits: (key: string) => boolean): number {
  return parts.reduce((sum, part) => sum + Object.keys(part).filter(fits).length, 0);
}

function sections(values: unknown[]): Section[] {
  return values.filter((value): value is Section => typeof value === 'object' && value !== null);
}
