import type { Role } from '../../permissions/permissions';
import { invite } from '../../schema/workspaces';

export interface InviteRecord {
  id: string;
  role: Role;
  /** Null = for whoever has the link. */
  email: string | null;
  maxUses: number;
  uses: number;
  expiresAt: Date;
  createdAt: Date;
}

/** Everything but the hash of the token. */
export const inviteColumns = {
  id: invite.id,
  role: invite.role,
  email: invite.email,
  maxUses: invite.maxUses,
  uses: invite.uses,
  expiresAt: invite.expiresAt,
  createdAt: invite.createdAt,
};
