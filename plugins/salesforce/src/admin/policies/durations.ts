export const durationUnits = ['hours', 'days', 'weeks', 'months'] as const;

export type DurationUnit = (typeof durationUnits)[number];

const patterns: Record<DurationUnit, RegExp> = {
  hours: /^PT(\d+)H$/,
  days: /^P(\d+)D$/,
  weeks: /^P(\d+)W$/,
  months: /^P(\d+)M$/,
};

/** A duration of one unit, as a form shows it; undefined for any other. */
export function readDuration(
  iso: string,
): { amount: number; unit: DurationUnit } | undefined {
  for (const unit of durationUnits) {
    const [, amount] = patterns[unit].exec(iso) ?? [];
    if (amount !== undefined) return { amount: Number(amount), unit };
  }
  return undefined;
}

export function writeDuration(amount: number, unit: DurationUnit): string {
  switch (unit) {
    case 'hours':
      return `PT${amount}H`;
    case 'weeks':
      return `P${amount}W`;
    case 'months':
      return `P${amount}M`;
    case 'days':
    default:
      return `P${amount}D`;
  }
}
