const INVITED_AS = { owner: 'an owner', admin: 'an administrator', member: 'a member', viewer: 'a viewer' };

/** What the pages before sign-in, the frame and the page for nothing say. */
export const texts = {
  product: 'MassGen Web',
  titleTemplate: '%s · MassGen Web',
  description:
    'Ask a team of agents. They answer in parallel, read each other’s answers and vote. The winner writes the final answer.',
  nothingHere: 'Nothing here',
  nothingHereText: 'This page does not exist, has been deleted, or belongs to someone else.',
  newChat: 'New chat',
  setUp: 'Set up',
  createOwner: 'Create the owner account',
  createOwnerText: 'The owner manages this server: people, model keys and teams.',
  invite: 'Invite',
  invited: (inviter: string, workspace: string, role: 'owner' | 'admin' | 'member' | 'viewer') =>
    `${inviter} invites you to “${workspace}”, as ${INVITED_AS[role]}.`,
  deadInvite:
    'This invite does not exist, has expired, was used up or was taken back. Ask whoever sent it for a new one.',
  signIn: 'Sign in',
  signInText: 'Ask a team of agents and watch them work it out.',
};
