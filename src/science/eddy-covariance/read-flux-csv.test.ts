import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stampOf } from './calendar.ts';
import { columnNames, conversionOf, readHeader } from './column-names.ts';
import { saturationPressure, vapourPressureDeficit } from './humidity.ts';
import { pickCells, readCell, separatorOf, splitLine } from './read-csv.ts';
import { type CsvFault, readFluxCsv } from './read-flux-csv.ts';
import { readTime } from './read-time.ts';

const start = readTime('202106010030') ?? 0;

/** Lines of a file, one row of cells a half hour. */
function file(header: string, row: string, count = 6): string[] {
  return [header, ...Array.from({ length: count }, (_, i) => `${stampOf(start + 30 * i)},${row}`)];
}

const read = (lines: readonly string[]) => readFluxCsv(lines.join('\n'));

function faultsOf(lines: readonly string[]): readonly CsvFault[] {
  const reading = read(lines);
  if (reading.ok) throw new Error('the file was read');
  return reading.faults;
}

function seriesOf(lines: readonly string[]) {
  const reading = read(lines);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading;
}

describe('files', () => {
  it('reads the columns of the reference data', () => {
    const { series, columns, notes } = seriesOf(
      file('TIMESTAMP_END,NEE,Rg,Tair,VPD,Ustar', '-1.5,400,21.3,12,0.35'),
    );
    expect(series).toMatchObject({ stepsPerDay: 48, firstEnd: start });
    expect([series.nee[5], series.rg?.[5], series.tair?.[5], series.vpd?.[5], series.ustar?.[5]]).toEqual([
      -1.5, 400, 21.3, 12, 0.35,
    ]);
    expect(columns).toEqual({ nee: 'NEE', rg: 'Rg', tair: 'Tair', vpd: 'VPD', ustar: 'Ustar' });
    expect(notes).toEqual([]);
  });

  it('reads -9999, NA and nothing as missing, and a column of nothing else as none', () => {
    const { series } = seriesOf(file('TIMESTAMP_END,NEE,RG,TA,USTAR', '-9999,NA,,-9999.00'));
    expect(series.nee.every(Number.isNaN)).toBe(true);
    expect([series.rg, series.tair, series.vpd, series.ustar]).toEqual([null, null, null, null]);
  });

  it('moves times of the start to the end, and reads hourly files', () => {
    expect(seriesOf(file('TIMESTAMP_START,NEE', '1')).series.firstEnd).toBe(start + 30);
    const hourly = ['TIMESTAMP_END,NEE', '202106010100,1', '202106010200,2', '202106010300,3'];
    expect(seriesOf(hourly).series).toMatchObject({ stepsPerDay: 24, firstEnd: readTime('202106010100') });
  });

  it('keeps only what a network measured, not what it filled', () => {
    const lines = [
      'TIMESTAMP_START,TIMESTAMP_END,NEE_VUT_REF,NEE_VUT_REF_QC,SW_IN_F,SW_IN_F_QC,TA_F,TA_F_QC,VPD_F,VPD_F_QC,USTAR',
      '202106010000,202106010030,1,0,0,0,12,0,1.5,0,0.2',
      '202106010030,202106010100,2,1,0,2,13,1,1.5,0,0.2',
    ];
    const { series, notes } = seriesOf(lines);
    expect([...series.nee]).toEqual([1, Number.NaN]);
    expect([...(series.tair ?? [])]).toEqual([12, Number.NaN]);
    expect([...(series.vpd ?? [])]).toEqual([1.5, 1.5]); // hPa by the rules of the network, however small
    expect(notes).toContainEqual({ code: 'filled-by-others', column: 'NEE_VUT_REF', count: 1 });
  });

  it('reads the line of units and the groups of EddyPro', () => {
    const lines = [
      'file_info,,,corrected_fluxes,air,,turbulence',
      'filename,date,time,co2_flux,air_temperature,VPD,u*',
      ',[yyyy-mm-dd],[HH:MM],[µmol+1s-1m-2],[K],[Pa],[m+1s-1]',
      'a.ghg,2021-06-01,00:30,-3.5,293.15,1200,0.4',
      'b.ghg,2021-06-01,01:00,-9999.0,293.15,1200,0.4',
    ];
    const { series, notes } = seriesOf(lines);
    expect([series.nee[0], series.vpd?.[0], series.ustar?.[1]]).toEqual([-3.5, 12, 0.4]);
    expect(series.tair?.[0]).toBeCloseTo(20, 10);
    expect(notes.map(({ code }) => code)).toEqual(['time-name-unclear', 'storage-not-added']);
  });

  it('reads semicolons, decimal commas, quotes, a byte order mark and DOS line ends', () => {
    const text =
      '\uFEFF"TIMESTAMP_END";"NEE";"TA_1_1_1"\r\n202106010030;"-1,25";3\r\n202106010100;2,5;3,5\r\n\r\n';
    const reading = readFluxCsv(text);
    if (!reading.ok) throw new Error('not read');
    expect([...reading.series.nee]).toEqual([-1.25, 2.5]);
    expect([...(reading.series.tair ?? [])]).toEqual([3, 3.5]);
  });

  it('computes VPD from humidity where there is none', () => {
    const { series, notes } = seriesOf(file('TIMESTAMP_END,NEE,TA,RH', '1,20,60'));
    expect(series.vpd?.[0]).toBeCloseTo(0.4 * 23.33, 1); // 23.3 hPa at 20 °C in every table
    expect(notes).toEqual([{ code: 'vpd-from-humidity', column: 'RH', count: null }]);
    expect(saturationPressure(0)).toBeCloseTo(6.11, 2);
    expect(vapourPressureDeficit(104, 20)).toBe(0);
  });
});

