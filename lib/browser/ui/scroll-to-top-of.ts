/** Brings the top of an element to the top of its scrolling box, at once for people who want no motion. */
export function scrollToTopOf(element: Element | null | undefined): void {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  element?.scrollIntoView({ block: 'start', behavior: still ? 'instant' : 'smooth' });
}
