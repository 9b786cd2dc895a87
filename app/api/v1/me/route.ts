import { clientAddress } from '@/lib/http/client-address';
import { route } from '@/lib/http/route';
import { getMe } from '@/lib/users/get-me';
import { updateMe, updateMeInput } from '@/lib/users/update-me';

export const GET = route({}, async ({ actor }) => ({ user: await getMe(actor) }));

export const PATCH = route({ body: updateMeInput }, async ({ actor, body, request }) => ({
  user: await updateMe(actor, body, clientAddress(request.headers)),
}));
