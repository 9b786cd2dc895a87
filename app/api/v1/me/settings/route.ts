import {
  changePersonalSettings,
  getPersonalSettings,
  personalSettingsChanges,
  personalSettingsSchema,
} from '@/lib/features/users/personal-settings';
import { json } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

const answer = json({ settings: personalSettingsSchema });

export const GET = route({ about: 'One’s own settings, the same on every device.', answer }, async ({ actor }) => ({
  settings: await getPersonalSettings(actor),
}));

export const PATCH = route(
  { needs: 'account.write', about: 'Changes one’s own settings.', answer, body: personalSettingsChanges },
  async ({ actor, body }) => ({ settings: await changePersonalSettings(actor, body) }),
);

export const { POST, PUT, DELETE, OPTIONS } = otherMethods('GET', 'PATCH');
