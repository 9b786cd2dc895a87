import { trustedOrigin } from '../../schema/trusted-origins';

export const trustedOriginColumns = {
  id: trustedOrigin.id,
  origin: trustedOrigin.origin,
  forMembers: trustedOrigin.forMembers,
  createdAt: trustedOrigin.createdAt,
};
