/** What is said of a team while it is made. */
export const texts = {
  priceNotKnown: 'price not known',
  noTools: 'cannot call tools',
  free: 'free',
  freeBackend: 'Free.',
  price: (input: number, output: number, asOf: string) => `$${input} in, $${output} out per million tokens (${asOf})`,
  contextWindow: (tokens: string) => `${tokens} tokens of context`,
  takes: (images: boolean, documents: boolean) =>
    !documents ? 'takes images' : images ? 'takes images and PDFs' : 'takes PDFs',
  facts: (facts: string[]) => `${facts.join(' · ')}.`,
  nameParameter: 'Give the parameter a name.',
  giveValue: 'Give a value, or remove the parameter.',
  givenAbove: (name: string) => `“${name}” is already given above.`,
  newTeam: 'New team',
  copyOf: (name: string) => `${name} copy`,
  onThisMachine: 'Free, on your own machine.',
  notFoundNow: 'In this team; it cannot be asked at the moment.',
  teamOf: (backend: string) => `${backend} team`,
};
