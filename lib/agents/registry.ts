import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import type { AgentBackend } from './backend';
import { claudeBackend } from './claude/claude-backend';
import { claudeCodeBackend } from './claude-code/claude-code-backend';
import { demoBackend } from './demo/demo-backend';
import { geminiBackend } from './gemini/gemini-backend';
import { grokBackend } from './grok/grok-backend';
import { openAiBackend } from './openai/openai-backend';
import { lmStudioBackend } from './openai-compatible/lm-studio-backend';
import { openAiCompatibleBackend } from './openai-compatible/openai-compatible-backend';
import { zaiBackend } from './openai-compatible/zai-backend';

const BACKENDS: AgentBackend[] = [
  demoBackend,
  openAiBackend,
  claudeBackend,
  claudeCodeBackend,
  geminiBackend,
  grokBackend,
  zaiBackend,
  lmStudioBackend,
  openAiCompatibleBackend,
];

/** Types of every backend that a team may name, in the order in which people see them. */
export function backendTypes(): string[] {
  return BACKENDS.map(({ type }) => type);
}

/** The backend of a type; throws `invalid` for a type that does not exist. */
export function backendFor(type: string): AgentBackend {
  const backend = BACKENDS.find((candidate) => candidate.type === type);
  if (!backend) {
    throw new AppError('invalid', `There is no backend of type “${type}”.`, {
      hint: `Known types: ${backendTypes().join(', ')}.`,
    });
  }
  return backend;
}
