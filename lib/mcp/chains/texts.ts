interface Step {
  server: string;
  tool: string;
}

const nameOf = ({ server, tool }: Step) => `${tool} of ${server}`;

/** What is said of chains of calls, to agents and people. */
export const texts = {
  saysNothing: 'The tool reports an error and says nothing of it.',
  ended: (step: number, of: number, which: Step, because: string) =>
    `The chain ended at step ${step} of ${of}, ${nameOf(which)}: ${because}${step > 1 ? ' The steps before it were done.' : ''}`,
  running: (step: number, of: number, which: Step) => `Step ${step} of ${of}: ${nameOf(which)}`,
  askedBy: (step: number, which: Step, because: string) => `Step ${step}, ${nameOf(which)}: ${because}`,
  about: (description: string, steps: Step[]) =>
    `${description}\nA saved chain of ${steps.length} calls, made one after the other: ${steps.map(nameOf).join(', ')}.`,
  leftOut: (chain: string, step: number, which: Step) =>
    `The chain ${chain} is left out: step ${step}, ${nameOf(which)}, is not there, or waits until a person has approved it.`,
  wrongInput: (problem: string) => `The input is not what the chain takes: ${problem}`,
  gone: 'There is no such chain any more. Go on without it.',
};
