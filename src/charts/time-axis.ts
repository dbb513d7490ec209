/** The years that all cores of a list share. */
export interface TimeAxis {
  readonly from: number;
  /** The last year drawn: the year of the newest content. */
  readonly to: number;
}

export const coreYears: TimeAxis = { from: 1955, to: 2026 };
