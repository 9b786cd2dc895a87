import { chatFaults } from './formats/chat-faults';
import { claudeFaults } from './formats/claude-faults';
import { geminiFaults } from './formats/gemini-faults';
import { grokFaults } from './formats/grok-faults';
import { responsesFaults } from './formats/responses-faults';
import { zaiFaults } from './formats/zai-faults';

export interface DoubleReader {
  type: string;
  /** Of the doubles; by it a model does what it does. */
  model: string;
  canCallTools: boolean;
  /** What the provider would refuse in a body. */
  faults(body: unknown): string[];
}

/** Where each provider's format begins on the doubles. */
export const DOUBLE_PATHS: Record<string, string> = {
  openai: '/v1',
  claude: '',
  gemini: '/v1beta',
  grok: '/v1',
  zai: '/api/paas/v4',
  lmstudio: '/v1',
  openai_compatible: '/v1',
};

const reader = (type: string, faults: DoubleReader['faults'], model = 'note-b@0x4'): DoubleReader => ({
  type,
  model,
  canCallTools: true,
  faults,
});

/** A reader on every backend that speaks a provider's format. */
export const DOUBLE_READERS: DoubleReader[] = [
  reader('openai', responsesFaults),
  reader('grok', grokFaults),
  reader('gemini', geminiFaults),
  reader('gemini', (body) => geminiFaults(body, true), 'gemini-3.1-pro-preview'),
  reader('zai', zaiFaults),
  reader('lmstudio', chatFaults),
  reader('openai_compatible', chatFaults),
  { ...reader('openai_compatible', chatFaults, 'no-tools-note-b@0x4'), canCallTools: false },
  reader('claude', claudeFaults),
];
