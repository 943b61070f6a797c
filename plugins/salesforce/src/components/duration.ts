const ISO_DURATION =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

const units = [
  'year',
  'month',
  'week',
  'day',
  'hour',
  'minute',
  'second',
] as const;

/** An ISO 8601 duration in words, e.g. `P5D` as "5 days"; as it is when it is none. */
export function durationInWords(iso: string, language: string): string {
  const match = ISO_DURATION.exec(iso);
  if (!match) return iso;
  const parts = units.flatMap((unit, index) => {
    const count = Number(match[index + 1] ?? 0);
    return count > 0
      ? [
          new Intl.NumberFormat(language, {
            style: 'unit',
            unit,
            unitDisplay: 'long',
          }).format(count),
        ]
      : [];
  });
  if (parts.length === 0) return iso;
  return new Intl.ListFormat(language, { type: 'unit' }).format(parts);
}
