import alpha3 from 'countries-list/minimal/countries.2to3.min.json' with { type: 'json' };
import { z } from 'zod';
import { refuse, says } from './issue.ts';
import { words } from './words.ts';

const alpha2ByAlpha3 = new Map(Object.entries(alpha3).map(([two, three]) => [three, two]));

/** The codes of all countries. */
export const countries: readonly string[] = [...alpha2ByAlpha3.keys()];

/** ISO 3166-1 alpha-3, the form FERM and the SDG data use. */
export const country = z
  .enum(countries)
  .meta({ description: 'Country, ISO 3166-1 alpha-3: CHN, ETH, USA.', countries: true });

/** Alpha-2, from which `Intl.DisplayNames` gives the name in every language. */
export function alpha2(country: string): string {
  const code = alpha2ByAlpha3.get(country);
  if (code === undefined) throw new RangeError(`${country} is not an ISO 3166-1 alpha-3 code`);
  return code;
}

const degrees = (limit: number, code: 'latitude' | 'longitude') =>
  z
    .number({ error: says('coordinate-format') })
    .min(-limit, says(code))
    .max(limit, says(code));

export const place = z.strictObject({
  name: words('Name of the place, from the small to the large.', 160),
  countries: z.array(country).min(1).meta({ description: 'Countries the place lies in.' }),
  subdivisions: z
    .array(z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, says('bad-subdivision')))
    .optional()
    .meta({ description: 'Provinces or states, ISO 3166-2.' }),
  point: z
    .strictObject({
      lat: degrees(90, 'latitude').meta({
        description: 'Latitude, WGS84, decimal degrees, north positive.',
        unit: 'deg',
      }),
      lon: degrees(180, 'longitude').meta({
        description: 'Longitude, WGS84, decimal degrees, east positive.',
        unit: 'deg',
      }),
      basis: z.enum(['surveyed', 'source', 'editor']).meta({
        description:
          'surveyed = measured on site; source = printed in a source; editor = set from the place name, for drawing a map only.',
      }),
      blurred: z.number().positive().max(500).optional().meta({
        description:
          'Only where the true place must stay secret (rare species, sacred or private land): by how many km the point was moved or rounded. It is said on the page.',
        unit: 'km',
      }),
    })
    .superRefine(checkBlur)
    .meta({ description: 'One point that stands for the place.' }),
});

/** A blurred point is not printed more finely than it was blurred: 0.01 degrees are about a kilometre. */
function checkBlur(
  { lat, lon, blurred }: { lat: number; lon: number; blurred?: number | undefined },
  context: z.RefinementCtx,
): void {
  if (blurred === undefined) return;
  const most = Math.max(0, Math.floor(Math.log10(1110 / blurred)));
  for (const [key, value] of Object.entries({ lat, lon })) {
    if (Math.abs(value * 10 ** most - Math.round(value * 10 ** most)) < 1e-6) continue;
    refuse(context, [key], 'blurred-point', { found: value, blurred, suggestion: value.toFixed(most) });
  }
}
