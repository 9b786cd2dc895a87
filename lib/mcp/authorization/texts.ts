/** Why a sign-in to a server did not come about or has ended, for the people who use it. */
export const texts = {
  privateAddress: (host: string) => `The server names an address in a private network (${host}), which is not asked.`,
  noMetadata: 'The server does not say where to sign in. Give it a token in a header, if it takes one.',
  noPkce:
    'The authorization server does not say that it protects sign-ins against theft (PKCE, S256), so it is not used. Whoever runs it can mend that.',
  wrongIssuer: 'The authorization server says that it is another one than the server has named. The sign-in was ended.',
  wrongResource: 'The server says that its tokens are for another address. The sign-in was not begun.',
  insecurePage: (host: string) => `The page for signing in (${host}) is not reached by https, so it is not opened.`,
  noRegistration:
    'The authorization server takes no applications that it does not know. Register this one there and enter its client ID here.',
  notRegistered: 'The authorization server has refused to register this application. Enter a client ID that it knows.',
  otherIssuer: (issuer: string) =>
    `The client ID belongs to ${issuer}, and the server names another authorization server.`,
  refused: (code: string) => `The authorization server refuses (${code}).`,
  badReply: 'The authorization server answered with something that nobody can read.',
  down: 'The authorization server cannot be reached. The sign-in is kept; try again later.',
  lost: 'The sign-in has ended. Sign in to it again under Settings → MCP.',
  moved: 'The server has changed where to sign in. Sign in to it again under Settings → MCP.',
  signIn: 'It asks you to sign in under Settings → MCP.',
  moreRights: (scope: string) => `It asks for more rights (${scope}). Sign in to it again under Settings → MCP.`,
};
