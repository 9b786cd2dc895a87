/** Why something about a workspace was refused. */
export const texts = {
  managersOnly: 'Only the owner and administrators of the workspace may do this.',
  ownersOnly: 'Only an owner of the workspace may do this.',
  noSuchBackend: (type: string) => `There is no backend “${type}”.`,
  personalStays: 'Your personal workspace is yours alone. It cannot be shared, handed over or deleted.',
  makeAnother: 'Make a workspace for the people with whom you want to work.',
  lastOwner: 'The workspace would have no owner any more.',
  lastOwnerHint: 'Make somebody else an owner first, or delete the workspace.',
  noSuchMember: 'Nobody of this id is a member of the workspace.',
  noSuchInvite: 'There is no such invite.',
  deadInvite: 'This invite does not exist, has expired, was used up or was taken back.',
  deadInviteHint: 'Ask whoever sent it for a new one.',
  othersInvite: (email: string) => `This invite is for ${email}. Sign in with that address to accept it.`,
  inviteEmail: 'The invite is for another address.',
  hasAccount: 'There is already an account with this e-mail. Sign in to accept the invite.',
  ownInvite: 'Give the e-mail and a password for your account, or sign in.',
  inviteEnd: (days: number) => `It must be in the future, at most ${days} days from now.`,
};
