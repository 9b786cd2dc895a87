const ROLES = { owner: 'an owner', admin: 'an administrator', member: 'a member', viewer: 'a viewer' };

/** What an e-mail with an invite says; names in it have lost what a program for e-mails makes links of. */
export const texts = {
  somebody: 'Somebody',
  subject: (inviter: string, workspace: string) => `${inviter} invites you to “${workspace}”`,
  mail: (given: { inviter: string; workspace: string; role: keyof typeof ROLES; url: string; until: string }) =>
    `${given.inviter} invites you to the workspace “${given.workspace}” on MassGen, as ${ROLES[given.role]}.

To accept, open this link until ${given.until}:

${given.url}

The link is for you alone: whoever opens it can join. If you do not know ${given.inviter}, ignore this e-mail.
`,
};
