/** As `server` of the tools that stand for saved chains of calls. No server has this name. */
export const CHAINS_SERVER = 'chains';
