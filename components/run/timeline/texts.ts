/** What the timeline and the replay say. */
export const texts = {
  timeline: 'Timeline',
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
