const percent = (part: number) => `${Math.round(part * 100)} %`;

/** What the figures of a workspace suggest. */
export const texts = {
  winsOften: (model: string, share: number, runs: number) =>
    `${model} gave the chosen answer in ${percent(share)} of ${runs} runs. Give it a higher weight, or ask it alone where speed matters.`,
  neverWins: (model: string, runs: number) =>
    `${model} took part in ${runs} runs and never gave the chosen answer. Replace it, or leave it out.`,
  disagrees: (team: string, share: number) =>
    `The agents of “${team}” disagree in ${percent(share)} of its runs. Let it decide by evidence, or add checks.`,
  agrees: (team: string) =>
    `The agents of “${team}” nearly always agree. A smaller team would answer the same for less.`,
  fails: (team: string, share: number, code: string) =>
    `${percent(share)} of the runs of “${team}” fail, most often with “${code}”. Check its keys and limits.`,
  dear: (team: string, times: number) =>
    `“${team}” costs ${times.toFixed(1)} times as much a run as the other teams here. Keep it for questions that need it.`,
};
