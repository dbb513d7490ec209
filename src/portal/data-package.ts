import { createHash } from 'node:crypto';
import { fieldsOf } from './data-table.ts';
import { aboutFile, dataLicence, dataLicenceAddress, editionOf, licenceOf } from './edition.ts';
import type { Library } from './library.ts';
import { openTables } from './open-tables.ts';
import { absolute, asset } from './site.ts';

const title = 'Global-ERCaN Knowledge Portal: open data';

/** All tables as a Frictionless data package (Data Package 1.0): every column with type, unit and meaning. */
export async function dataPackage(library: Library): Promise<object> {
  const about = aboutFile(library, '/api/datapackage.json', `${title}.`);
  const resources = await Promise.all(
    (await openTables()).map(async (table) => {
      const csv = await table.csv(library);
      const fields = fieldsOf(csv, table.facts);
      const licence = licenceOf(`/api/${table.name}.csv`);
      return {
        profile: 'tabular-data-resource',
        name: table.name.replaceAll('/', '-'),
        title: table.title,
        path: `${table.name}.csv`,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        bytes: Buffer.byteLength(csv),
        hash: `sha256:${createHash('sha256').update(csv).digest('hex')}`,
        dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
        ...(licence === dataLicence
          ? {}
          : { licenses: [{ name: 'row-by-row', title: `Licence ${licence}` }] }),
        schema: {
          fields,
          missingValues: [''],
          ...(fields[0]?.name === 'id' ? { primaryKey: 'id' } : {}),
        },
      };
    }),
  );
  return {
    profile: 'tabular-data-package',
    name: 'global-ercan-knowledge-portal',
    title,
    description:
      'Facts of restoration cases, protocols, models, options, vocabularies and factors, compiled from published literature. Each entry states its review.',
    homepage: absolute(asset('/')),
    version: editionOf(library).version,
    created: `${editionOf(library).date}T00:00:00Z`,
    citation: about.citation,
    licenses: [{ name: dataLicence, path: dataLicenceAddress, title: 'Creative Commons Attribution 4.0' }],
    resources,
  };
}
