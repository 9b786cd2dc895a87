/** Why something about a workspace was refused. */
export const texts = {
  managersOnly: 'Only the owner and administrators of the workspace may do this.',
  noSuchBackend: (type: string) => `There is no backend “${type}”.`,
};
