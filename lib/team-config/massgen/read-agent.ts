import 'server-only';
import type { AgentServer } from '@/lib/protocol/team';
import { type ReadBackend, readBackend } from './read-backend';
import { readServers } from './read-servers';
import { isSection, type Reading, textAt } from './reading';
import { warnOfSection } from './warn-of-section';

export interface ReadAgent {
  name?: string;
  backend: ReadBackend;
  systemMessage?: string;
  mcpServers?: (string | AgentServer)[];
}

/** One agent of a MassGen file. `path` is its path in the file, `place` in the team. */
export function readAgent(value: unknown, path: string, place: string, reading: Reading): ReadAgent {
  warnOfSection(value, path, ['id', 'backend', 'system_message', 'append_system_prompt'], {}, reading);
  const agent = isSection(value) ? value : {};
  const backend = isSection(agent.backend) ? agent.backend : {};
  const name = textAt(agent, 'id', path, reading);
  reading.placed.set(`${path}.id`, `${place}.name`);
  const texts = [
    { section: agent, at: path, key: 'system_message' },
    { section: agent, at: path, key: 'append_system_prompt' },
    { section: backend, at: `${path}.backend`, key: 'system_prompt' },
    { section: backend, at: `${path}.backend`, key: 'append_system_prompt' },
  ].flatMap(({ section, at, key }) => {
    reading.placed.set(`${at}.${key}`, `${place}.systemMessage`);
    return textAt(section, key, at, reading)?.trim() || [];
  });
  const mcpServers = readServers(backend, `${path}.backend`, reading);
  return {
    ...(name && { name }),
    backend: readBackend(agent.backend, `${path}.backend`, `${place}.backend`, reading),
    ...(mcpServers.length > 0 && { mcpServers }),
    ...(texts.length > 0 && { systemMessage: texts.join('\n\n') }),
  };
}
