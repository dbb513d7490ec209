/** What may become of land. */
export const changes = ['degraded', 'stable', 'improved'] as const;
