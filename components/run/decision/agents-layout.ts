export type AgentsLayout = 'grid' | 'rail' | 'segments';

const PHONE_PX = 560;
const CARD_PX = 360;
const GAP_PX = 12;

/** How agents stand in a box of `width` px (`null` = not measured yet): cards for 2–4 where two fit, else one at a time. */
export function agentsLayout(agents: number, width: number | null): AgentsLayout {
  if (agents === 1 || (agents <= 4 && width === null)) return 'grid';
  if (width !== null && width < PHONE_PX) return 'segments';
  return agents <= 4 && (width ?? 0) >= 2 * CARD_PX + GAP_PX ? 'grid' : 'rail';
}
