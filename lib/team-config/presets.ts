import { EXAMPLE_SERVER } from '@/lib/protocol/example-server';
import { DECISION_PRESETS } from './decision-presets';
import type { Preset } from './preset';
import { SHARING_PRESETS } from './sharing-presets';

/** Teams that are always there. They cannot be changed; a copy can. */
export const PRESETS: Preset[] = [
  {
    id: 'demo',
    description:
      'Three simulated agents that work on the text you give them: one extracts, one computes and checks its result with a tool, one reviews.',
    needs: null,
    definition: {
      name: 'Demo team',
      agents: [
        { slot: 'A', name: 'Extractor', backend: { type: 'demo', model: 'demo-extract' } },
        {
          slot: 'B',
          name: 'Calculator',
          backend: { type: 'demo', model: 'demo-compute' },
          mcpServers: [EXAMPLE_SERVER],
        },
        { slot: 'C', name: 'Reviewer', backend: { type: 'demo', model: 'demo-review' } },
      ],
    },
  },
  {
    id: 'three-claudes',
    description: 'Three Claude agents with different habits.',
    needs: 'An Anthropic key, in Settings → Models or as ANTHROPIC_API_KEY.',
    definition: {
      name: 'Three Claudes',
      agents: [
        {
          slot: 'A',
          name: 'Planner',
          backend: { type: 'claude', model: 'claude-sonnet-5-5' },
          systemMessage: 'Plan before you answer.',
        },
        {
          slot: 'B',
          name: 'Critic',
          backend: { type: 'claude', model: 'claude-sonnet-5-5' },
          systemMessage: 'Look for what is wrong or missing.',
        },
        {
          slot: 'C',
          name: 'Quick',
          backend: { type: 'claude', model: 'claude-haiku-5-5' },
          systemMessage: 'Answer in few words.',
        },
      ],
    },
  },
  {
    id: 'mixed',
    description: 'Two providers and a local model: differences between models are where a team helps most.',
    needs: 'An Anthropic key, an OpenAI key, and LM Studio with LMSTUDIO_BASE_URL.',
    definition: {
      name: 'Mixed team',
      agents: [
        { slot: 'A', name: 'Claude', backend: { type: 'claude', model: 'claude-sonnet-5-5' } },
        { slot: 'B', name: 'GPT', backend: { type: 'openai', model: 'gpt-6.1-sol' } },
        { slot: 'C', name: 'Local', backend: { type: 'lmstudio', model: 'openai/gpt-oss-20b' } },
      ],
    },
  },
  {
    id: 'four-providers',
    description: 'One agent each of Claude, OpenAI, Gemini and Grok.',
    needs: 'Keys for Anthropic, OpenAI, Gemini and xAI, in Settings → Models or in the environment.',
    definition: {
      name: 'Four providers',
      agents: [
        { slot: 'A', name: 'Claude', backend: { type: 'claude', model: 'claude-sonnet-5-5' } },
        { slot: 'B', name: 'GPT', backend: { type: 'openai', model: 'gpt-6.1-sol' } },
        { slot: 'C', name: 'Gemini', backend: { type: 'gemini', model: 'gemini-3.8-flash' } },
        { slot: 'D', name: 'Grok', backend: { type: 'grok', model: 'grok-4.7' } },
      ],
    },
  },
  {
    id: 'local',
    description: 'Three agents on models that run in LM Studio on your machine.',
    needs: 'LM Studio with its server running, and LMSTUDIO_BASE_URL.',
    definition: {
      name: 'Local team',
      agents: [
        {
          slot: 'A',
          name: 'Planner',
          backend: { type: 'lmstudio', model: 'openai/gpt-oss-20b' },
          systemMessage: 'Plan before you answer.',
        },
        {
          slot: 'B',
          name: 'Critic',
          backend: { type: 'lmstudio', model: 'openai/gpt-oss-20b' },
          systemMessage: 'Look for what is wrong or missing.',
        },
        {
          slot: 'C',
          name: 'Quick',
          backend: { type: 'lmstudio', model: 'openai/gpt-oss-20b' },
          systemMessage: 'Answer in few words.',
        },
      ],
    },
  },
  ...DECISION_PRESETS,
  ...SHARING_PRESETS,
];

export function findPreset(id: string): Preset | undefined {
  return PRESETS.find((preset) => preset.id === id);
}
