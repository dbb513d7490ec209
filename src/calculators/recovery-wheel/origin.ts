export const assumptions = ['means', 'gaps', 'whole-scores', 'equal-weight'];
export const limits = ['no-measurement', 'no-ranking', 'assessors', 'explanations'];
