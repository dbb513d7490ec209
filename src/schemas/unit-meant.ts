import { nearest } from '../guard/nearest.ts';
import { parseUnit } from '../science/units.ts';
import { vocabularies } from './vocabulary.ts';

/** Units as ecologists write them, and what they mean in UCUM. */

const mass = '%|[kmuµ]?g|[MGTP]g|[MG]?t|tonnes?|tons?';
const substances: readonly (readonly [RegExp, string])[] = [
  [/^CO2[\s-]*eq?\.?$/i, 'CO2e'],
  [/^CO2$/i, 'CO2'],
  [/^CH4$/i, 'CH4'],
  [/^N2O$/i, 'N2O'],
  [/^(?:DM|d\.?m\.?|dry matter|biomass)$/i, 'dry-matter'],
  [/^(?:C|carbon|SOC)$/, 'C'],
  [/^(?:N|nitrogen)$/, 'N'],
  [/^(?:P|phosphorus)$/, 'P'],
];
const massOfSubstance = new RegExp(
  `^(${mass})\\s*[-.]?\\s*(CO2[\\s-]*eq?\\.?|CO2|CH4|N2O|SOC|DM|d\\.?m\\.?|dry matter|biomass|carbon|nitrogen|phosphorus|C|N|P)(?=$|[\\s/.(-])`,
  'i',
);

/** Half-width characters, plain signs and digits instead of superscripts. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[−–—]/g, '-')
    .replaceAll(/[·×*⋅]/g, ' ')
    .replaceAll('^', '')
    .replaceAll(/(\d),(?=\d{3})/g, '$1')
    .trim();
}

/** The substance that a unit names, which has a key of its own: C in "t C/ha". */
export function substanceIn(text: string): string | undefined {
  const named = massOfSubstance.exec(plain(text))?.[2] ?? '';
  return substances.find(([pattern]) => pattern.test(named))?.[1];
}

/** The UCUM form of a unit that was written as people write it, or the most similar one. */
export function unitMeant(text: string): string | undefined {
  return certainUnit(text) ?? nearest(text, Object.keys(vocabularies.units.entries));
}

/** The UCUM form of a unit that can be read in one way only. */
export function certainUnit(text: string): string | undefined {
  const known = Object.entries(vocabularies.units.entries);
  const same = (value: string) => plain(value).toLowerCase().replaceAll(/\s/g, '');
  const common = known.find(([, unit]) => unit.common?.some((other) => same(other) === same(text)));
  return common?.[0] ?? composed(plain(text).replace(massOfSubstance, '$1'));
}

const names: readonly (readonly [RegExp, string])[] = [
  [/^(?:ha|hectares?)$/i, 'har'],
  [/^(?:yr|yrs|years?|y|an|annum|año)$/i, 'a'],
  [/^(?:tonnes?|tons?)$/i, 't'],
  [/^(?:days?)$/i, 'd'],
  [/^(?:hours?|hr)$/i, 'h'],
  [/^(?:percent|pct)$/i, '%'],
  [/^(?:plants?|trees?|stems?|seedlings?|individuals?)$/i, '1'],
  [/^µ(.*)$/, 'u$1'],
  [/^°C$/, 'Cel'],
];

/** Reads terms joined by spaces, points, slashes and "per", with exponents, into one UCUM expression. */
function composed(text: string): string | undefined {
  const above: string[] = [];
  const below: string[] = [];
  let under = false;
  for (const token of text.replaceAll(/\bper\b/gi, '/').match(/\/|[^\s/.()]+/g) ?? []) {
    if (token === '/') {
      under = true;
      continue;
    }
    const [, word = '', exponent = '1'] = /^(.*?)(-?\d)?$/.exec(token) ?? [];
    if (word === '') return undefined;
    const name = names.reduce((unit, [pattern, code]) => unit.replace(pattern, code), word);
    const power = Math.abs(Number(exponent));
    (under || exponent.startsWith('-') ? below : above).push(power === 1 ? name : `${name}${power}`);
  }
  const top = above.length === 0 ? '1' : above.filter((unit) => unit !== '1' || above.length === 1).join('.');
  const code =
    below.length === 0 ? top : `${top}/${below.length === 1 ? below.join('') : `(${below.join('.')})`}`;
  try {
    const { factor, dimension } = parseUnit(code);
    const named = Object.keys(vocabularies.units.entries);
    if (named.includes(code)) return code;
    const same = named.find((other) => {
      const unit = parseUnit(other);
      return Math.abs(unit.factor / factor - 1) < 1e-9 && String(unit.dimension) === String(dimension);
    });
    return same ?? code;
  } catch {
    return undefined;
  }
}
