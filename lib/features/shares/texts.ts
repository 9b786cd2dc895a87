/** Why something that was asked of a link was refused. */
export const texts = {
  noSuchShare: 'There is no such link.',
  cannotShare: 'You can see this conversation, but only its author and administrators of its workspace can share it.',
  nothingToShare: 'The conversation has no message yet.',
  nothingToShareHint: 'Ask something first, then share it.',
  noSuchLeaf: 'There is no such message in this conversation.',
  past: 'Give a time in the future.',
  givePeople: 'Name at least one person by e-mail.',
  noChange: 'Give at least one change.',
  revoked: 'The link has been revoked.',
  revokedHint: 'Make a new one.',
  onlySnapshot: 'Only a snapshot can be taken anew; a live link always shows what there is.',
  ownersLink: 'Only who made the link can see its address.',
  ownersLinkHint: 'Make a link of your own.',
  shortPassword: 'It must have at least 6 characters.',
  alreadyYours: 'Whoever made this link still answers for it.',
  alreadyYoursHint: 'A link can be taken over once its maker has left the workspace.',
};
