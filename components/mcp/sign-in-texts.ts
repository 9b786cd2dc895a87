/** What Settings → MCP says of a person’s sign-in to a server. */
export const texts = {
  signIn: (name: string) => `Sign in to ${name}…`,
  goesTo: (host: string) => `You sign in at ${host}. Go on only if you know it and expect it here.`,
  openPage: (host: string) => `Open ${host}`,
  signedInAs: (account: string | null, host: string) =>
    account === null ? `You are signed in at ${host}.` : `You are signed in at ${host} as ${account}.`,
  rights: (scope: string) => `Rights: ${scope}`,
  moreRights: (scope: string) => `It has asked for more rights: ${scope}. Sign in again to give them.`,
  signOut: 'Sign out',
  signedOut: (name: string) => `You are signed out of ${name}.`,
  done: 'You are signed in. Agents of your runs can use the server now.',
  denied: 'You have not been let in: the sign-in was refused or cancelled at the other side. Nothing has changed.',
  unknown:
    'This sign-in was not begun by you in this browser, or more than ten minutes ago. Nothing has changed; begin again.',
  failed:
    'The sign-in did not work: what came back does not fit what was begun. Nothing has changed; begin again, and ask whoever runs the server if it happens again.',
};
