import { parseUnit, sameDimension, UnitError } from '../units.ts';

/** A unit as papers write it, taken apart. */
export interface WrittenUnit {
  /** UCUM code. */
  readonly unit: string;
  /** What a mass or amount is one of: `C`, `CO2`, `CH4-C`; null where the text does not say. */
  readonly substance: string | null;
  /** What stands below the stroke: `soil` in `g C/kg soil`; null where the text does not say. */
  readonly per: string | null;
}

/** Names of several words, and remarks that change nothing, each written as one word of `names` or taken out. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/\b(?:US short|short|US) tons?\b|\btons? \((?:US short|short|US)\)/gi, 'shortton'],
  [/\b(?:UK long|long|imperial|UK) tons?\b|\btons? \((?:UK long|long|imperial|UK)\)/gi, 'longton'],
  [/\bmetric ton(?:ne)?s?\b|\bton(?:ne)?s? \(metric\)/gi, 't'],
  [/\bUS survey acres?\b|\bacres? \(US survey\)/gi, 'surveyacre'],
  [/\binternational acres?\b|\bacres? \(international\)/gi, 'acre'],
  [/\bchinese mu\b|\bm[uǔ] \(china\)|\bm[uǔ] \(chinese\)/gi, 'mu'],
  [/\b(?:per )?half[- ]?hour\b|\bper 30 ?min\b/gi, 'per halfhour'],
  [/\bsquare (metres?|meters?|kilometres?|kilometers?|feet|foot|yards?|miles?)\b/gi, '$12'],
  [/\bcubic (metres?|meters?|centimetres?|centimeters?|feet|foot|yards?)\b/gi, '$13'],
  [/\bdry[- ](?:matter|mass|weight|biomass)\b|\bd\.? ?m\.?(?![A-Za-z])/gi, 'DM'],
  [/ ?\(?\bby (?:mass|weight|volume)\b\)?/gi, ''],
  [/ ?\((?:US|UK|statute|international|avoirdupois|365 d(?:ays)?)\)/gi, ''],
  [/\bparts per million\b/gi, 'ppm'],
  [/\bparts per billion\b/gi, 'ppb'],
];

/** Words of papers and field books -> UCUM. A year is 365 days, as flux sums and inventories count it. */
const names: Readonly<Record<string, string>> = {
  ...same('har', 'ha', 'hectare', 'hectares', '公顷'),
  ...same('[mu_cn]', 'mu', 'mǔ', '亩'),
  ...same('(4840.[yd_i]2)', 'acre', 'acres', 'ac'),
  ...same('[acr_us]', 'surveyacre'),
  ...same('[in_i]', 'in', 'inch', 'inches'),
  ...same('[ft_i]', 'ft', 'foot', 'feet'),
  ...same('[yd_i]', 'yd', 'yard', 'yards'),
  ...same('[mi_i]', 'mi', 'mile', 'miles'),
  ...same('m', 'metre', 'metres', 'meter', 'meters'),
  ...same('cm', 'centimetre', 'centimetres', 'centimeter', 'centimeters'),
  ...same('km', 'kilometre', 'kilometres', 'kilometer', 'kilometers'),
  ...same('t', 'tonne', 'tonnes'),
  ...same('kg', 'kilogram', 'kilograms'),
  ...same('g', 'gram', 'grams'),
  ...same('[lb_av]', 'lb', 'lbs', 'pound', 'pounds'),
  ...same('[oz_av]', 'oz', 'ounce', 'ounces'),
  ...same('[ston_av]', 'shortton'),
  ...same('[lton_av]', 'longton'),
  ...same('L', 'litre', 'litres', 'liter', 'liters'),
  ...same('[gal_us]', 'gal', 'gallon', 'gallons'),
  ...same('(365.d)', 'yr', 'yrs', 'y', 'year', 'years', '年'),
  ...same('mo', 'month', 'months'),
  ...same('wk', 'week', 'weeks'),
  ...same('d', 'day', 'days'),
  ...same('h', 'hr', 'hrs', 'hour', 'hours'),
  ...same('(30.min)', 'halfhour'),
  ...same('min', 'minute', 'minutes'),
  ...same('s', 'sec', 'second', 'seconds'),
  ...same('Cel', 'degC', '°C'),
  ...same('[ppth]', '‰', 'permil', 'ppt'),
  ...same('[ppm]', 'ppm'),
  ...same('[ppb]', 'ppb'),
  ...same('%', 'percent'),
  ...same('(kW.h)', 'kWh'),
};

function same(code: string, ...words: readonly string[]): Record<string, string> {
  return Object.fromEntries(words.map((word) => [word, code]));
}

