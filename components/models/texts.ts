/** What the lists of models say. */
export const texts = {
  search: 'Search models',
  none: 'No model fits this.',
  models: 'Models',
  shown: (shown: number, all: number) => `${shown} of ${all} shown. Search to find the others.`,
};
