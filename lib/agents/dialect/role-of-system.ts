import type { Adaptation, Body } from './adaptation';

/** OpenAI’s newer models call it `developer`; most other servers know only `system`. `detail` = the role to use. */
export const roleOfSystem: Adaptation = {
  name: 'role of the system text',
  demandedBy({ text }, body) {
    if (!/\bdeveloper\b/i.test(text)) return null;
    if (entriesOf(body).some(({ role }) => role === 'developer')) return 'system';
    return /\bsystem\b/i.test(text) ? 'developer' : null;
  },
  apply(body, role) {
    const other = role === 'system' ? 'developer' : 'system';
    const field = Array.isArray(body.input) ? 'input' : 'messages';
    const entries = entriesOf(body);
    if (!entries.some((entry) => entry.role === other)) return body;
    return { ...body, [field]: entries.map((entry) => (entry.role === other ? { ...entry, role } : entry)) };
  },
  says: (role) => `the system text has the role “${role}”`,
};

function entriesOf(body: Body): { role?: unknown }[] {
  const entries = Array.isArray(body.input) ? body.input : body.messages;
  return Array.isArray(entries) ? (entries as { role?: unknown }[]) : [];
}