describe('the unit of VPD', () => {
  const header = 'TIMESTAMP_END,NEE,TA,VPD';
  const vpd = (unit: 'from-file' | 'hPa' | 'kPa', row: string, head = header) => {
    const reading = readFluxCsv(file(head, row).join('\n'), unit);
    return reading.ok ? reading.series.vpd?.[0] : reading.faults.map(({ code }) => code);
  };

  it('is asked for where values are small', () => {
    expect(vpd('from-file', '1,25,1.2')).toEqual(['vpd-unit-unclear']);
    expect(vpd('kPa', '1,25,1.2')).toBe(12);
    expect(vpd('hPa', '1,25,1.2')).toBe(1.2);
  });

  it('is hPa where kPa would be more than the air can lack', () => {
    expect(vpd('from-file', '1,0,1.2')).toBe(1.2); // at 0 °C at most 6.1 hPa = 0.61 kPa
    expect(vpd('from-file', '1,25,12')).toBe(12);
  });

  it('is what the header says, whatever is chosen', () => {
    expect(vpd('hPa', '1,25,1.2', 'TIMESTAMP_END,NEE,TA,VPD (kPa)')).toBe(12);
    expect(vpd('kPa', '1,25,1.2', 'TIMESTAMP_END,NEE,TA,VPD [hPa]')).toBe(1.2);
  });
});

