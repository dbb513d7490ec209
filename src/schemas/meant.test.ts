import { describe, expect, it } from 'vitest';
import { certainNumber, meant } from './meant.ts';
import { certainUnit, substanceIn, unitMeant } from './unit-meant.ts';

describe('numbers as people write them', () => {
  it.each([
    ['12,000 ha', '12000'],
    ['1,234,567', '1234567'],
    ['1 234,5', '1234.5'],
    ['1.234.567,8', '1234567.8'],
    ['1\u202f600\u202f000', '1600000'],
    ["1'234", '1234'],
    ['41,2', '41.2'],
    ['0,123', '0.123'],
    ['４１.２', '41.2'],
    ['−12.5', '-12.5'],
    ['~40', '40'],
    ['about 40', '40'],
    ['35 %', '35'],
    ['007', '7'],
  ])('%s', (found, number) => {
    expect(meant.number(found)).toBe(number);
  });
  it.each(['40 ± 3', '40-50', 'forty', '', '1.2.3', '1,2,3', 'about', '12 000 34'])(
    '%s is not guessed',
    (found) => {
      expect(meant.number(found)).toBeUndefined();
    },
  );
  it('are certain where there is one reading and no unit to lose', () => {
    expect(['41,2', '12,000', '1,234,567', '−12.5'].map(certainNumber)).toEqual([true, true, true, true]);
    expect(['1,234', '41,234', '12,000 ha', '35 %'].map(certainNumber)).toEqual([false, false, false, false]);
  });
});

describe('places, dates and names', () => {
  it.each([
    ['38°N', '38'],
    ["38°30'N", '38.5'],
    ['38°30′00″ S', '-38.5'],
    ["75° 48' W", '-75.8'],
    ['N38.5', '38.5'],
    ['38,5', '38.5'],
    ['北纬36度30分', '36.5'],
    ['-12 30', '-12.5'],
  ])('%s', (found, degrees) => {
    expect(meant.degrees(found)).toBe(degrees);
  });
  it.each(['north', '38 61 N', '1 2 3 4', ''])('%j is no place', (found) => {
    expect(meant.degrees(found)).toBeUndefined();
  });
  it.each([
    ['2019/5/1', '"2019-05-01"'],
    ['01.05.2019', '"2019-05-01"'],
    ['25/12/2019', '"2019-12-25"'],
    ['12/25/2019', '"2019-12-25"'],
    ['2019年5月1日', '"2019-05-01"'],
    ['2019.5', '"2019-05"'],
    ['ca. 1980', '"1980~"'],
    ['1999', '"1999"'],
  ])('%s', (found, date) => {
    expect(meant.date(found)).toBe(date);
  });
  it.each(['05/01/2019', '2019-13', 'May 2019', '99'])('%s is not guessed', (found) => {
    expect(meant.date(found)).toBeUndefined();
  });
  it('days of a spreadsheet', () => {
    expect(meant.excelDate(43831)).toBe('"2020-01-01"');
    expect(meant.excelDate(1999)).toBeUndefined();
    expect(meant.excelDate(43831.5)).toBeUndefined();
  });
  it('identifiers', () => {
    expect(meant.doi('https://doi.org/10.1126/sciadv.abc6434.')).toBe('10.1126/sciadv.abc6434');
    expect(meant.orcid('https://orcid.org/0000000218250097')).toBe('0000-0002-1825-0097');
    expect(meant.address('www.fao.org/x')).toBe('https://www.fao.org/x');
    expect(meant.address('javascript:x')).toBeUndefined();
    expect(meant.version('v2')).toBe('"2.0"');
    expect(meant.level('95 %')).toBe('0.95');
    expect(meant.id('Soil carbon (0–20)')).toBe('soil-carbon-0-20');
  });
});

describe('units as people write them', () => {
  it.each([
    ['t C/ha', 't/har', 'C'],
    ['tC ha-1', 't/har', 'C'],
    ['t CO2e ha⁻¹ yr⁻¹', 't/(har.a)', 'CO2e'],
    ['tCO2-eq/ha', 't/har', 'CO2e'],
    ['Mg C ha−1', 'Mg/har', 'C'],
    ['kg N/ha', 'kg/har', 'N'],
    ['g C kg-1', 'g/kg', 'C'],
    ['ha', 'har', undefined],
    ['tonnes per hectare', 't/har', undefined],
    ['%', '%', undefined],
    ['m²', 'm2', undefined],
    ['°C', 'Cel', undefined],
  ])('%s', (found, unit, substance) => {
    expect(certainUnit(found)).toBe(unit);
    expect(substanceIn(found)).toBe(substance);
  });
  it('that mean nothing get the most similar one, or none', () => {
    expect(certainUnit('bushels')).toBeUndefined();
    expect(unitMeant('t/hra')).toBe('t/har');
  });
});
