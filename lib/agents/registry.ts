import 'server-only';
import { AppError } from '@/lib/platform/errors/app-error';
import type { AgentBackend } from './backend';
import { findModel } from './catalogue/find-model';
import type { ModelEntry } from './catalogue/model-entry';
import { claude } from './claude/descriptor';
import { claudeCode } from './claude-code/descriptor';
import { createBackend } from './create-backend';
import { demo } from './demo/descriptor';
import type { BackendDescriptor } from './descriptor';
import { gemini } from './gemini/descriptor';
import { grok } from './grok/descriptor';
import { lmStudio } from './lm-studio/descriptor';
import { openAi } from './openai/descriptor';
import { openAiCompatible } from './openai-compatible/descriptor';
import { zai } from './zai/descriptor';

/** Every backend that a team may name, in the order in which people see them. One is added with its folder and its line here. */
export const DESCRIPTORS: readonly BackendDescriptor[] = [
  demo,
  openAi,
  claude,
  claudeCode,
  gemini,
  grok,
  zai,
  lmStudio,
  openAiCompatible,
];

const MODELS = DESCRIPTORS.flatMap(({ models, knownModels = [] }) => [...models, ...knownModels]);
const BACKENDS = DESCRIPTORS.map((descriptor) => createBackend(descriptor, knownModel));

export function backendTypes(): string[] {
  return DESCRIPTORS.map(({ type }) => type);
}

/** All that there is to say of a type; `undefined` = there is no such type. */
export function descriptorOf(type: string): BackendDescriptor | undefined {
  return DESCRIPTORS.find((candidate) => candidate.type === type);
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

/** The catalogue's entry for a model, whatever backend it runs behind. */
export function knownModel(model: string): ModelEntry | undefined {
  return findModel(MODELS, model);
}
