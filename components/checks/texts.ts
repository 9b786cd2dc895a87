import { plural } from '@/lib/browser/ui/format';

/** What the form for checks of answers says. */
export const texts = {
  title: 'Checks',
  about: 'Each answer is checked as soon as it is published. Agents see what fails and can mend it.',
  cost: (agents: number, critics: number) =>
    critics === 0
      ? 'Programs check, so this costs no calls.'
      : `A critic costs one call for each answer: about ${plural(critics * agents, 'call')} more for ${plural(agents, 'agent')}.`,
  mustOf: 'The answer must …',
  forThisMessage: 'For this message only',
  kind: (number: number) => `What check ${number} looks at`,
  kinds: {
    schema: 'be JSON of this form',
    pattern: 'contain a match of',
    number: 'come to the number',
    predicate: 'make this code true',
    critic: 'convince a critic that it',
  },
  schema: 'JSON Schema',
  pattern: 'Regular expression',
  patternExample: 'Total: \\d+ kWh',
  value: 'Number',
  tolerance: 'Give or take',
  unit: 'Unit',
  unitExample: 'kWh',
  code: 'JavaScript of “answer”',
  codeExample: 'answer.length < 500',
  rubric: 'What it has to meet',
  rubricExample: 'names a source for every figure',
  decisive: 'Decides alone',
  decisiveText: 'An answer that fails cannot win while another one passes.',
  remove: (number: number) => `Remove check ${number}`,
  add: 'Add a check',
  open: 'Say what the answer must meet',
  count: (checks: number) => plural(checks, 'check'),
  done: 'Done',
  passed: (name: string) => `${name}: passed`,
  failed: (name: string) => `${name}: failed`,
  noResult: (name: string) => `${name}: no result`,
  found: 'What the checks found',
};
