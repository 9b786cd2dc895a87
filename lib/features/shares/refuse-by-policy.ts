import 'server-only';
import { policyOf } from '@/db/queries/policies/policy-of';
import { AUDIENCES_WITHIN, type SharedWith } from '@/db/types/share-record';
import { AppError } from '@/lib/platform/errors/app-error';
import { texts } from './texts';

/** Throws `forbidden` where the workspace's policy allows no link for such an audience. */
export async function refuseByPolicy(workspaceId: string, audience: SharedWith): Promise<void> {
  const { sharing } = await policyOf(workspaceId);
  if (AUDIENCES_WITHIN[sharing].includes(audience)) return;
  throw new AppError('forbidden', texts.notByPolicy, { hint: texts.notByPolicyHint });
}
