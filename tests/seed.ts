import fc from 'fast-check';

// Properties are tried on the same cases on every machine, so that a red build can be repeated; other cases are
// looked for with FC_SEED=<a number> npm run test:unit.
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20261122) });
