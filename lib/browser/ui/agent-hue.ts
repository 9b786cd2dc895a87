const HUES = 'abcdefgh';

/** CSS variables that give an element its agent's hue; after eight agents the hues start again. */
export function agentHue(slot: string): Record<'--agent', string> {
  const index = Math.max(0, slot.toUpperCase().charCodeAt(0) - 65) % HUES.length;
  return { '--agent': `var(--agent-${HUES[index]})` };
}