describe('what is wrong', () => {
  it('is told all at once, by line and column', () => {
    const lines = file('TIMESTAMP_END,NEE,Rg,Tair', '1,0,10');
    lines[2] = '202106010100,x1,0,10';
    lines[4] = '202106310200,1,2000,99';
    expect(faultsOf(lines)).toEqual([
      { code: 'not-a-number', line: 3, column: 'NEE', value: 'x1' },
      { code: 'bad-time', line: 5, column: 'TIMESTAMP_END', value: '202106310200' },
      { code: 'out-of-range', line: 5, column: 'Rg', value: 2000, min: -10, max: 1400 },
      { code: 'out-of-range', line: 5, column: 'Tair', value: 99, min: -60, max: 55 },
    ]);
  });

  it.each(['Infinity', '1e999', '0x10', '--', '1.2.3', '1 5'])('is %j where a number is needed', (text) => {
    expect(faultsOf(file('TIMESTAMP_END,NEE', text))[0]).toMatchObject({ line: 2, column: 'NEE' });
  });

  it('tells gaps, doubles, steps back and daylight saving time apart', () => {
    const codes = (change: (times: number[]) => number[]) => {
      const times = change(Array.from({ length: 96 }, (_, i) => start + 30 * i));
      const reading = read(['TIMESTAMP_END,NEE', ...times.map((time) => `${stampOf(time)},1`)]);
      return reading.ok ? [] : reading.faults.map(({ code, line }) => [code, line]);
    };
    expect(codes((times) => times)).toEqual([]);
    expect(codes((times) => times.toSpliced(30, 1))).toEqual([['time-gap', 32]]);
    expect(codes((times) => times.toSpliced(30, 0, times[29] ?? 0))).toEqual([['duplicate-time', 32]]);
    expect(codes((times) => times.toSpliced(30, 0, times[20] ?? 0))).toEqual([
      ['time-backwards', 32],
      ['time-gap', 33],
    ]);
    expect(codes((times) => times.toSpliced(3, 2))).toEqual([['daylight-saving', 5]]);
    expect(codes((times) => times.toSpliced(5, 0, times[3] ?? 0, times[4] ?? 0))).toEqual([
      ['daylight-saving', 7],
    ]);
    expect(codes((times) => times.map((time, i) => time + i))).toEqual([['step-not-regular', null]]);
  });

  it('is a file without the columns that are needed', () => {
    expect(faultsOf([''])[0]).toMatchObject({ code: 'no-time-column', value: null });
    expect(faultsOf(['a,b', '1,2'])[0]?.code).toBe('no-time-column');
    expect(faultsOf(['TIMESTAMP_END,H', '202106010030,1'])[0]?.code).toBe('no-nee-column');
    expect(faultsOf(['TIMESTAMP_END,NEE', '202106010030,1'])[0]?.code).toBe('step-not-regular');
    expect(faultsOf(file('TIMESTAMP_END,NEE (mg CO2 m-2 s-1)', '1'))[0]).toMatchObject({
      code: 'unit-not-known',
      line: 1,
      value: 'mg CO2 m-2 s-1',
    });
  });

  it('never ends in an exception', () => {
    const cell = fc.oneof(
      fc.constantFrom('TIMESTAMP_END', 'NEE', 'VPD', 'NA', '202106010030', '"', ';', '\n', ','),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
        expect(readFluxCsv(cells.join(',')).ok).toBeTypeOf('boolean');
      }),
    );
  });
});

describe('cells', () => {
  it('picks the same cells as a split', () => {
    const cell = fc.stringMatching(/^[a-z0-9 ]{0,5}$/);
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 12 }),
        fc.uniqueArray(fc.nat(13)),
        (cells, places) => {
          const wanted = places.toSorted((a, b) => a - b);
          const into = wanted.map(() => 'x');
          expect(pickCells(cells.join(';'), ';', wanted, into)).toBe(cells.length);
          expect(into).toEqual(wanted.map((place) => cells[place]?.trim() ?? ''));
        },
      ),
    );
    expect(splitLine('"a,b",c,"say ""x"""', ',')).toEqual(['a,b', 'c', 'say "x"']);
    expect(separatorOf('a;b,c;d')).toBe(';');
  });

  it('reads numbers, and nothing that is none', () => {
    expect([readCell('-1.5e-3', ','), readCell('.5', ','), readCell('1,5', ';')]).toEqual([
      -0.0015, 0.5, 1.5,
    ]);
    expect([readCell('1,5', ','), readCell('1 5', ','), readCell('Infinity', ',')]).toEqual([
      null,
      null,
      null,
    ]);
    expect(readCell('-9999.000', ',')).toBeNaN();
  });

  it('knows headers and units', () => {
    expect(readHeader('"VPD_1_1_1"')).toEqual({ written: 'VPD_1_1_1', name: 'VPD', unit: null });
    expect(readHeader('Tair [°C]')).toEqual({ written: 'Tair [°C]', name: 'TAIR', unit: '°C' });
    expect(conversionOf('tair', '[K]')).toEqual({ factor: 1, offset: -273.15 });
    expect([conversionOf('vpd', 'inHg'), conversionOf('nee', 'g C m-2 d-1')]).toEqual([null, null]);
    for (const names of Object.values(columnNames))
      for (const { name } of names) expect(readHeader(name).name).toBe(name);
  });
});
