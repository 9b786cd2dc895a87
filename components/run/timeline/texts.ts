import type { MarkKind } from '@/lib/browser/run/timeline';

/** What the timeline and the replay say. */
export const texts = {
  timeline: 'Timeline',
  legend: 'What the marks mean',
  call: 'a model at work',
  tool: 'a tool at work',
  kinds: {
    answer: 'answer',
    vote: 'vote or verdict',
    void: 'vote no longer counts',
    check: 'check',
    read: 'read the others',
    note: 'note for the others',
    failure: 'failure',
    switch: 'other model, or back again',
    stop: 'stopped',
    final: 'final answer',
    steer: 'word to the team',
    bound: 'limit reached',
  } satisfies Record<MarkKind, string>,
  answerId: (answerId: string) => `${answerId}: answer ${answerId.split('.')[1]} of ${answerId.split('.')[0]}`,
  pause: 'Pause the replay',
  replayRun: 'Replay the run',
  position: 'Replay position',
  replay: 'Replay',
  backToNow: 'Back to now',
  positionAt: (event: number, events: number, clock: string) => `Event ${event} of ${events}, ${clock}`,
  clockOf: (clock: string, whole: string) => `${clock} of ${whole}`,
  asItWas: (clock: string, event: number, events: number) =>
    `The run as it was at ${clock}, after event ${event} of ${events}.`,
};
