/** What every page may have to say. */
export const texts = {
  /** In place of a cost. */
  unknown: 'unknown',
  partlyUnknown: (cost: string) => `${cost} + unknown`,
  partNotLoaded: 'This part of the page could not be loaded. Check the connection and try again.',
};
