import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUnit, UnitError } from '../units.ts';
import { readWrittenUnit } from './written-unit.ts';

describe('units as papers write them', () => {
  it.each([
    ['ha', 'har', null, null],
    ['t/ha', 't/har', null, null],
    ['t C ha-1 yr-1', 't/har/(365.d)', 'C', null],
    ['tCO2e/ha/yr', 't/har/(365.d)', 'CO2e', null],
    ['µmol CO₂ m⁻² s⁻¹', 'umol/m2/s', 'CO2', null],
    ['umol m-2 s-1 CO2', 'umol/m2/s', 'CO2', null],
    ['kg CH4-C', 'kg', 'CH4-C', null],
    ['kg N2O-N ha^-1 yr^-1', 'kg/har/(365.d)', 'N2O-N', null],
    ['g C/kg soil', 'g/kg', 'C', 'soil'],
    ['mg C g-1 soil', 'mg/g', 'C', 'soil'],
    ['t d.m. ha-1', 't/har', 'dry matter', null],
    ['t dry matter/ha', 't/har', 'dry matter', null],
    ['g C m-2 per half hour', 'g/m2/(30.min)', 'C', null],
    ['% by mass', '%', null, null],
    ['acre (international)', '(4840.[yd_i]2)', null, null],
    ['acre (US survey)', '[acr_us]', null, null],
    ['mu (Chinese)', '[mu_cn]', null, null],
    ['亩', '[mu_cn]', null, null],
    ['short ton', '[ston_av]', null, null],
    ['long tons', '[lton_av]', null, null],
    ['metric tons per hectare', 't/har', null, null],
    ['lb/acre', '[lb_av]/(4840.[yd_i]2)', null, null],
    ['square feet', '[ft_i]2', null, null],
    ['MJ m-2 d-1', 'MJ/m2/d', null, null],
    ['t/(har.a)', 't/(har.a)', null, null],
    ['t.ha-1', 't/har', null, null],
  ])('%s', (text, unit, substance, per) => {
    expect(readWrittenUnit(text)).toEqual({ unit, substance, per });
    expect(() => parseUnit(unit)).not.toThrow();
  });

  it.each([
    ['ton/ha', 'short ton'],
    ['t/(ha yr)', 'stroke'],
    ['t C/', 'missing at the end'],
    ['t/ha-1', 'cancel'],
    ['C', 'no unit'],
    ['', 'no unit'],
    ['kg CO2 CH4', 'both'],
    ['toString', 'not known'],
    ['constructor/ha', 'not known'],
    ['mC', 'not known'],
  ])('refuses %j and says why', (text, why) => {
    expect(() => readWrittenUnit(text)).toThrow(UnitError);
    expect(() => readWrittenUnit(text)).toThrow(why);
  });

  it('gives UCUM for whatever it takes, and throws nothing but a UnitError', () => {
    const words = fc.constantFrom(
      't',
      'C',
      '/',
      'ha',
      'ha-1',
      'yr-1',
      'CO2',
      'per',
      'µmol',
      'm⁻²',
      '(',
      ')',
      '2',
      '.',
    );
    const texts = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.array(words, { maxLength: 8 }).map((a) => a.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const unit = unitOrError(text);
        if (typeof unit === 'string') expect(() => parseUnit(unit)).not.toThrow();
        else expect(unit).toBeInstanceOf(UnitError);
      }),
    );
  });
});

function unitOrError(text: string): unknown {
  try {
    return readWrittenUnit(text).unit;
  } catch (error) {
    return error;
  }
}
