/** Whether nobody in the team is a language model: what comes of it is a simulation, and says so wherever it is shown. */
export function isSimulation(agents: readonly { backend: { type: string } }[]): boolean {
  return agents.every(({ backend }) => backend.type === 'demo');
}