const substances: Readonly<Record<string, string>> = {
  C: 'C',
  carbon: 'C',
  CO2: 'CO2',
  'CO2-C': 'CO2-C',
  CO2e: 'CO2e',
  CO2eq: 'CO2e',
  'CO2-eq': 'CO2e',
  'CO2-e': 'CO2e',
  CH4: 'CH4',
  'CH4-C': 'CH4-C',
  N2O: 'N2O',
  'N2O-N': 'N2O-N',
  N: 'N',
  DM: 'dry matter',
  biomass: 'dry matter',
  soil: 'soil',
};

/**
 * Reads a unit as UCUM (`t/har`) or, where that fails, as papers write it: `t C ha-1 yr-1`, `µmol CO2 m⁻² s⁻¹`,
 * `tCO2e/ha/yr`, `acre (international)`, `kg CH4-C`, `% by mass`. A written year is 365 days, UCUM `a` 365.25.
 * @throws UnitError naming the text and what is wrong with it.
 */
export function readWrittenUnit(text: string): WrittenUnit {
  const code = text.trim();
  if (isUcum(code)) return { unit: code, substance: null, per: null };
  const words = phrases
    .reduce((sentence, [pattern, word]) => sentence.replace(pattern, word), plain(code))
    .replace(/[()]/g, ' ')
    .replace(/\s*\/\s*|\s+per\s+|^per\s+/g, ' / ')
    .split(/[\s·*]+|\.(?=[A-Za-z])/)
    .filter((word) => word !== '');
  if (/\/\s*\(/.test(plain(code))) throw new UnitError(text, 'write a stroke before each unit: t/ha/yr');
  const parts: string[] = [];
  const found: { above: string | null; below: string | null } = { above: null, below: null };
  let stroke = false; // the next unit stands below it
  let below = false; // so does a substance named after a mass that stands there
  for (const word of words) {
    if (word === '/') {
      stroke = true;
      continue;
    }
    const { unit, power, substance } = readWord(word, text);
    if (unit !== null) {
      if (stroke && power < 0) throw new UnitError(text, 'the stroke and the minus of its power cancel');
      const under = stroke || power < 0;
      below = under && measuresMatter(unit);
      // a unit of several, such as a year, takes no power in UCUM: it is written as often
      const times = unit.startsWith('(') ? Math.abs(power) : 1;
      const raised = unit.startsWith('(') || Math.abs(power) === 1 ? unit : `${unit}${Math.abs(power)}`;
      for (let i = 0; i < times; i += 1) parts.push(`${under ? '/' : '.'}${raised}`);
      stroke = false;
    }
    if (substance === null) continue;
    const place = below ? 'below' : 'above';
    if (found[place] !== null) throw new UnitError(text, `it names both ${found[place]} and ${substance}`);
    found[place] = substance;
  }
  if (parts.length === 0) throw new UnitError(text, 'it names no unit');
  if (stroke) throw new UnitError(text, 'a unit is missing at the end');
  const unit = parts.join('').replace(/^\./, '');
  return { unit, substance: found.above, per: found.below };
}

interface Word {
  readonly unit: string | null;
  readonly power: number;
  readonly substance: string | null;
}

/** One word as unit and substance: `ha-1`, `CO2`, `tCO2e`. */
function readWord(word: string, text: string): Word {
  const substance = Object.hasOwn(substances, word) ? substances[word] : undefined;
  if (substance !== undefined) return { unit: null, power: 1, substance };
  const unit = unitOf(word);
  if (unit !== null) return { ...unit, substance: null };
  for (const [name, glued] of Object.entries(substances)) {
    const rest = word.endsWith(name) ? unitOf(word.slice(0, -name.length)) : null;
    if (rest !== null && measuresMatter(rest.unit)) return { ...rest, substance: glued };
  }
  if (/^tons?$/i.test(word))
    throw new UnitError(text, 'there are three tons; write t, short ton or long ton');
  throw new UnitError(text, `"${word}" is not known`);
}

/** A unit in UCUM and the power it is raised to; null where the word is none. */
function unitOf(word: string): { readonly unit: string; readonly power: number } | null {
  const { name = '', exponent = '1' } =
    /^(?<name>\D+?)(?:\^?(?<exponent>[+-]?\d))?$/.exec(word)?.groups ?? {};
  const unit = Object.hasOwn(names, name) ? names[name] : isUcum(name) ? name : undefined;
  return unit === undefined ? null : { unit, power: Number(exponent) };
}

/** Whether a unit is one of mass or amount, which alone have a substance. */
function measuresMatter(unit: string): boolean {
  return sameDimension(parseUnit(unit), parseUnit('g')) || sameDimension(parseUnit(unit), parseUnit('mol'));
}

function isUcum(code: string): boolean {
  try {
    parseUnit(code);
    return true;
  } catch {
    return false;
  }
}

/** Raised and lowered digits, the micro sign and the long minus as they are typed. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/μ/g, 'u').replace(/[−–]/g, '-').replace(/\s+/g, ' ');
}
