/** Why somebody could not be erased. */
export const texts = {
  noSuchPerson: 'There is no such person.',
  ownersOnly: 'Only an owner may delete an owner’s account.',
  lastOwner: 'You are the only owner of this instance, and it has other people.',
  lastOwnerHint: 'Make somebody else its owner, or delete the other accounts first.',
  lastOwnerOf: (name: string) => `This account is the only owner of the workspace “${name}”, which has other members.`,
  transferFirst: 'Transfer the workspace to one of them, or delete it, first.',
};
